using System.Buffers;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Quotation marks around the whole of a name are the writer's, not the name's; those around a part of it (Фонд «Якорь») are its own.</summary>
internal static class NameQuotes
{
    private const string Opening = "«“„\"「『《", Closing = "»”“\"」』》";

    private static readonly SearchValues<char> Marks = SearchValues.Create(Opening + Closing);

    /// <summary>"организация «X»", "the organization “X”": a noun that says nothing of the house leads to its name.</summary>
    private static readonly string[] BareNouns = [.. LexiconFile.Words("genericNames", "bareNoun")];

    /// <summary>The name without such a noun before its marks, and without the marks then.</summary>
    public static string WithoutBareNoun(string name)
    {
        foreach (var noun in BareNouns)
            if (name.Length > noun.Length + 3 && name[noun.Length] == ' ' && name.StartsWith(noun, StringComparison.OrdinalIgnoreCase)
                && WithoutOuter(name[(noun.Length + 1)..]) is var own && own.Length < name.Length - noun.Length - 1) return own;
        return WithoutOuter(name);
    }

    /// <returns>The name without marks and blanks around it; as it is where it holds further marks, or none around it.</returns>
    public static string WithoutOuter(string name)
    {
        if (name.Length < 3 || Opening.IndexOf(name[0], StringComparison.Ordinal) < 0 || Closing.IndexOf(name[^1], StringComparison.Ordinal) < 0) return name;
        var inside = name.AsSpan(1, name.Length - 2).Trim(" \u00a0\u202f");
        return inside.IsEmpty || inside.ContainsAny(Marks) ? name : inside.ToString();
    }
}
