using System.Collections.Frozen;
using System.Text;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Sorting;

/// <summary>Finds whom a mail did not reach, and why, in the free words of a mail server.</summary>
/// <remarks>
/// Servers write the address at the head of a line, behind a label, in angle brackets, or beside the reply of the other server. The strongest of
/// these counts; weaker mentions (of the sender, of whom to ask) do not. The mail that is returned below the notice is cut off before.
/// </remarks>
internal static class FailureText
{
    private const int MaxLength = 32 * 1024;
    private const int MaxRecipients = 200;

    private static readonly FrozenSet<string> ReturnedHeaders =
        new[] { "received", "return-path", "message-id", "mime-version", "dkim-signature", "x-mailer", "content-type", "references", "delivered-to", "x-originating-ip", "user-agent" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Labels of addresses that are not the failed one.</summary>
    private static readonly string[] OtherLabels = [.. LexiconFile.Words("Sorting/marks", "otherLabel")];

    private static readonly string[] CopyMarks = [.. LexiconFile.Words("Sorting/marks", "copyFollows")];

    public static IReadOnlyList<FailedRecipient> Read(MailSigns signs)
    {
        var whole = Whole(signs.Mail);
        var (notice, copy) = Cut(whole);
        var addressees = Addressees(signs.Mail.Mime, copy);
        var excluded = Excluded(signs.Mail);
        var found = Candidates(notice, excluded);
        if (found.Count == 0 && addressees.Count > 0) found = [.. addressees.Where(a => !excluded.Contains(a)).Select(a => (a, 1, 0))];
        if (found.Count == 0) found = Candidates(notice, []);
        if (found.Count == 0) return [];

        var best = found.Max(static c => c.Rank);
        var chosen = found.Where(c => c.Rank == best).ToList();
        if (best < 3 && addressees.Count > 0 && chosen.Any(c => addressees.Contains(c.Address))) chosen = [.. chosen.Where(c => addressees.Contains(c.Address))];
        if (best <= 1 && addressees.Count == 0) chosen = [chosen[0]];
        return Statuses(notice, [.. chosen.DistinctBy(static c => c.Address, StringComparer.OrdinalIgnoreCase).Take(MaxRecipients)]);
    }

    /// <summary>The text of the notice itself, without the mail that it returns.</summary>
    public static string Notice(ReceivedMail mail) => Cut(Whole(mail)).Notice;

    /// <summary>The line that begins with an address and what stands behind it; null where none does.</summary>
    public static string? LineOf(string notice, string address)
    {
        foreach (var range in notice.AsSpan().Split('\n'))
        {
            var line = notice.AsSpan(range).TrimStart(" \t<");
            if (line.StartsWith(address, StringComparison.OrdinalIgnoreCase) && line.Length > address.Length) return line[address.Length..].ToString();
        }
        return null;
    }

    /// <summary>The code for the reason that a notice gives, whomever it did not reach; null where it gives none.</summary>
    public static string? StatusOf(ReceivedMail mail) => Status(Notice(mail));

    /// <summary>All addresses of a text, in order, with their offsets.</summary>
    public static List<(int Start, string Address)> Addresses(string text)
    {
        var found = new List<(int, string)>();
        for (var at = text.IndexOf('@'); at >= 0; at = at + 1 < text.Length ? text.IndexOf('@', at + 1) : -1)
        {
            var start = at;
            while (start > 0 && at - start < 64 && IsLocal(text[start - 1])) start--;
            if (text.AsSpan(start, at - start).StartsWith("smtp=", StringComparison.OrdinalIgnoreCase)) start += 5; // Exchange over X.400
            while (start < at && text[start] is '.' or '=' or '/' or '\'' or '*') start++;
            var end = at + 1;
            while (end < text.Length && end - at < 255 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' || text[end] > 0x7f && char.IsLetter(text[end]) && !Lexicons.Folding.IsHan(text[end]))) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-') end--;
            if (start == at || end - at < 4 || text.IndexOf('.', at, end - at) < 0) continue;
            found.Add((start, text[start..end]));
        }
        return found;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "._%+-=/'!#$&*?^`{|}~".Contains(c);

    /// <summary>All that the sender wrote as plain text, the returned mail included where it is no part of its own.</summary>
    public static string Whole(ReceivedMail mail)
    {
        var text = new StringBuilder();
        foreach (var part in ReportParts.Of(mail.Mime))
        {
            if (text.Length > MaxLength) break;
            if (part is Multipart { Count: 0, Preamble: { } lost }) text.Append(lost.ReplaceLineEndings("\n")).Append('\n'); // boundary broken or missing
            if (part is TextPart { IsPlain: true } plain && !plain.ContentType.IsMimeType("text", "rfc822-headers"))
                text.Append(Decoded(plain)).Append('\n');
        }
        if (text.Length < 20) text.Append(mail.Body.Text);
        text.Replace('\u00a0', ' ');
        return text.Length > MaxLength ? text.ToString(0, MaxLength) : text.ToString();
    }

    private static string Decoded(TextPart part) => part.Content is null ? "" : PartText.Plain(part, []);

    private static (string Notice, string Copy) Cut(string text)
    {
        var lineStart = 0;
        var headersFrom = -1;
        var any = false;
        while (lineStart < text.Length)
        {
            var end = text.IndexOf('\n', lineStart);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(lineStart, end - lineStart).TrimEnd();
            if (any && IsCopyMark(line)) return (text[..lineStart], text[lineStart..]);
            if (FieldName(line) is { Length: > 0 } name)
            {
                if (headersFrom < 0) headersFrom = lineStart;
                if (any && headersFrom > 0 && ReturnedHeaders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return (text[..headersFrom], text[headersFrom..]);
            }
            else if (line.Length == 0 || line[0] is not (' ' or '\t'))
            {
                headersFrom = -1;
            }
            any |= line.Length > 0;
            lineStart = end + 1;
        }
        return (text, "");
    }

    private static bool IsCopyMark(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 160) return false;
        foreach (var mark in CopyMarks)
            if (line.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static ReadOnlySpan<char> FieldName(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 40) return [];
        foreach (var c in line[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return [];
        return line[..colon];
    }

    private static HashSet<string> Addressees(MimeMessage mime, string copy)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (ReportParts.Returned(mime) is { } returned)
        {
            foreach (var box in returned.To.Mailboxes.Concat(returned.Cc.Mailboxes)) found.Add(box.Address);
        }
        else
        {
            foreach (var line in copy.Split('\n').Where(static l => l.StartsWith("To:", StringComparison.OrdinalIgnoreCase)).Take(1))
                foreach (var (_, address) in Addresses(line))
                    found.Add(address);
        }
        return found;
    }

    private static HashSet<string> Excluded(ReceivedMail mail)
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var box in mail.To) set.Add(box.Email);
        if (mail.Sender is { } sender) set.Add(sender.Email);
        return set;
    }

    private static List<(string Address, int Rank, int At)> Candidates(string notice, HashSet<string> excluded)
    {
        var found = new List<(string, int, int)>();
        var lineStart = 0;
        foreach (var line in notice.Split('\n'))
        {
            if (line.Contains('@') && line.Length < 2000 && !IsOther(line))
            {
                foreach (var (at, address) in Addresses(line))
                {
                    if (excluded.Contains(address) || MachineSender.IsMailSystem(new MailAddress(null, address))) continue;
                    if (found.Count > 0 && line.AsSpan(0, at).TrimEnd(" <").EndsWith("expanded from:", StringComparison.OrdinalIgnoreCase)) found.RemoveAt(found.Count - 1); // Sendmail names the alias behind
                    if (found.Count < MaxRecipients * 2) found.Add((address, Rank(line, at, address.Length), lineStart + at));
                }
            }
            lineStart += line.Length + 1;
        }
        return found;
    }

    private static bool IsOther(string line)
    {
        var trimmed = line.AsSpan().TrimStart(" \t*-|>\"(");
        foreach (var label in OtherLabels)
            if (trimmed.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.IndexOf(':') is var colon && (label.EndsWith(':') || (colon >= 0 && colon < line.Length - trimmed.Length + label.Length + 24)))
                return true;
        return false;
    }

    private static int Rank(string line, int at, int length)
    {
        var before = line.AsSpan(0, at).Trim(" \t<\"'(*-•|[");
        var after = line.AsSpan(at + length).TrimStart(" \t>\"')]");
        if (before.Length == 0)
            return after.Length == 0 || after[0] is ':' or '.' or '[' or '(' or ',' or ';' or '|' or '\uFF1A' ? 3 : StatusCode.Reply(line) > 0 || StatusCode.Enhanced(line) is not null ? 3 : 2;
        if (IsReplyLine(before, line.AsSpan(at + length))) return 3;
        if (before.EndsWith("smtp=", StringComparison.OrdinalIgnoreCase)) return 3; // X.400: "c=us;…;dda:SMTP=address;"
        if (before.EndsWith("rcpt to:", StringComparison.OrdinalIgnoreCase) || before.EndsWith("rfc822;", StringComparison.OrdinalIgnoreCase) || before.EndsWith("smtp;", StringComparison.OrdinalIgnoreCase)) return 3;
        if (before.Length < 48 && before[^1] is ':' or '\uFF1A') return IsAddressee(before) ? 1 : 3;
        if (StatusCode.Reply(line) > 0 || StatusCode.Enhanced(line) is not null) return 2;
        return at > 0 && line[at - 1] is '<' or '(' or '（' ? 2 : 1;
    }

    /// <summary>Sendmail's transcript: <c>550 5.1.1 &lt;address&gt;... User unknown</c>.</summary>
    private static bool IsReplyLine(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.Length is >= 3 and <= 12 && char.IsAsciiDigit(before[0]) && StatusCode.Reply(before) > 0 && after.TrimStart('>').StartsWith("...", StringComparison.Ordinal);

    /// <summary>"To:" repeats the head of the returned mail: a list, perhaps, of which one member failed.</summary>
    private static bool IsAddressee(ReadOnlySpan<char> label)
    {
        label = label.TrimEnd(" :\uFF1A");
        foreach (var word in Addressee)
            if (label.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static readonly IReadOnlyList<string> Addressee = LexiconFile.Words("Sorting/marks", "addressee");

    private static List<FailedRecipient> Statuses(string notice, List<(string Address, int Rank, int At)> chosen)
    {
        var all = Status(notice);
        var result = new List<FailedRecipient>(chosen.Count);
        for (var i = 0; i < chosen.Count; i++)
        {
            var from = chosen[i].At;
            var to = i + 1 < chosen.Count ? Math.Max(from, chosen[i + 1].At) : notice.Length;
            var own = chosen.Count == 1 ? all : Status(notice[Math.Min(from, notice.Length)..Math.Min(to, notice.Length)]) ?? all;
            result.Add(new FailedRecipient(chosen[i].Address, StatusCode.IsPermanent(own), own ?? "5.0.0"));
        }
        return result;
    }

    /// <summary>The code in the text; where servers only give a three-digit reply or words, the code for their reason.</summary>
    private static string? Status(string text)
    {
        if (StatusCode.Enhanced(text) is { } enhanced) return enhanced;
        var reply = StatusCode.Reply(text);
        foreach (var reason in SortingWords.Reasons.FindAll(text.Length > 4000 ? text[..4000] : text).Select(static hit => hit.Value).Order())
        {
            if (StatusCode.Of(reason) is not { } code) continue;
            if (reply == 0) return code;
            return $"{reply / 100}{code[1..]}";
        }
        return reply > 0 ? $"{reply / 100}.0.0" : null;
    }
}
