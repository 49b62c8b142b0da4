using System.Buffers;
using System.Text.RegularExpressions;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Parts;

/// <summary>Tells the organization that a mail speaks for: under the text, as the sender's name, or where the text begins ("The Ministry of … presents").</summary>
/// <remarks>A department or registry speaks for its house; it counts only where nothing names the house.</remarks>
internal static partial class RespondentOrganization
{
    private const int Opening = 450;

    /// <summary>Names of houses stand in the letter itself, not in the tables behind it.</summary>
    private const int LongestText = 6000;

    public static string? Tell(ReceivedMail mail, MailAuthor author, string opening)
    {
        var head = new MarkedText(BeforeAnswers(BeforeList(Folding.Head(opening, Opening))));
        var signed = (Signed(author.Signature) ?? SignedWithPost(author.Signature, mail.Body.Readable)) is { } below && !CountryNominates.Puts(below, mail.Body.Readable, opening) && !Addressed.Is(mail.Body.Readable, below) ? below : null;
        var held = signed is not null && IsHeld(author, signed);
        if (signed is not null && !held && !Units.IsUnit(signed)) return WithCountry(head, signed);
        var named = In(author.Name, 0.5);
        var opened = In(head, 0.8) is { } told && !CountryNominates.Puts(told, mail.Body.Readable, opening) ? Nominative(AnsweringHouse.Of(told)) : null;
        // "Internet Safety Office (HK)" above a Chinese letter that names its house: the name in the letter's own script
        if (named is not null && named[0] < LastLatin && opened is [>= LastLatin, ..] && !Units.IsUnit(opened)) return opened;
        if (named is not null && !Units.IsUnit(named)) return opened is not null && IsMission(opened) ? opened : WithCountry(head, named);
        if (opened is not null && (held || !Units.IsUnit(opened))) return opened;
        return (signed ?? named) is { } unit
            ? OfDomain(mail.Body.Readable, author.Email, unit) ?? (DomainHouse.Of(author, null) is { } house && house[0] < LastLatin == unit[0] < LastLatin ? house : unit)
            : opened ?? DomainHouse.Of(author, opening);
    }

    /// <summary>"Coordinadora de Asuntos Internacionales" directly below the writer's name: a noun that names a post as well as a house is hers, where the letter names a house.</summary>
    private static bool IsHeld(MailAuthor author, string signed)
    {
        var end = signed.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0 || signed.AsSpan(0, end).ContainsAny('í', 'Í')) return false; // "Secretaría" is no "Secretaria"
        var marked = new MarkedText(signed);
        if (marked.At(Word.Post, 0) is not { } post || marked.At(Word.Organization, 0) is null || post.End < end) return false;
        var at = author.Signature.IndexOf(signed, StringComparison.Ordinal);
        if (at <= 0 || author.Name.Length < 3) return false;
        var above = author.Signature.AsSpan(0, at).TrimEnd();
        return above[(above.LastIndexOf('\n') + 1)..].Trim().Contains(author.Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"ответ Министерства …": the noun that heads the name, in the case in which it is recorded.</summary>
    private static string Nominative(string name)
    {
        if (RussianNouns.House(name) is var house && house != name) return house;
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0 || name[0] is < '\u0400' or > '\u04ff') return name;
        foreach (var (oblique, nominative) in Cases)
            if (name.AsSpan(0, end).EndsWith(oblique, StringComparison.Ordinal) && end > oblique.Length + 1) return string.Concat(name.AsSpan(0, end - oblique.Length), nominative, name.AsSpan(end));
        return name;
    }

    /// <summary>Endings of nouns that head names: what stands behind a verb or another noun, and the nominative.</summary>
    private static readonly (string Oblique, string Nominative)[] Cases = [.. LexiconFile.Words("grammar", "obliqueHead").Select(static pair => pair.Split('/')).Select(static pair => (pair[0], pair[1]))];

    /// <summary>What a sentence with a colon leads in is listed, unless labels tell of the writer; a greeting is shorter.</summary>
    private static string BeforeList(string opening)
    {
        for (var colon = opening.IndexOf(":\n", StringComparison.Ordinal); colon >= 0; colon = opening.IndexOf(":\n", colon + 1, StringComparison.Ordinal))
            if (colon - (opening.LastIndexOf('\n', colon) + 1) >= LongestGreeting && !opening.AsSpan(colon + 1).Trim().ToString().Split('\n')[0].Contains(':', StringComparison.Ordinal)) return opening[..colon];
        return opening;
    }

    /// <summary>What stands behind the first number of a list is an answer, or put forward, and does not write.</summary>
    private static string BeforeAnswers(string opening) => First().Match(opening) is { Success: true, Index: > 0 } first ? opening[..first.Index] : opening;

    [GeneratedRegex(@"^[ \t]*(?:[QВPRس] ?)?\(?(?:1|I|١|一) ?[.)、：:）](?!\d)", RegexOptions.Multiline)]
    private static partial Regex First();

    private const int LongestGreeting = 45;

    private static bool IsMission(string name) => RespondentWords.Index.FindAll(Folding.Fold(name)).Exists(word => word.Value == RespondentWord.Mission);

    /// <summary>"The Ministry of … of X wishes", signed "Ministry of …": the text gives the full form of the name.</summary>
    private static string WithCountry(MarkedText opening, string name)
    {
        var at = opening.Text.IndexOf(name + " ", StringComparison.Ordinal);
        if (at < 0) return name;
        foreach (var full in OrganizationNames.Find(opening, 0, opening.Text.Length))
            if (full.Start == at && full.Length > name.Length + 2 && Countries.Find(full.Value) is [.., { End: var end }] && end == full.Value.Length
                    && full.Value.AsSpan(name.Length + 1).Count(' ') <= MostOfCountry)
                return full.Value;
        return name;
    }

    /// <summary>A name in another script is a translation.</summary>
    private const char LastLatin = '\u0250';

    /// <summary>"of the Republic of X", "de la República de X".</summary>
    private const int MostOfCountry = 5;

    /// <summary>The house that a unit belongs to, where the text names it and the sender's address is spelled like it.</summary>
    private static string? OfDomain(string text, string email, string unit)
    {
        var marked = new MarkedText(Folding.Head(text, LongestText));
        foreach (var name in OrganizationNames.Find(marked, 0, marked.Text.Length))
            if (name.Confidence >= 0.8 && !Units.IsUnit(name.Value) && !IsAddressee(name.Value) && !SameName.Is(name.Value, unit)
                    && name.Value[0] < LastLatin == unit[0] < LastLatin && AddressAgreement.House(name.Value, email))
                return name.Value;
        return null;
    }

    /// <summary>The lowest line that names an organization: units stand above the house that they belong to.</summary>
    private static string? Signed(string signature)
    {
        string? last = null;
        foreach (var line in signature.Split('\n'))
        {
            if (line.Length is <= 3 or >= 160 || line.Contains('@', StringComparison.Ordinal) || ClosingFormula.IsDiplomatic(PhraseSet.Fold(line)) || IsDecoration(line)) continue;
            var marked = new MarkedText(WithoutPlace(line.Trim()));
            if (EndsInStreet(marked)) continue;
            if ((In(marked, 0.5) is { } headed ? WithFurtherMatters(marked, headed) : Company(marked)) is { } name && (last is null || Units.IsUnit(last) || !Units.IsUnit(name))) last = name;
        }
        return last;
    }

    /// <summary>"Founder, Cyber Kestrels Norway": capital words behind a post are a name that no noun heads where the letter itself says them too; of "Director, Consumer Affairs" it says nothing.</summary>
    private static string? SignedWithPost(string signature, string letter)
    {
        foreach (var line in signature.Split('\n'))
        {
            var comma = line.IndexOf(", ", StringComparison.Ordinal);
            if (comma < 3 || line.Length > LongestPostLine || line.AsSpan().ContainsAny('@', ':')) continue;
            var marked = new MarkedText(line);
            if (marked.At(Word.Post, 0) is null || marked.Any(Word.Street, comma, line.Length) || line.AsSpan(comma).ContainsAnyInRange('0', '9')) continue;
            var name = line[(comma + 2)..].Trim(' ', '.', ',');
            var words = name.Split(' ');
            if (words.Length is < 2 or > MostWords || !char.IsUpper(name[0]) || !char.IsUpper(words[^1][0]) || Countries.Find(name) is [{ Start: 0 }]) continue;
            var (first, last) = (letter.IndexOf(name, StringComparison.Ordinal), letter.LastIndexOf(name, StringComparison.Ordinal));
            if (first >= 0 && (first < last || !letter.Contains(line, StringComparison.Ordinal))) return name;
        }
        return null;
    }

    private const int LongestPostLine = 100, MostWords = 7;

    /// <summary>"Chevalier de l'Ordre national": what somebody was given, and no house.</summary>
    public static bool IsDecoration(string line) => line.AsSpan().ContainsAny(Decorated);

    private static readonly System.Buffers.SearchValues<string> Decorated = System.Buffers.SearchValues.Create([.. LexiconFile.Words("grammar", "decorated")], StringComparison.OrdinalIgnoreCase);

    /// <summary>"Telecom Building, Harbour Town": what stands before the comma is an address.</summary>
    private static bool EndsInStreet(MarkedText line)
    {
        var end = line.Text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? comma : line.Text.Length;
        foreach (var street in line.Within(Word.Street, 1, end))
            if (street.Length > 3 && street.End == end && line.Text[street.Start - 1] == ' ' && line.Text[0] < LastLatin
                && line.At(Word.Organization, street.Start) is null && !line.Any(Word.Connector, 0, street.Start))
            return true;
        return false;
    }

    /// <summary>"Digital Council - Montevideo", "Open Council (Mexico, D.F.)": a place behind a stroke or in brackets is no part of the name.</summary>
    private static string WithoutPlace(string line)
    {
        var stroke = line.AsSpan().LastIndexOfAny(BeforePlaces);
        if (stroke < 4 || line[stroke - 1] != ' ' || line[stroke] != '(' && (stroke + 1 >= line.Length || line[stroke + 1] != ' ')) return line;
        var tail = line[(stroke + 1)..].Trim(' ', ')', '.');
        var folded = Folding.Fold(tail);
        return tail.Length is > 2 and < 30
                && (Countries.Parse(tail) is not null || Countries.Find(tail) is [{ Start: 0 }] || CountryPlaces.Cities(tail, folded).Any())
                && !new MarkedText(tail).Any(Word.Organization, 0, tail.Length)
            ? line[..stroke].TrimEnd() : line;
    }

    /// <summary>"Ministry of Technology, Communication and Innovation" alone in its line: what a house is for may be a list.</summary>
    private static string WithFurtherMatters(MarkedText line, string name)
    {
        var text = line.Text;
        if (!text.StartsWith(name + ", ", StringComparison.Ordinal) || !line.Any(Word.Connector, 0, name.Length)) return name;
        var last = text.AsSpan(name.Length + 2);
        var joined = false;
        foreach (var and in line.Within(Word.Conjunction, name.Length + 2, text.Length))
            joined |= and.Length > 0 && text[and.Start - 1] == ' ' && and.End + 1 < text.Length && text[and.End] == ' ' && text.AsSpan(and.End + 1).Count(' ') <= 1;
        return joined && last.Count(' ') <= 5 && !last.ContainsAny(NoMatters) && !line.Any(Word.Organization, name.Length + 2, text.Length)
                && Countries.Find(text[(name.Length + 2)..]).Count == 0
            ? text.TrimEnd('.', ' ', ',') : name;
    }

    private static readonly SearchValues<char> BeforePlaces = SearchValues.Create("-–—(/|");
    private static readonly SearchValues<char> NoMatters = SearchValues.Create(";:(0123456789");

    private static string? In(string text, double least) => In(new MarkedText(text), least);

    private static string? In(MarkedText marked, double least)
    {
        var text = marked.Text;
        if (text.Length < 3) return null;
        Mention<string>? best = null;
        foreach (var name in OrganizationNames.Find(marked, 0, text.Length))
        {
            // the Union is whom the mail is written to
            if (name.Confidence < least || name.Value.Length < 4 || IsAddressee(name.Value) || IsPost(marked, name) || EndsInLabel(text, name)) continue;
            if (least >= 0.8 && (PutForward(marked, name.Start) || char.IsAsciiLetterLower(name.Value[0]) || Addressed.Is(text, name.Value))) continue;
            if (best is null || Units.IsUnit(best.Value.Value) || name.Confidence >= best.Value.Confidence && least < 0.8 && !Units.IsUnit(name.Value)) best = name;
        }
        if (best is not { } found) return null;
        var value = InOneLine(text, found);
        return Units.House(value) ?? value;
    }

    /// <summary>"Ida Holm\nOrganization: …": a name over two lines of which the second is the label of a field.</summary>
    private static bool EndsInLabel(string text, Mention<string> name)
    {
        if (IsLabel(text, name)) return true;
        if (text.IndexOf('\n', name.Start, name.Length) < 0) return false;
        var at = name.End;
        while (at < text.Length && text[at] is ' ' or '\u00a0' or '\u202f') at++;
        return at < text.Length && text[at] is ':' or '：';
    }

    /// <summary>"Entidad organizadora: …": the words are a label, before a colon or the second column.</summary>
    private static bool IsLabel(string text, Mention<string> name) =>
        FieldLabels.Whole(name.Value) is not null && (name.Start == 0 || text[name.Start - 1] == '\n')
        && text.AsSpan(name.End, Math.Min(LongestGap, text.Length - name.End)) is var behind && (behind.TrimStart("\u00a0\u202f ") is [':' or '：', ..] || behind is ['\t', ..] or [' ', ' ', ..]);

    private const int LongestGap = 3;

    /// <summary>A letterhead writes house and unit in lines of their own, shorter than what a mail client wraps: the name is what its first line holds.</summary>
    private static string InOneLine(string text, Mention<string> name)
    {
        var turn = text.IndexOf('\n', name.Start, name.Length);
        if (turn < 0 || turn - (text.LastIndexOf('\n', name.Start) + 1) > ShortLine) return name.Value;
        var first = text[name.Start..turn].Trim();
        if (Governments.Any(government => first.StartsWith(government, StringComparison.OrdinalIgnoreCase)) && text[(turn + 1)..name.End].Trim() is { Length: > 3 } house) return house.Split('\n')[0].Trim();
        return first.Contains(' ', StringComparison.Ordinal) ? first : name.Value;
    }

    /// <summary>"Government of India" above a department: the State whose house it is.</summary>
    private static readonly IReadOnlyList<string> Governments = LexiconFile.Words("grammar", "government");

    private const int ShortLine = 45;

    /// <summary>"The Department proposes: X": whoever stands behind the verb does not write, nor does whoever is taken off.</summary>
    private static bool PutForward(MarkedText marked, int name)
    {
        foreach (var verb in marked.Within(Word.Nominate, Math.Max(0, name - 60), name))
            if (verb.Length > 3 && (AnsweringHouse.IsObject(marked, verb.End, name) || AnsweringHouse.IsRussianObject(marked, verb.End, name) || AnsweringHouse.IsArabicObject(marked, verb, name))) return true;
            else if (verb.Length > 3 && marked.Text.AsSpan(verb.End, name - verb.End).Contains(':') && marked.Text.AsSpan(verb.End, name - verb.End).IndexOf(". ") < 0) return true;
        foreach (var verb in marked.Within(Word.Withdraw, Math.Max(0, name - 60), name)) if (verb.Length > 3 && AnsweringHouse.IsJoined(marked, verb.End, name)) return true;
        return false;
    }

    /// <summary>A post that holds the noun of an organization: "network engineer". Where that noun comes first it is the organization's.</summary>
    public static bool IsPost(MarkedText marked, Mention<string> name) =>
        Posts.Head(marked, name.Start, name.End) == PostHead.Post && (marked.At(Word.Organization, name.Start) is not { } noun || EndsInPost(marked, name, noun));

    /// <summary>"Communications Manager": in English the last noun heads the phrase, and no small word stands in it.</summary>
    private static bool EndsInPost(MarkedText marked, Mention<string> name, PhraseHit<Word> noun)
    {
        if (!Posts.IsEnglishOrganization(marked.Text.AsSpan(noun.Start, noun.Length)) || marked.Any(Word.Connector, name.Start, name.End)) return false;
        foreach (var post in marked.Within(Word.Post, noun.End, name.End)) if (post.End == name.End) return true;
        return false;
    }

    /// <summary>A line that ends in a legal form is a company's name.</summary>
    private static string? Company(MarkedText marked)
    {
        var line = marked.Text;
        foreach (var form in marked.Within(Word.LegalForm, 1, line.Length))
            if (form.End >= line.TrimEnd('.', ' ').Length && char.IsUpper(line[form.Start]) && char.IsUpper(line[0]) && line.Length < 80 && line[form.Start - 1] is ' ' or ','
                && Countries.Parse(line[..form.Start].TrimEnd(' ', ',')) is null) return line; // "Guatemala, C.A.": where the country lies
        return null;
    }

    /// <summary>The Union and its secretariat, to whom the mail is written.</summary>
    public static bool IsAddressee(string name)
    {
        var folded = Folding.Plain(name);
        foreach (var union in BodyWords.Union)
            if ((union.Length > 6 || union.Length > 4 && Folding.IsHan(union[0])) && folded.Contains(union, StringComparison.Ordinal)) return true;
        return folded.Contains("jca-cop", StringComparison.Ordinal) || folded.StartsWith("tsb", StringComparison.Ordinal) || Bodies.Find(name) is [var body, ..] && body.Length * 10 >= name.Length * 7;
    }
}
