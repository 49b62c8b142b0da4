using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>The headers of a mail, decoded; what the MIME parser cannot decode is repaired by the evidence of its bytes.</summary>
internal sealed class MailHeaders(MimeMessage mime)
{
    private string? charset;
    private bool charsetKnown;

    /// <summary>First value of a header; "" where it is absent.</summary>
    public string Text(HeaderId id) => Find(id) is { } header ? Text(header) : "";

    /// <summary>The mailboxes of an address header that have an address.</summary>
    public IReadOnlyList<MailAddress> Addresses(HeaderId id)
    {
        if (Find(id) is not { } header) return [];
        var list = HeaderText.IsDoubtful(header) ? HeaderText.Addresses(header, Charset) : null;
        if (list is null or { Count: 0 } && !InternetAddressList.TryParse(header.RawValue, out list)) return [];
        return [.. list.Mailboxes.Where(box => !string.IsNullOrWhiteSpace(box.Address)).Select(Mailbox)];
    }

    /// <summary>First value of each field, unfolded and decoded when it is asked for; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        var all = new Dictionary<string, Header>(mime.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var header in mime.Headers) all.TryAdd(header.Field, header);
        return new DecodedHeaders(all, Text);
    }

    private string Text(Header header) => HeaderText.IsDoubtful(header) ? HeaderText.Decode(header, Charset) : Blanks.Trim(header.Value).ToString();

    private Header? Find(HeaderId id)
    {
        foreach (var header in mime.Headers)
            if (header.Id == id) return header;
        return null;
    }

    /// <summary>The body's charset: raw bytes in headers are mostly in the same.</summary>
    private string? Charset
    {
        get
        {
            if (!charsetKnown) (charset, charsetKnown) = (PartText.Charset(mime), true);
            return charset;
        }
    }

    private static MailAddress Mailbox(MailboxAddress box) =>
        new(string.IsNullOrWhiteSpace(box.Name) ? null : Blanks.Trim(box.Name).ToString(), box.Address.Trim());
}
