using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The addressees of a liaison statement under each purpose.</summary>
/// <param name="Stated">False where the purpose was concluded from the text and no field says it.</param>
internal sealed record LiaisonAddressees(
    IReadOnlyList<string> Action, IReadOnlyList<string> Comment, IReadOnlyList<string> Information, IReadOnlyList<string> Copy, bool Stated);

/// <summary>Decides who is to act, to comment, or to take note.</summary>
/// <remarks>
/// A field for each purpose (ITU-T), clauses (ITU-D: "JCA-COP for action; others for information"), one word for all (IETF, ITU-R,
/// JTC 1), or paragraphs "ACTION:" (3GPP). Without any, a request with a deadline asks for action, all else informs.
/// </remarks>
internal static class LiaisonPurposes
{
    internal enum Purpose { Action, Comment, Information, Copy }

    internal static PhraseIndex<Purpose> Words { get; } = new(
        LexiconFile.Phrases("liaisons/purposes").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Purpose>(entry.Code))));

    public static LiaisonAddressees Of(LiaisonForm form, IReadOnlyList<string> to, IReadOnlyList<string> copy, bool deadline)
    {
        if (OfNothing(form, to, copy) is { } noted) return noted;
        var action = List(form, LiaisonLabel.ForAction);
        var comment = List(form, LiaisonLabel.ForComment);
        var information = List(form, LiaisonLabel.ForInformation);
        if (action.Count + comment.Count + information.Count > 0 || form.HasPurposes && !HasRequest(form))
            return new LiaisonAddressees(action, comment, information, copy, true);
        if (form.First(LiaisonLabel.Purpose) is { } field && OfField(field.Line, to, copy) is { } stated) return stated;
        if (form.First(LiaisonLabel.To) is { } addressees && OfList(addressees.Value, copy) is { } each) return each;
        if (HasRequest(form)) return new LiaisonAddressees(to, [], [], copy, true);
        return deadline ? new LiaisonAddressees(to, [], [], copy, false) : new LiaisonAddressees([], [], to, copy, false);
    }

    /// <summary>"Suite à donner : néant (pour information)": the only purpose that has a field is denied, and what stands behind it holds for all.</summary>
    private static LiaisonAddressees? OfNothing(LiaisonForm form, IReadOnlyList<string> to, IReadOnlyList<string> copy)
    {
        LiaisonField? denied = null;
        foreach (var field in form.Fields)
        {
            if (field.Label is not (LiaisonLabel.ForAction or LiaisonLabel.ForComment or LiaisonLabel.ForInformation)) continue;
            if (denied is not null || field.Listed is not null) return null;
            denied = field;
        }
        if (denied is null || Bodies.Find(denied.Line).Count > 0) return null;
        var head = denied.Line.AsSpan();
        if (head.IndexOfAny(",(（;،") is > 0 and var sign) head = head[..sign]; else return null;
        if (!BodyLists.SaysNone(head.ToString())) return null;
        return OfField(denied.Line[head.Length..], to, copy) ?? new LiaisonAddressees([], [], to, copy, true);
    }

    private static IReadOnlyList<string> List(LiaisonForm form, LiaisonLabel label)
    {
        var bodies = new List<string>();
        foreach (var field in form.Fields)
            if (field.Label == label && !IsProse(field.Line)) bodies.AddRange((field.Listed ?? Bodies.ParseList(field.Value)).Where(body => !bodies.Contains(body)));
        return bodies;
    }

    /// <summary>3GPP writes its request as a paragraph headed ACTION.</summary>
    private static bool HasRequest(LiaisonForm form) => form.Fields.Any(field => field.Label == LiaisonLabel.ForAction && IsProse(field.Line));

    /// <summary>A sentence, not a list of bodies: what is left of it beside the bodies that it names are words.</summary>
    private static bool IsProse(string line)
    {
        if (line.Length == 0 || line[^1] is not ('.' or '。') || line.Contains(';', StringComparison.Ordinal)) return false;
        var words = line.Count(c => c == ' ') + 1;
        foreach (var body in Bodies.Find(line)) words -= line.AsSpan(body.Start, body.Length).Count(' ') + 1;
        return words > LongestJoint;
    }

    /// <summary>"and the members of", "via its secretariat" may stand beside the bodies of a list.</summary>
    private const int LongestJoint = 5;

    /// <summary>"To: JCA-COP (for comment); SG17 (for information)": each addressee with its purpose; null where one stands without.</summary>
    private static LiaisonAddressees? OfList(string value, IReadOnlyList<string> copy)
    {
        var lists = new Dictionary<Purpose, List<string>> { [Purpose.Action] = [], [Purpose.Comment] = [], [Purpose.Information] = [], [Purpose.Copy] = [.. copy] };
        var clauses = value.AsSpan().IndexOfAny(";；؛") >= 0 ? value.Split([';', '；', '؛']) : BodyLists.Split(value);
        foreach (var clause in clauses)
        {
            if (Words.FindLongest(clause) is not [.., var purpose]) return null;
            var rest = purpose.Start == 0 ? clause[purpose.End..] : clause[..purpose.Start];
            var bodies = Bodies.ParseList(rest.Trim(' ', ',', '(', ')', '（', '）', '–', '—', '-', ':', '：', '،', '\n'));
            if (bodies.Count == 0) return null;
            lists[purpose.Value].AddRange(bodies);
        }
        return new LiaisonAddressees(lists[Purpose.Action], lists[Purpose.Comment], lists[Purpose.Information], lists[Purpose.Copy], true);
    }

    /// <summary>"ITU-T JCA-COP; copy ITU-T SG17": bodies alone count, as members and experts are no addressees.</summary>
    public static (IReadOnlyList<string> To, IReadOnlyList<string> Copy) Distributed(string value, IReadOnlyList<string> copy)
    {
        var (to, copied) = (new List<string>(), copy.ToList());
        foreach (var clause in value.Split([';', '；', '؛', ',', '、', '\n']))
        {
            var list = Words.FindLongest(clause) is [{ Start: 0, Value: Purpose.Copy }, ..] || Copies.Any(word => clause.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? copied : to;
            foreach (var body in Bodies.Find(clause)) if (!list.Contains(body.Value)) list.Add(body.Value);
        }
        return (to, copied);
    }

    private static readonly string[] Copies = [.. LexiconFile.Phrases("liaisons/labels").Where(static entry => entry.Code == nameof(LiaisonLabel.Cc)).Select(static entry => entry.Phrase)];

    /// <summary>"For comment by A. Copied to B for information.": parted at semicolons, and at a stop behind which another purpose is told; "Q. 5/17" parts nothing.</summary>
    private static IEnumerable<string> Clauses(string value)
    {
        foreach (var clause in value.Split([';', '；', '؛', '。']))
        {
            var start = 0;
            for (var stop = clause.IndexOf(". ", StringComparison.Ordinal); stop >= 0; stop = clause.IndexOf(". ", stop + 2, StringComparison.Ordinal))
            {
                if (Words.FindLongest(clause[(stop + 2)..]).Count == 0 || Words.FindLongest(clause[start..stop]).Count == 0) continue;
                yield return clause[start..stop];
                start = stop + 2;
            }
            yield return clause[start..];
        }
    }

    private static LiaisonAddressees? OfField(string value, IReadOnlyList<string> to, IReadOnlyList<string> copy)
    {
        var lists = new Dictionary<Purpose, List<string>> { [Purpose.Action] = [], [Purpose.Comment] = [], [Purpose.Information] = [], [Purpose.Copy] = [.. copy] };
        var named = new HashSet<string>();
        Purpose? others = null;
        foreach (var clause in Clauses(value))
        {
            if (Words.FindLongest(clause) is not [var first, ..]) continue;
            var bodies = Bodies.Find(clause).Select(mention => mention.Value).Distinct().ToList();
            if (bodies.Count == 0) { others ??= first.Value; continue; }
            lists[first.Value].AddRange(bodies.Where(named.Add));
        }
        if (others is null && named.Count == 0) return null;
        if (others is { } rest) lists[rest].AddRange(to.Where(body => !named.Contains(body)));
        return new LiaisonAddressees(lists[Purpose.Action], lists[Purpose.Comment], lists[Purpose.Information], lists[Purpose.Copy], true);
    }
}
