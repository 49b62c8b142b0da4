using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Layout;

/// <summary>"Hill Parents Association: Mr Victor Crane (…)": the name of a house before the colon is no label, and the line is a sentence of an organization and its contact.</summary>
internal static class HouseLine
{
    private const int LongestTitle = 12;

    /// <summary>Who is something in a house: a label, and no name of one.</summary>
    private static readonly Word[] Callings = [Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Nominate, Word.Designate, Word.Replace];

    public static bool Is(ReadOnlySpan<char> label, ReadOnlySpan<char> value)
    {
        value = value.TrimStart();
        if (value.IsEmpty || label.Length < 6 || !char.IsUpper(label[0]) || !label.Contains(' ') || !char.IsUpper(value[0]) && !char.IsLower(value[0])) return false;
        var head = value[..Math.Min(value.Length, LongestTitle)].ToString();
        if (new MarkedText(head).At(Word.Honorific, 0) is not { Length: > 1 }) return false;
        var name = label.ToString();
        var marked = new MarkedText(name);
        foreach (var kind in Callings) if (marked.Any(kind, 0, name.Length)) return false;
        foreach (var word in label.Split(' ')) if (FieldLabels.Whole(label[word]) is not (null or FieldLabel.Organization)) return false; // "Organization contact: Ms …"
        return marked.Any(Word.Organization, 0, name.Length) || name.AsSpan().IndexOfAny("«\"“") >= 0;
    }
}
