using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Layout;

/// <summary>"Hill Parents Association: Mr Victor Crane (…)": the name of a house before the colon is no label, and the line is a sentence of an organization and its contact.</summary>
internal static class HouseLine
{
    private const int LongestTitle = 12;

    /// <summary>Who is something in a house: a label, and no name of one.</summary>
    private static readonly Word[] Callings = [Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Nominate, Word.Designate, Word.Replace];

    /// <param name="listed">The line is an entry of a list: there capital words without a noun are enough.</param>
    public static bool Is(ReadOnlySpan<char> label, ReadOnlySpan<char> value, bool listed)
    {
        value = value.TrimStart();
        if (BeginsWithContact(value) && label.Length > 2 && !char.IsLower(label[0]) && FieldLabels.Of(label) is null) return true;
        if (listed && label.Length > 4 && Folding.IsHan(label[^1]) && !value.IsEmpty && Folding.IsHan(value[0])) return EndsInNoun(label.ToString());
        if (value.IsEmpty || label.Length < 6 || !char.IsUpper(label[0]) || !label.Contains(' ') && !(listed && Tagging.CapitalWords.AreOwn(label.ToString()))
            || !char.IsUpper(value[0]) && !char.IsLower(value[0])) return false;
        var head = value[..Math.Min(value.Length, LongestTitle)].ToString();
        if (new MarkedText(head).At(Word.Honorific, 0) is not { } title || title.Length < 2 && head[title.End..] is not ['.', ..]) return false;
        var name = label.ToString();
        var marked = new MarkedText(name);
        foreach (var kind in Callings) if (marked.Any(kind, 0, name.Length)) return false;
        foreach (var word in label.Split(' ')) if (FieldLabels.Whole(label[word]) is not (null or FieldLabel.Organization)) return false; // "Organization contact: Ms …"
        return marked.Any(Word.Organization, 0, name.Length) || listed && Tagging.CapitalWords.AreOwn(name) || name.AsSpan().IndexOfAny("«\"“") >= 0;
    }

    /// <summary>晨光儿童保护中心：王敏，…: the noun that heads the name ends it.</summary>
    private static bool EndsInNoun(string label)
    {
        var marked = new MarkedText(label);
        foreach (var noun in marked.Within(Word.Organization, 0, label.Length)) if (noun.End == label.Length && noun.Start > 1) return FieldLabels.Of(label) is null && !marked.Any(Word.Post, 0, label.Length);
        return false;
    }

    /// <summary>"Kind Screens: contact, Mr Victor Crane, …": what is said of the contact stands behind the name.</summary>
    private static bool BeginsWithContact(ReadOnlySpan<char> value)
    {
        var comma = value[..Math.Min(value.Length, LongestLabel)].IndexOfAny(",،，");
        return comma > 2 && FieldLabels.Whole(value[..comma]) is FieldLabel.Contact or FieldLabel.FocalPoint;
    }

    private const int LongestLabel = 32;
}
