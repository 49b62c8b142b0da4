namespace JcaCop.Reading.Items;

/// <summary>Two liaison statements in one mail, one labelled part below the other: each is a form of its own.</summary>
internal static class LiaisonBundle
{
    private const int ShortestTitle = 8, LongestTitle = 160;

    private static readonly LiaisonLabel[] Heads = [LiaisonLabel.Source, LiaisonLabel.Reference, LiaisonLabel.Title, LiaisonLabel.Subject];

    private static readonly LiaisonLabel[] Purposes = [LiaisonLabel.To, LiaisonLabel.ForAction, LiaisonLabel.ForComment, LiaisonLabel.ForInformation, LiaisonLabel.Purpose];

    /// <summary>More statements in one mail are a list of something else.</summary>
    private const int MostParts = 10;

    /// <returns>The form alone where it holds one statement.</returns>
    public static IReadOnlyList<LiaisonForm> Parts(LiaisonForm form)
    {
        if (form.Told || Lead(form) is not { } lead) return [form];
        List<int> cuts = [.. form.Fields.Where(field => field.Label == lead).Select(field => LineStart(form.Text, field.Start))];
        if (cuts.Count > MostParts) return [form];
        var parts = new List<LiaisonForm>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var start = i == 0 ? 0 : cuts[i];
            var end = i + 1 < cuts.Count ? cuts[i + 1] : form.Text.Length;
            var fields = form.Fields.Where(field => field.Start >= start && field.Start < end).ToList();
            if (!fields.Exists(static field => Purposes.Contains(field.Label))) return [form];
            if (!fields.Exists(static field => field.Label is LiaisonLabel.Title or LiaisonLabel.Subject) && Heading(form.Text, cuts[i]) is { } title) fields.Insert(0, title);
            parts.Add(form with { Text = Only(form.Text, start, end), Fields = fields });
        }
        return parts;
    }

    /// <summary>The label with which each part begins: the first that stands there as often as the source, or as the title, twice at least and with different values.</summary>
    private static LiaisonLabel? Lead(LiaisonForm form)
    {
        foreach (var field in form.Fields)
        {
            if (!Heads.Contains(field.Label)) continue;
            var same = form.Fields.Where(other => other.Label == field.Label).ToList();
            if (same.Count < 2 || same.Select(static other => other.Line).Distinct(StringComparer.OrdinalIgnoreCase).Count() < same.Count) continue;
            // one statement may name two sources; two statements have two addressees, too
            if (form.Fields.Count(static other => Purposes.Contains(other.Label)) >= same.Count) return field.Label;
        }
        return null;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>"1. Liaison statement on terminology": the line above the first label.</summary>
    private static LiaisonField? Heading(string text, int start)
    {
        var end = text.AsSpan(0, start).TrimEnd().Length;
        if (end == 0) return null;
        var from = LineStart(text, end);
        from += Layout.ListMarker.Length(text.AsSpan(from, end - from));
        while (from < end && text[from] == ' ') from++;
        return end - from is >= ShortestTitle and <= LongestTitle && text[end - 1] is not (':' or '：' or '.' or '。' or ',') ? new LiaisonField(LiaisonLabel.Title, from, text[from..end]) : null;
    }

    /// <summary>The text with all but one part blanked, so that offsets stay.</summary>
    private static string Only(string text, int start, int end) => string.Concat(new string(' ', start), text.AsSpan(start, end - start), new string(' ', text.Length - end));
}
