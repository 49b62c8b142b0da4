using System.Globalization;
using System.Text.Json;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Digests;

/// <summary>More time that a mail asks for, as one word of the digest grants it.</summary>
internal sealed record MoreTimeOffer(DigestExtension Told, PreparedAnswer Answer);

/// <summary>Tells which mails that wait ask for more time to answer a circular, and until when it would be granted. What is decided for all on one day (a consultation) is extended for nobody alone.</summary>
internal sealed class MoreTimeOffers(RegisterStore register, TimeProvider clock)
{
    /// <summary>Given to whoever names no day, from the closing date, or from today where that is over.</summary>
    private const int Usual = 14;

    /// <returns>Null where the mail asks for none, holds an answer or entries beside it, or none can be given by a word.</returns>
    public async Task<MoreTimeOffer?> OfAsync(Group group, MessageDetails? mail, CancellationToken stop)
    {
        if (mail is not { Line.State: MessageState.Held, ReadingJson: { } reading, Answer: { Said: null, Beside.Count: 0, CallId: { } callId, MemberId: { } memberId } }
            || mail.Items.Any(item => item.State == ItemState.Held) || Asked(reading) is not { } passage) return null;
        var entries = await register.LiveAsync(group.Key, [EntryKind.Call, EntryKind.Obligation, EntryKind.Member], stop);
        if (entries.OfType<CallEntry>().FirstOrDefault(call => call.Id == callId) is not { Rule: null, Deadline: { } common } call
            || entries.OfType<MemberEntry>().FirstOrDefault(member => member.Id == memberId) is not { } member
            || entries.OfType<ObligationEntry>().FirstOrDefault(owed => owed.OfKind == EntryKind.Call && owed.Of == callId && owed.Debtor.MemberId == memberId) is not { } owed) return null;
        var today = DayOf(clock.GetUtcNow(), group.Zone);
        var closing = (owed.Deadline ?? common).DayOr(group.Zone);
        // Of "instead of 1 February, 15 February" the later day is the one that is asked for.
        var named = Dates.Find(passage, DayOf(mail.Line.ArrivedAt, group.Zone), mail.Line.Language).Select(found => found.Value.Last).Where(day => day > closing && day > today).Max();
        var until = named ?? (closing > today ? closing : today).AddDays(Usual);
        var command = string.Create(CultureInfo.InvariantCulture, $"call extend \"{Quotable(call.Number)}\" --for \"{Quotable(Whom(member))}\" --to {until:yyyy-MM-dd} --mail {mail.Line.Id}");
        return new MoreTimeOffer(new DigestExtension(owed.Debtor.Name, call.Number, until, named is null), new PreparedAnswer(AnswerWords.Extend, command));
    }

    /// <summary>By what the order finds the member: of an administration its country, of any other its body or name.</summary>
    private static string Whom(MemberEntry member) => member is { Sort: MemberSort.Administration, Country: { } country } ? country : member.Body ?? member.Name;

    private static string Quotable(string value) => value.Replace("\"", "", StringComparison.Ordinal);

    /// <summary>The sentence that asks for more time; null where none does.</summary>
    private static string? Asked(string reading)
    {
        using var read = JsonDocument.Parse(reading);
        return !read.RootElement.TryGetProperty("attentionReasons", out var reasons) ? null
            : reasons.EnumerateArray().Select(reason => reason.GetString()).FirstOrDefault(reason => reason is not null && Attention.AsksForTime(reason));
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
