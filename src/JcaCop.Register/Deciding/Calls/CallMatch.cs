using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>How well it is proved which call a mail answers.</summary>
public enum MatchStrength
{
    /// <summary>A guess, or two proofs that disagree: a person confirms it.</summary>
    Weak,
    /// <summary>The only call of the fitting sort that the sender's member still owes an answer to, or the call's own title in the subject.</summary>
    Fair,
    /// <summary>Our letter in the thread, or the number of the circular.</summary>
    Strong,
}

/// <summary>Which call a mail answers.</summary>
/// <param name="Call">Null where the circular that is cited is not registered (yet).</param>
/// <param name="Cited">The number as the mail cites it; null where it cites none.</param>
/// <param name="Evidence">One sentence.</param>
public sealed record CallMatch(CallEntry? Call, string? Cited, MatchStrength Strength, string Evidence)
{
    /// <summary>The strongest proof decides: our letter in the thread, the number, the title, what the member still owes, the only open call of the sort (DESIGN, 3.4).</summary>
    /// <param name="sorts">Sorts of calls to which the mail says something; empty where it says nothing to any.</param>
    /// <param name="proper">Those of which what it says is the very matter: only they are guessed at where nothing is cited.</param>
    /// <param name="at">When the mail arrived, UTC.</param>
    /// <returns>Null where nothing speaks for a call.</returns>
    public static CallMatch? Find(MailReading reading, AnsweredLetter? thread, IReadOnlySet<CallSort> sorts, IReadOnlySet<CallSort> proper, SpokenFor speaker, Known known, DateTimeOffset at)
    {
        var threaded = OfThread(thread, known);
        var cited = reading.Answers.Circular;
        var numbered = cited is null ? Written(reading, known) : NamedOrElse(cited, reading, known);
        if (numbered is not null && Named(cited, known)?.Id != numbered.Id) cited = numbered.Number;

        // Whoever answers by "reply" may take the last letter that is at hand, and that of last year.
        if (threaded is { Live: false } && !CitesAnew(threaded, reading, known) && Anew(threaded, sorts, speaker, known, at) is [var current])
            return new CallMatch(current, null, reading.Items.Count > 0 && current.Sort is CallSort.Nomination or CallSort.Contacts or CallSort.Invitation ? MatchStrength.Fair : MatchStrength.Weak,
                $"it answers our letter on {threaded.Number}, which is over, while {current.Number} is open and not answered");
        if (threaded is not null)
            return numbered is not null && numbered.Id != threaded.Id
                ? sorts.Contains(numbered.Sort) && !sorts.Contains(threaded.Sort)
                    ? new CallMatch(numbered, cited, MatchStrength.Fair, $"it cites {numbered.Number}, and what it says fits that, though it answers our letter on {threaded.Number}")
                    : new CallMatch(threaded, cited, MatchStrength.Weak, $"it answers our letter on {threaded.Number}, but cites {numbered.Number}")
                : new CallMatch(threaded, cited, MatchStrength.Strong, $"it answers our letter on {threaded.Number}");

        if (numbered is not null)
        {
            if (sorts.Count == 0 || sorts.Contains(numbered.Sort)) return new CallMatch(numbered, cited, MatchStrength.Strong, $"it cites {numbered.Number}");
            if (CitedCalls.Of(reading, known).Where(call => call.Live && sorts.Contains(call.Sort)).ToList() is [var fitting])
                return new CallMatch(fitting, fitting.Number, MatchStrength.Strong, $"it cites {fitting.Number}");
            return Owed(sorts, speaker, known, at) is [var other]
                ? new CallMatch(other, cited, MatchStrength.Weak, $"it cites {numbered.Number}, but what it says fits {other.Number}")
                : new CallMatch(numbered, cited, MatchStrength.Weak, $"it cites {numbered.Number}, but says nothing that was asked there");
        }
        if (cited is not null)
            return Owed(sorts, speaker, known, at) is [var meant]
                ? new CallMatch(meant, cited, MatchStrength.Weak, $"it cites {cited}, which is not on record; {meant.Number} is the only call open to which it could be an answer")
                : new CallMatch(null, cited, MatchStrength.Strong, $"it cites {cited}, which is not registered");

        if (Titled(reading.Mail.Subject, known) is { } titled) return new CallMatch(titled, null, MatchStrength.Fair, $"its subject is that of {titled.Number}");
        if (proper.Count == 0) return null;
        if (speaker is { Member: not null, Mandate: not Mandate.Other } && Owed(proper, speaker, known, at) is [var owed])
            return new CallMatch(owed, null, MatchStrength.Fair, $"{owed.Number} is the only call of this sort that {speaker.Member.Name} has not answered");
        return known.All<CallEntry>().Where(call => call.Live && call.OpenedAt <= at && proper.Contains(call.Sort)).ToList() is [var only]
            ? new CallMatch(only, null, MatchStrength.Weak, $"{only.Number} is the only open call of this sort") : null;
    }

    /// <summary>The call that a mail is proved to be about before it is known what it says: our letter in its thread, the number, the title as its subject.</summary>
    /// <returns>Null where two proofs disagree, or there is none.</returns>
    public static CallEntry? Proved(MailReading reading, AnsweredLetter? thread, Known known)
    {
        var threaded = OfThread(thread, known);
        var numbered = reading.Answers.Circular is { } cited ? NamedOrElse(cited, reading, known) : Written(reading, known);
        return threaded is not null && numbered is not null && threaded.Id != numbered.Id ? null : threaded ?? numbered ?? (reading.Answers.Circular is null ? Titled(reading.Mail.Subject, known) : null);
    }

    /// <summary>The call of the number, in any of its forms; of several the one that is open.</summary>
    public static CallEntry? Named(string? number, Known known)
    {
        if (number is null) return null;
        foreach (var form in CallNumber.Forms(number))
        {
            var calls = known.Named<CallEntry>(EntryKind.Call, form).ToList();
            if (calls is [var only]) return only;
            if (calls.Count > 1) return calls.Where(call => call.Live).ToList() is [var open] ? open : null;
        }
        return null;
    }

    internal static CallEntry? OfThread(AnsweredLetter? thread, Known known) => thread?.About switch
    {
        { Kind: EntryKind.Call } about => known.Filed<CallEntry>(EntryKind.Call, about.Id),
        { Kind: EntryKind.Obligation } about when known.Filed<ObligationEntry>(EntryKind.Obligation, about.Id) is { OfKind: EntryKind.Call } owed => known.Filed<CallEntry>(EntryKind.Call, owed.Of),
        _ => null,
    };

    private static CallEntry? Written(MailReading reading, Known known) => known.All<CallEntry>()
        .FirstOrDefault(call => CallNumber.IsCited(call.Number, reading.Mail.Subject) || CallNumber.IsCited(call.Number, reading.Mail.Body.Readable));

    /// <summary>The call that is cited. Where the first citation is of none on record, a further one may be: a letter that answers two groups cites the circulars of both.</summary>
    private static CallEntry? NamedOrElse(string cited, MailReading reading, Known known) =>
        Named(cited, known) ?? (CitedCalls.InWords(reading, known) is [var only] ? only : null);

    /// <summary>Whether the new words themselves cite the call: its number in the subject of a reply is our own.</summary>
    private static bool CitesAnew(CallEntry call, MailReading reading, Known known) => CitedCalls.InText(reading.Mail.Body.ReplyText, known).Any(cited => cited.Id == call.Id);

    /// <summary>What was opened since, and is owed still by the member that speaks.</summary>
    private static List<CallEntry> Anew(CallEntry over, IReadOnlySet<CallSort> sorts, SpokenFor speaker, Known known, DateTimeOffset at) =>
        speaker.Member is null || !sorts.Contains(over.Sort) ? [] : Owed(sorts, speaker, known, at).FindAll(call => call.Sort == over.Sort && call.OpenedAt > over.OpenedAt);

    private static CallEntry? Titled(string subject, Known known)
    {
        var said = NameKey.Of(subject);
        return known.All<CallEntry>()
            .Where(call => call.Titles.Values.Append(call.Title).Select(NameKey.Of)
                .Any(title => title.Length >= ShortestTitle && said.Contains(title, StringComparison.Ordinal)))
            .ToList() is [var only]
            ? only : null;
    }

    /// <summary>What the member still owes an answer to that stands; where no member is known, all that is open.</summary>
    private static List<CallEntry> Owed(IReadOnlySet<CallSort> sorts, SpokenFor speaker, Known known, DateTimeOffset at)
    {
        var open = known.All<CallEntry>().Where(call => call.Live && call.OpenedAt <= at && sorts.Contains(call.Sort));
        if (speaker.Member is { } member)
            open = open.Where(call => known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any()
                && CallPlacing.Entry(known, call.Id, member.Id, null)?.Given is null);
        return [.. open];
    }

    /// <summary>A shorter title is part of too many subjects. UTF-16 units, folded; a Chinese title says much in few.</summary>
    private const int ShortestTitle = 10;
}
