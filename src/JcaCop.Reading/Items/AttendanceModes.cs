using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Tells how somebody takes part: in the room, or from afar.</summary>
internal static class AttendanceModes
{
    /// <summary>How far a denial reaches: "not in person", 不能亲自.</summary>
    private const int Reach = 9;

    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(".;!?。；؛");

    /// <param name="apart">Words that tell of somebody else.</param>
    /// <returns>Null where the words of the passage tell of no way, or of both.</returns>
    public static AttendanceMode? Of(ItemContext context, TextSpan span, Func<PhraseHit<Matter>, bool>? apart = null)
    {
        var remote = false;
        var present = false;
        foreach (var hit in Words(context, span))
            if (apart?.Invoke(hit) == true) continue;
            else
            if (hit.Value == Matter.Remote != Denials.Before(context, Math.Max(0, hit.Start - Reach), hit.Start)) remote = true; else present = true;
        return remote == present ? null : remote ? AttendanceMode.Remote : AttendanceMode.InPerson;
    }

    /// <summary>Each word of the passage that tells of a way of taking part, and the place of meetings, which may tell that somebody will be there; in order, without those that share their place.</summary>
    public static List<(AttendanceMode Mode, PhraseHit<Matter> Word)> Told(ItemContext context, TextSpan span)
    {
        var told = new List<(AttendanceMode Mode, PhraseHit<Matter> Word)>();
        foreach (var hit in Words(context, span))
            Add(hit.Value == Matter.Remote != Denials.Before(context, Math.Max(0, hit.Start - Reach), hit.Start) ? AttendanceMode.Remote : AttendanceMode.InPerson, hit);
        foreach (var hit in context.Matters.Within(Matter.GenevaName, span.Start, span.End)) Add(AttendanceMode.InPerson, hit);
        told.Sort(static (a, b) => a.Word.Start.CompareTo(b.Word.Start));
        return told;

        void Add(AttendanceMode mode, PhraseHit<Matter> hit)
        {
            var other = told.FindIndex(known => known.Word.Start < hit.End && hit.Start < known.Word.End);
            if (other < 0) told.Add((mode, hit));
            else if (told[other].Word.Length < hit.Length) told[other] = (mode, hit);
        }
    }

    /// <summary>The words of the passage that tell of a way of taking part, without those that belong to a name or a subject.</summary>
    public static IEnumerable<PhraseHit<Matter>> Words(ItemContext context, TextSpan span)
    {
        foreach (var kind in (Matter[])[Matter.Remote, Matter.InPerson])
            foreach (var hit in context.Matters.Within(kind, span.Start, span.End))
                if (!Means(context, hit) && !Quoted(context.Text, hit.Start) && !IsName(context, hit.Start) && !IsUnticked(context.Text, hit) && !LeftWay.Is(context, hit, span)) yield return hit;
    }

    /// <summary>Boxes farther from the words are of another question.</summary>
    private const int FarthestBox = 200;

    /// <summary>"( ) on site (x) remote": of several boxes on a line only what stands behind a ticked one is told; the box stands before its words, or behind the last of them.</summary>
    private static bool IsUnticked(string text, PhraseHit<Matter> word)
    {
        var from = Math.Max(0, word.Start - FarthestBox);
        var turn = text.AsSpan(from, word.Start - from).LastIndexOf('\n');
        var line = from + turn + 1;
        var reach = Math.Min(text.Length, word.End + FarthestBox);
        var length = text.AsSpan(word.End, reach - word.End).IndexOf('\n');
        var end = length < 0 ? reach : word.End + length;
        var boxes = CheckBoxes.Find(text, line, end);
        if (boxes.Count < 2 || !boxes.Exists(static box => box.Ticked)) return false;
        var label = text.AsSpan(line, boxes[0].Start - line).LastIndexOfAny(LabelEnds);
        var behind = HasLetter(text.AsSpan(line + label + 1, boxes[0].Start - line - label - 1)); // "in person ☒ remote ☐"
        var own = behind ? boxes.Find(box => box.Start >= word.End) : boxes.FindLast(box => box.Start < word.Start);
        return own is { Length: > 0, Ticked: false };
    }

    /// <summary>End a label, or lead from it to the boxes.</summary>
    private static readonly System.Buffers.SearchValues<char> LabelEnds = System.Buffers.SearchValues.Create(":：.=_…");

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words) if (char.IsLetter(c)) return true;
        return false;
    }

    /// <summary>A journey to the place of meetings, or the place said of the person: "will take part in this meeting, in Geneva".</summary>
    public static bool Present(ItemContext context, TextSpan span, int verbEnd)
    {
        foreach (var place in context.Matters.Within(Matter.GenevaName, span.Start, span.End))
            foreach (var journey in context.Matters.Within(Matter.Travel, span.Start, span.End))
                if (Near(context.Text, journey, place)) return true;
        foreach (var place in context.Matters.Within(Matter.Geneva, verbEnd, span.End))
        {
            if (place.Start - verbEnd <= 2) return true;
            var before = context.Text.AsSpan(0, place.Start).TrimEnd();
            if (before.Length > 0 && before[^1] is ',' or '،' or '，') return true;
        }
        return false;
    }

    /// <summary>"children online" speaks of no way of taking part.</summary>
    private static bool Means(ItemContext context, PhraseHit<Matter> word)
    {
        foreach (var other in context.Matters.Within(Matter.NotRemote, Math.Max(0, word.Start - 30), Math.Min(context.Text.Length, word.End + 30)))
            if (other.Start <= word.Start && other.End >= word.End) return true;
        return false;
    }

    /// <summary>"jefe de Telemática": a capital behind a post and a preposition names a unit.</summary>
    private static bool IsName(ItemContext context, int at)
    {
        var text = context.Text;
        if (at < 3 || !char.IsUpper(text[at]) || text[at - 1] != ' ' || !char.IsLower(text[at - 2])) return false;
        foreach (var post in context.Marked.Within(Lexicons.Word.Post, Math.Max(0, at - LongestPost), at))
            if (at - post.End <= LongestJoint && text.AsSpan(post.End, at - post.End).IndexOfAny(".,;:(") < 0) return true;
        return false;
    }

    private const int LongestPost = 40, LongestJoint = 5;

    private static bool Quoted(string text, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 60; i--)
        {
            if (text[i] is '»' or '”' or '》' or '\n') return false;
            if (text[i] is '«' or '“' or '„' or '《') return true;
        }
        return false;
    }

    private static bool Near(string text, PhraseHit<Matter> journey, PhraseHit<Matter> place)
    {
        var (from, to) = journey.End <= place.Start ? (journey.End, place.Start) : (place.End, journey.Start);
        return to - from <= 60 && text.AsSpan(Math.Min(from, to), Math.Abs(to - from)).IndexOfAny(SentenceEnds) < 0;
    }
}
