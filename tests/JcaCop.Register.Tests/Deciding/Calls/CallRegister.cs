using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding.Calls;

/// <summary>A register with members and calls, and mails judged against it.</summary>
internal sealed class CallRegister
{
    public Known Known { get; } = new("g");

    public JudgePolicy Policy { get; init; } = new("g", []);

    private long number;

    /// <summary>Administrations with numbers and addresses: <c>itu@ministry-xx.example</c>.</summary>
    public CallRegister Members(params string[] countries)
    {
        foreach (var country in countries)
            Known.Put(new MemberEntry(++number, "g", $"Administration of {country}", MemberSort.Administration, country, null,
                [new JcaCop.Register.Entries.PersonAddress($"itu@ministry-{country.ToLowerInvariant()}.example", Reachability.Unknown)], null, true) { Version = 1 });
        return this;
    }

    /// <summary>A call to all members, as it lies in the register.</summary>
    public CallEntry Open(string name, CallSort sort, DateTimeOffset? deadline = null, DecisionRule? rule = null, IReadOnlyList<string>? questions = null)
    {
        var desk = new Known("g");
        foreach (var entry in Known.All<FiledEntry>()) desk.Put(entry);
        var draft = new DeskDraft(desk, Mails.Start.AddDays(-10));
        var told = new CallEntry(0, "g", name, sort, $"Title of {name}", Mails.Start.AddDays(-10), deadline is { } at ? new Deadline(at, "test") : null, ["all"], CallState.Open)
        {
            Rule = sort == CallSort.Consultation ? rule ?? DecisionRule.ConsentBySilence : null,
            Questions = [.. (questions ?? []).Select(one => new CallQuestion(one, $"Question {one}?"))],
        };
        Assert.Null(JcaCop.Register.Deciding.Desk.CallDesk.Open(told, draft, (_, _) => []).Problem);
        var ids = new Dictionary<(EntryKind, long), long>();
        foreach (var change in draft.Changes)
            Known.Put(change.After.Numbered((kind, id) => id > 0 ? id : ids.TryGetValue((kind, id), out var given) ? given : ids[(kind, id)] = ++number) with { Version = 1 });
        return Known.All<CallEntry>().Single(call => call.Number == name && call.Id > 0);
    }

    public IReadOnlyList<JudgedMail> Judge(params IReadOnlyList<(TakenMail, MailReading)> mails) => JcaCop.Register.Deciding.Judge.DecideAll(mails, Known, Policy, Mails.Start);

    public static (TakenMail, MailReading) Taken(int index, string from, string subject, string body, string? extra = null, params IReadOnlyList<Item> items)
    {
        var raw = Mails.Raw($"{index}@{from}", from, subject, body, extra: extra);
        var taken = new TakenMail(index + 1, new MailKey("box", 7, $"{index}"), $"{index}@{from}", Mails.Start.AddMinutes(index), raw.Length, raw, false, 0);
        var reading = MailReader.Read(new MemoryStream(raw));
        return (taken, items.Count == 0 ? reading : reading with { Items = items, NeedsAttention = false, AttentionReasons = [] });
    }

    public static Position Position(PositionTaken taken) => new(taken, "the proposal") { Confidence = 0.95, Decision = Decision.Accept };

    /// <summary>How the administration of a country stands to a call.</summary>
    public ObligationState Owes(CallEntry call, string country) =>
        Assert.Single(Known.All<ObligationEntry>(), owed => owed.Of == call.Id && owed.Id > 0 && owed.Debtor.Country == country).State;

    public AnswerEntry Answer(CallEntry call, string country) => Assert.Single(Known.All<AnswerEntry>(), answer => answer.CallId == call.Id && answer.Country == country);
}
