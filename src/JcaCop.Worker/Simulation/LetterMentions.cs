using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using MimeKit;

namespace JcaCop.Worker.Simulation;

/// <summary>
/// What a mail of the story says of a letter of the service, which nobody can know before it leaves: <c>{{code of question to chair@x.example}}</c>,
/// <c>{{code 2 of digest to …}}</c> and <c>{{id of receipt to …}}</c> stand for the code and the Message-ID of the newest letter of that kind to that address.
/// </summary>
/// <param name="sent">Folder of the letters that left.</param>
internal sealed partial class LetterMentions(string sent, OutboxStore outbox)
{
    /// <returns>The bytes to deliver, and what could not be filled in.</returns>
    public async Task<(byte[] Raw, IReadOnlyList<string> Problems)> FillAsync(byte[] raw, CancellationToken stop)
    {
        // Latin-1 keeps every byte, whatever charset the mail is in.
        var text = Encoding.Latin1.GetString(raw);
        if (Mention().Count(text) == 0) return (raw, []);
        var letters = (await outbox.ListAsync(OutboxState.Accepted, int.MaxValue, stop)).OrderByDescending(letter => letter.Id).ToList();
        var problems = new List<string>();
        var filled = Mention().Replace(text, mention =>
        {
            var (kind, to) = (mention.Groups["kind"].Value, mention.Groups["to"].Value);
            var letter = letters.Find(one => one.Kind == kind && one.To.Equals(to, StringComparison.OrdinalIgnoreCase));
            var value = letter is null ? null : mention.Groups["what"].Value == "id" ? letter.InternetId : Code(letter, mention.Groups["number"].Value);
            if (value is null) problems.Add(letter is null ? $"{mention.Value}: no such letter has left yet" : $"{mention.Value}: the letter holds no such code");
            return value ?? mention.Value;
        });
        return (Encoding.Latin1.GetBytes(filled), problems);
    }

    private string? Code(OutboxLine letter, string number)
    {
        var mail = MimeMessage.Load(Path.Combine(sent, PickupFolder.FileName(letter.InternetId)));
        // What stands in the subject as its code comes first: a number of a statement may look like one.
        var codes = Written().Matches($"{mail.Subject}\n{mail.TextBody}").Select(code => code.Value).Where(code => ReplyToken.Parse(code) is not null);
        if (ReplyToken.InSubject(mail.Subject ?? "") is { } own) codes = codes.Prepend(own.ToString());
        codes = codes.Distinct(StringComparer.Ordinal);
        return codes.ElementAtOrDefault(number.Length == 0 ? 0 : int.Parse(number, CultureInfo.InvariantCulture) - 1);
    }

    /// <summary>Header lines are folded where there is a blank.</summary>
    [GeneratedRegex(@"\{\{(?<what>code|id)(?:\s+(?<number>[1-9]\d?))?\s+of\s+(?<kind>[a-z-]+)\s+to\s+(?<to>[^\s{}]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    /// <summary>As letters show it; a span of years is none.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z-])(?=[0-9-]*[A-Z])[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Za-z-])", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
