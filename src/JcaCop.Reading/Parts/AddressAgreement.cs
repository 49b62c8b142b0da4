using System.Buffers;
using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells whether an e-mail or web address speaks for a name, across scripts: what is spelled alike in both was not put together by mistake.</summary>
/// <remarks>
/// Latin names are compared letter by letter, Cyrillic and Arabic ones by their consonants (no two romanize vowels alike), Chinese ones by
/// the romanized family name at the beginning of the address.
/// </remarks>
internal static class AddressAgreement
{
    private const int ShortestWord = 4;
    private const int FewestConsonants = 3;

    /// <summary>In characters (RFC 1035, 2.3.4).</summary>
    private const int LongestHost = 255;

    /// <summary>Part the words of a name, and those of it that stand in names of houses alone.</summary>
    private static readonly SearchValues<char> Between = SearchValues.Create(" -'’«»\"");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" -'’");

    private static readonly FrozenDictionary<char, char> Consonants = LexiconFile.Phrases("romanized/romanized")
        .Where(entry => entry.Code == "consonant").Select(entry => entry.Phrase.Split(' ')).ToFrozenDictionary(pair => pair[0][0], pair => pair[1][0]);

    private static readonly ILookup<string, string> Surnames = LexiconFile.Phrases("romanized/romanized")
        .Where(entry => entry.Code == "surname").Select(entry => entry.Phrase.Split(' ')).ToLookup(pair => pair[0], pair => pair[1]);

    /// <summary>A word of the person's name stands before the @.</summary>
    public static bool Person(string? name, string? email)
    {
        if (name is not { Length: > 1 } || email is null || email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var local = Folding.Plain(email[..at]);
        if (Folding.IsHan(name[0])) return Han(name, local);
        return Words(Folding.Plain(name), local, ShortestWord);
    }

    /// <summary>The address is made of the given name or its initial and the family name: "ida.holm", "iholm", "holm.i".</summary>
    public static bool Spells(string name, string email)
    {
        if (email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var words = Folding.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var local = Folding.Plain(email[..at]);
        if (words.Length < 2 || words[0].Trim('\'', '’') is not { Length: > 0 } first) return false;
        for (var i = 1; i < words.Length; i++) if (words[i].Length >= ShortestFamily && Spells(first, words[i], local)) return true;
        return false;
    }

    /// <summary>Shorter words of a name are particles.</summary>
    private const int ShortestFamily = 3;

    private static bool Spells(string first, string family, string local)
    {
        if (local == first[0] + family || local == family + first[0]) return true;
        return local.Split('.', '_', '-') switch
        {
            [var one, var other, ..] when (one == first || one.Length == 1 && one[0] == first[0]) && other == family => true,
            [var one, var other] when one == family && other.Length > 0 && other[0] == first[0] => true,
            _ => false,
        };
    }

    /// <summary>Before the @ a word of its own, or behind an initial, spells a Russian name that ends in a consonant: "levon.m@" for Левон, and never for Левона.</summary>
    public static bool SpellsWhole(string name, string email)
    {
        if (email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var local = Folding.Plain(email[..at]);
        foreach (var range in local.AsSpan().SplitAny('.', '_', '-'))
        {
            var word = local.AsSpan()[range];
            if (word.Length > ShortestFamily && !Vowels.Contains(word[^1]) && (Alike(name, word) || Alike(name, word[1..]))) return true;
        }
        return false;
    }

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouаеёиоуыэюя");

    /// <summary>The same consonants; where they are few, as many vowels too.</summary>
    private static bool Alike(string name, ReadOnlySpan<char> word)
    {
        var own = Skeleton(Folding.Plain(name));
        return own == Skeleton(word) && (own.Length >= FewestConsonants || own.Length > 1 && Folding.Plain(name).Count(Vowels.Contains) == CountVowels(word));
    }

    private static int CountVowels(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word) if (Vowels.Contains(c)) count++;
        return count;
    }

    /// <summary>A word of the organization's name, all of it run together, or its initials stand in the host.</summary>
    public static bool House(string? name, string? address)
    {
        if (name is not { Length: > 2 } || Host(address) is not { Length: > 2 } host) return false;
        if (Folding.IsHan(name[0])) return false;
        var folded = Folding.Plain(name);
        if (Words(folded, host, ShortestWord + 1)) return true;
        Span<char> initials = stackalloc char[Math.Min(host.Length, LongestHost) + 1];
        var count = 0;
        foreach (var range in folded.AsSpan().SplitAny(Blanks))
            if (folded.AsSpan()[range] is { Length: > 3 } word && char.IsAsciiLetter(word[0]) && count < initials.Length) initials[count++] = word[0];
        if (count >= 3 && host.AsSpan().IndexOf(initials[..count]) >= 0) return true;
        foreach (var range in name.AsSpan().SplitAny(" ()"))
            if (name.AsSpan()[range] is { Length: >= 3 } word && IsAcronym(word) && host.Contains(Folding.Plain(word.ToString()), StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Both addresses lie in one domain, and no provider's that serves everybody.</summary>
    public static bool SameHouse(string? email, string? other) =>
        HostIn(email) is { Length: > 3 } written && HostIn(other) is var beside && written.Length == beside.Length && Host(email) is { } host && string.Equals(host, Host(other), StringComparison.Ordinal)
            && !host.Contains("mail", StringComparison.Ordinal) && !host.StartsWith("hotmail", StringComparison.Ordinal)
            && !host.StartsWith("outlook", StringComparison.Ordinal) && !host.StartsWith("yahoo", StringComparison.Ordinal);

    private static string? Host(string? address) => address is null ? null : HostIn(address).ToString().ToLowerInvariant();

    /// <summary>As written.</summary>
    private static ReadOnlySpan<char> HostIn(string? address)
    {
        var host = address.AsSpan();
        if (host.IndexOf("://") is >= 0 and var scheme) host = host[(scheme + 3)..];
        if (host.LastIndexOf('@') is >= 0 and var at) host = host[(at + 1)..];
        if (host.IndexOf('/') is >= 0 and var path) host = host[..path];
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) host = host[4..];
        return host;
    }

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!char.IsUpper(c) || !char.IsAsciiLetter(c)) return false;
        return true;
    }

    /// <param name="name">Folded.</param>
    private static bool Words(string name, string address, int shortest)
    {
        string? skeleton = null;
        foreach (var range in name.AsSpan().SplitAny(Between))
        {
            var word = name.AsSpan()[range];
            if (word.IsEmpty) continue;
            if (char.IsAsciiLetter(word[0]))
            {
                if (word.Length >= shortest && address.AsSpan().IndexOf(word[..Math.Min(word.Length, 6)]) >= 0) return true;
                continue;
            }
            var own = Skeleton(word.StartsWith("ال") ? word[2..] : word);
            if (own.Length >= FewestConsonants && (skeleton ??= Skeleton(address)).Contains(own, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>The consonants, doubled ones once.</summary>
    private static string Skeleton(ReadOnlySpan<char> word)
    {
        var found = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
            if (Consonants.TryGetValue(c, out var sound) && (found.Length == 0 || found[^1] != sound)) found.Append(sound);
        return found.ToString();
    }

    private static bool Han(string name, string local)
    {
        var surname = name[..Math.Max(1, NameShapes.SurnameLength(name))];
        foreach (var romanized in Surnames[surname])
            if (local.StartsWith(romanized, StringComparison.Ordinal) || local.EndsWith(romanized, StringComparison.Ordinal)
                    || local.Contains('_' + romanized, StringComparison.Ordinal) || local.Contains('.' + romanized, StringComparison.Ordinal))
                return true;
        return false;
    }
}
