using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We would like to join the meeting remotely": who wishes to come to a meeting registers, and puts no house forward.</summary>
internal static class WishedComing
{
    /// <summary>So far behind the wish the verb of coming stands, and behind that the meeting.</summary>
    private const int Wish = 32, Reach = 60;

    /// <summary>No tag says it: a person is asked.</summary>
    private const double Unsaid = 0.3;

    /// <summary>The verb of coming in a sentence where the writer, alone or for "us", wishes to come to a meeting; null where it is said of no meeting, or of somebody else.</summary>
    public static PhraseHit<string>? Find(ItemContext context, TextSpan span)
    {
        foreach (var wish in Oneself.Said(context, "wishes", span))
        {
            // "to join JCA-COP and attend its meetings": the first verb tells what is wished
            if (Oneself.Said(context, "comes", TextSpan.FromBounds(wish.End, Math.Min(span.End, wish.End + Wish))).FirstOrDefault() is not { Length: > 0 } comes) continue;
            var between = TextSpan.FromBounds(wish.End, comes.Start);
            if (!Clauses.Part(context.Text, wish.End, comes.Start) && !Oneself.Said(context, "anothers", between).Any() && !Denials.Before(context, span.Start, comes.Start)
                && IsOfMeeting(context, span, comes)) return comes;
        }
        return null;
    }

    /// <summary>The meeting stands directly behind the verb ("join your September meeting"), or a way of taking part in the meeting that the mail is about; not "join JCA-COP and its meetings".</summary>
    private static bool IsOfMeeting(ItemContext context, TextSpan span, PhraseHit<string> comes)
    {
        foreach (var meeting in context.Matters.Within(Matter.Meeting, comes.End, Math.Min(span.End, comes.End + Reach)))
            if (!context.Marked.Any(Word.Conjunction, comes.End, meeting.Start) && !Clauses.Part(context.Text, comes.End, meeting.Start)) return true;
        return context.Answers.Meeting is not null && context.BodyIn(comes.End, Math.Min(span.End, comes.End + Reach)) is null
            && AttendanceModes.Words(context, span).Any() && (context.Meets is null || context.Meets.Covers(span));
    }

    public static void Add(ItemContext context, List<Item> items)
    {
        if (context.Source is not null || !Oneself.Said(context, "wishes", new TextSpan(0, context.Text.Length)).Any()
            || Liaisons.MayBe(context.Mail) || SenderPerson.Of(context) is not { Name: { } writer } person || AttendanceUntagged.IsHouse(writer)) return;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || Find(context, span) is not { } comes || Utterances.IsOpen(context, span) || context.Matters.Any(Matter.Asks, span) || context.Matters.Any(Matter.Negator, span) // "we have not chosen the names yet"
                || NamesIn.Find(context, span.Start, span.End).Exists(name => !SameName.Is(name.Value, writer)) && !IsJoined(context, span)) continue;
            // "We wish to take part; Ms Holm will attend": whoever is named comes
            if (items.Exists(item => IsOf(item, writer) || item is Registration or Regret && !IsJoined(context, span))) return;
            var said = new Evidence("person.name", context.Source, comes.Start, context.Text.Substring(comes.Start, comes.Length), Unsaid);
            var coming = new Registration(context.Answers.Meeting, AttendanceModes.Of(context, span), person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [said] };
            var judged = Confidence.Judge(coming, DraftOrigin.Prose, false, Unsaid);
            items.Add(judged with { Signs = [.. judged.Signs, new Sign("untagged", 1)] });
            return;
        }
    }

    private static bool IsOf(Item item, string writer) =>
        item is Registration { Person.Name: { } coming } && SameName.Is(coming, writer) || item is Regret { Name: { } away } && SameName.Is(away, writer);

    /// <summary>"Jonas Veit and I would like to follow": the wish is the writer's, too.</summary>
    private static bool IsJoined(ItemContext context, TextSpan span)
    {
        foreach (var wish in Oneself.Said(context, "wishes", span))
            foreach (var and in context.Marked.Within(Word.Conjunction, Math.Max(span.Start, wish.Start - LongestJoint), wish.Start))
                if (!Clauses.Part(context.Text, and.End, wish.Start) && context.Text.AsSpan(and.End, wish.Start - and.End).Trim().Length <= LongestSelf) return true;
        return false;
    }

    /// <summary>" and ", and "moi" or "yo" before the verb.</summary>
    private const int LongestJoint = 12, LongestSelf = 4;
}
