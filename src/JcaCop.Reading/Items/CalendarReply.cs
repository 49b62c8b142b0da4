using System.Globalization;
using JcaCop.Reading.Accepting;
using JcaCop.Reading.Parts;
using MimeKit;

namespace JcaCop.Reading.Items;

/// <summary>What a calendar program sends when its user accepts or declines an invitation (iTIP REPLY, RFC 5546, 3.2.3): often the whole mail, without a word.</summary>
internal static class CalendarReply
{
    private const int LongestPart = 64_000;

    /// <summary>Somebody else's reply, or one that names nobody: a person is asked.</summary>
    private const double Unsure = 0.3;

    /// <param name="Status">PARTSTAT of the attendee (RFC 5545, 3.2.12), in capitals.</param>
    /// <param name="Day">The first day of the meeting, by the clock that the entry names.</param>
    private sealed record Reply(string Status, string? Name, string? Email, DateOnly? Day);

    private static readonly Sign Own = new("calendarReply", 1);

    public static void Add(ItemContext context, List<Item> items)
    {
        if (context.Source is not null || Read(context.Mail.Mime) is not { } reply || reply.Status is not ("ACCEPTED" or "DECLINED")) return;
        var own = context.Mail.Sender is { } sender && (reply.Email is null || reply.Email.Equals(sender.Email, StringComparison.OrdinalIgnoreCase));
        var person = own ? SenderPerson.Of(context) : new Person(reply.Name, null, reply.Email, null, null, null);
        if (person.Name is null && reply.Name is not null) person = person with { Name = reply.Name };
        if (person.Name is not { } name || items.Exists(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name) || item is Regret { Name: { } away } && SameName.Is(away, name))) return;
        var meeting = context.Answers.Meeting ?? reply.Day;
        var said = new Evidence("person.name", null, 0, "", own ? 1 : Unsure);
        Item item = reply.Status == "ACCEPTED"
            ? new Registration(meeting, null, person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [said] }
            : new Regret(meeting, name) { Evidence = [said with { Field = "name" }] };
        items.Add(item with { Signs = own ? [Own] : [new Sign("untagged", 1)] });
    }

    /// <summary>"Tentative": neither, and a person should know; null where no calendar program answers so.</summary>
    public static string? Open(ReceivedMail mail) => Read(mail.Mime) is { Status: not ("ACCEPTED" or "DECLINED") } reply ? $"an invitation is answered with {reply.Status}" : null;

    private static Reply? Read(MimeMessage mime)
    {
        foreach (var part in mime.BodyParts.OfType<TextPart>())
        {
            if (!part.ContentType.IsMimeType("text", "calendar") || part.Content is null) continue;
            var text = part.Text;
            if (text.Length > LongestPart) continue;
            if (Of(text) is { } reply) return reply;
        }
        return null;
    }

    private static Reply? Of(string text)
    {
        // a line that begins with a blank goes on with the one above (RFC 5545, 3.1)
        var lines = text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal).Split('\n');
        if (!lines.Any(static line => line.Trim().Equals("METHOD:REPLY", StringComparison.OrdinalIgnoreCase))) return null;
        string? status = null, name = null, email = null;
        DateOnly? day = null;
        var inEvent = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase)) inEvent = true;
            if (!inEvent) continue;
            if (line.StartsWith("ATTENDEE", StringComparison.OrdinalIgnoreCase) && status is null)
            {
                status = Parameter(line, "PARTSTAT")?.ToUpperInvariant();
                name = Parameter(line, "CN");
                if (line.IndexOf("mailto:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at) email = line[(at + "mailto:".Length)..].Trim();
            }
            else if (line.StartsWith("DTSTART", StringComparison.OrdinalIgnoreCase) && line.LastIndexOf(':') is > 0 and var colon && line.Length >= colon + 9
                && DateOnly.TryParseExact(line.AsSpan(colon + 1, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) day ??= first;
        }
        if (name is not null && name.Contains('@', StringComparison.Ordinal)) name = null;
        return status is null ? null : new Reply(status, name, email, day);
    }

    /// <summary>The value of a parameter of a property line, without quotation marks; null where it has none.</summary>
    private static string? Parameter(string line, string name)
    {
        var at = line.IndexOf($";{name}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        at += name.Length + 2;
        if (at < line.Length && line[at] == '"') return line.IndexOf('"', at + 1) is > 0 and var close ? line[(at + 1)..close] : null;
        var end = line.AsSpan(at).IndexOfAny(';', ':');
        return end < 0 ? null : line.Substring(at, end);
    }
}
