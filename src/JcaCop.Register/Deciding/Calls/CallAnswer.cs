using System.Text.Json.Serialization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>A mail taken as an answer to a call.</summary>
/// <param name="CallId">Null where the circular cited is not registered yet.</param>
/// <param name="Call">Number of the call, or as cited.</param>
/// <param name="MemberId">For whom it answers; null where no member is known.</param>
/// <param name="Respondent">Name of the member; otherwise whom the mail speaks for, or the sender's address.</param>
/// <param name="Said">Null where the mail is about the call but answers nothing: a question.</param>
/// <param name="State">Accepted: the answer stands. Held: it waits for a person beside the one that stands, if any, or was not understood.</param>
/// <param name="Why">What proves call and member, or why it waits; one sentence.</param>
public sealed record CallAnswer(
    long? CallId, string Call, long? MemberId, string Respondent, string? Country, AnswerSaid? Said, ItemState State, Mandate Mandate, string Why)
{
    /// <summary>Null unless held.</summary>
    public HeldBecause? Because { get; init; }

    /// <summary>It came after the closing date as that stood when it came.</summary>
    public bool IsLate { get; init; }

    /// <summary>Something is decided by the call, and what comes late counts only on the secretariat's word.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The call was called off before it came: it is on record, and nothing is owed.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>Our own mail server says that its sender may be somebody else: it waits for a person, and the member owes its answer as if it had not come.</summary>
    public bool IsForged { get; init; }

    /// <summary>What the same mail answers besides, for the same member: it cites several calls.</summary>
    public IReadOnlyList<CallAnswer> Beside { get; init; } = [];

    /// <summary>This answer and those beside it.</summary>
    [JsonIgnore]
    public IEnumerable<CallAnswer> All => Beside.Prepend(this);

    /// <summary>Whether any of them waits for a person.</summary>
    [JsonIgnore]
    public bool Waits => All.Any(answer => answer is { Said: not null, State: ItemState.Held });

    /// <summary>The answer with what a person made of the items that hold it.</summary>
    internal CallAnswer As(IEnumerable<Item> accepted) => accepted.Aggregate(this, (answer, item) => (item, answer.Said) switch
    {
        (Position position, { Sort: AnswerSort.Position } said) => answer with { Said = said with { Position = position.Taken } },
        (Questionnaire filled, { Sort: AnswerSort.Responses } said) => answer with { Said = said with { Responses = filled.Responses, Awaited = filled.Awaited } },
        _ => answer,
    });

    /// <summary>A person accepts it, and what waits beside it.</summary>
    internal CallAnswer Confirmed(IReadOnlyList<Item> accepted) =>
        As(accepted) with { State = ItemState.Accepted, Mandate = Mandate.Secretariat, Beside = [.. Beside.Select(other => other.Confirmed(accepted))] };

    /// <summary>What of it single items hold, for a decision on these items alone; the rest is there without words, so that nothing becomes of it.</summary>
    /// <returns>Null where the items hold none of the answers that wait.</returns>
    internal CallAnswer? HeldBy(IEnumerable<Item> items)
    {
        var sorts = items.Select(item => item switch { Position => AnswerSort.Position, Questionnaire => AnswerSort.Responses, _ => (AnswerSort?)null }).ToHashSet();
        return All.Any(Fits) ? Kept(this) with { Beside = [.. Beside.Select(Kept)] } : null;

        bool Fits(CallAnswer one) => one is { State: ItemState.Held, Said.Sort: var sort } && sorts.Contains(sort);
        CallAnswer Kept(CallAnswer one) => Fits(one) ? one : one with { Said = null };
    }

    /// <summary>The answer once what <paramref name="decided"/> holds of it is decided: the rest waits on.</summary>
    internal CallAnswer Without(CallAnswer decided, ItemState state)
    {
        return Left(this, decided) with { Beside = [.. Beside.Zip(decided.Beside, Left)] };

        CallAnswer Left(CallAnswer one, CallAnswer other) => other.Said is null || one.State != ItemState.Held ? one : other with { State = state, Beside = [] };
    }

    /// <summary>A person says what could not be read in it, or in what waits beside it.</summary>
    /// <param name="told">What an answer says that was not understood.</param>
    internal CallAnswer Saying(Func<CallAnswer, AnswerSaid, AnswerSaid> told) =>
        (Said is { Sort: AnswerSort.Unread } unread ? this with { Said = told(this, unread) } : this) with { Beside = [.. Beside.Select(other => other.Saying(told))] };

    /// <summary>It waits, though nothing in it does: the mail itself must be shown to a person.</summary>
    [JsonIgnore]
    public bool HoldsMail => State == ItemState.Held;
}
