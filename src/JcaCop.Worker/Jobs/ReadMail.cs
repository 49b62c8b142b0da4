using JcaCop.Reading;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Jobs;

/// <summary>A taken mail with what it says, or with the reason why that cannot be told.</summary>
/// <param name="Trouble">One sentence for the reviewer; null where <paramref name="Reading"/> is there.</param>
internal sealed record ReadMail(TakenMail Taken, MailReading? Reading, string? Trouble)
{
    /// <summary>What the header of a mail says that is set aside; null where it cannot be read.</summary>
    public ReceivedMail? Head()
    {
        try
        {
            using var raw = new MemoryStream(Taken.Raw, writable: false);
            return MailReader.Open(RawMail.Parse(raw));
        }
#pragma warning disable CA1031 // The mail is broken: that is why it is set aside.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Never throws: whatever is wrong with one mail is that mail's own trouble.</summary>
    public static ReadMail From(TakenMail taken)
    {
        if (taken.Missing is { } words)
            return new ReadMail(taken, null, $"the mail server does not hand it over: {words}");
        if (taken.TooLarge)
            return new ReadMail(taken, null, $"larger than the mailbox's size limit ({taken.Size} bytes); only its header was fetched");
        if (taken.Raw.AsSpan().IndexOfAnyExcept((byte)' ', (byte)'\r', (byte)'\n') < 0)
            return new ReadMail(taken, null, "empty");
        try
        {
            using var raw = new MemoryStream(taken.Raw, writable: false);
            return new ReadMail(taken, MailReader.Read(raw), null);
        }
        catch (FormatException)
        {
            return new ReadMail(taken, null, "no mail: it begins with neither a header nor text");
        }
#pragma warning disable CA1031 // Reading is pure: the same bytes would fail again, so the mail is set aside whole and the next one goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new ReadMail(taken, null, $"could not be read: {error.GetType().Name}: {error.Message}");
        }
    }
}
