using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads the contact of a liaison statement: a labelled block, lines in two columns, or one line with commas.</summary>
internal static class LiaisonContacts
{
    private enum Part { Name, Function, Organization, Country, Phone, Fax, Email, Address }

    private static readonly System.Buffers.SearchValues<char> NumberStarts = System.Buffers.SearchValues.Create("+0123456789(٠١٢٣٤٥٦٧٨٩");

    private static readonly PhraseIndex<Part> Index = new(
        LexiconFile.Phrases("liaisons/contact").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Part>(entry.Code))));

    /// <summary>What stands before the word for an office and belongs to it.</summary>
    private static readonly string[] Ranks = [.. LexiconFile.Phrases("liaisons/ranks").Select(entry => entry.Phrase)];

    private static readonly System.Buffers.SearchValues<char> Commas = System.Buffers.SearchValues.Create(",،，");

    public static bool HasLabel(string line) => LabelsIn(line).Count > 0;

    /// <param name="block">The value of the contact field, line breaks included.</param>
    /// <returns>Null where it names nobody and gives no address.</returns>
    public static Person? Read(string block)
    {
        var parts = new Dictionary<Part, string>();
        var loose = new List<string>();
        var labels = LabelsIn(block);
        var at = 0;
        foreach (var label in labels)
        {
            Loose(block[at..Math.Max(at, label.Start)]);
            var start = label.End;
            // "fax⏎+41 22 555 01 34": the line was wrapped between the word and its number
            while (start < block.Length && (block[start] is ' ' or ':' or '：' or '.' or '\t' or '\u00a0' or ')' || block[start] == '\n' && label.Value is Part.Phone or Part.Fax && start + 1 < block.Length && NumberStarts.Contains(block[start + 1]))) start++;
            var end = EndOfCell(block, start, labels);
            var value = Trim(block[start..end]);
            if (value.Length > 0) parts.TryAdd(label.Value, value);
            else if (NextLine(block, end) is var (next, stop) && !labels.Exists(other => other.Start >= next && other.Start < stop)) { parts.TryAdd(label.Value, Trim(block[next..stop])); end = stop; }
            at = end;
        }
        if (at < block.Length) Loose(block[at..]);
        return Assemble(parts, loose, block);

        void Loose(string text)
        {
            foreach (var piece in Pieces(text)) loose.Add(piece);
        }
    }

    private static Person? Assemble(Dictionary<Part, string> parts, List<string> loose, string block)
    {
        var email = EmailAddresses.Find(block) is [var first, ..] ? first.Value : parts.GetValueOrDefault(Part.Email);
        var phone = Number(parts.GetValueOrDefault(Part.Phone)) ?? loose.Select(Number).FirstOrDefault(number => number is not null);
        var fax = Number(parts.GetValueOrDefault(Part.Fax));
        for (var i = 0; i < loose.Count; i++) if (loose[i].Contains('@', StringComparison.Ordinal)) loose[i] = WithoutEmail(loose[i]);
        loose.RemoveAll(piece => piece.Length == 0 || Number(piece) is not null || piece.AsSpan().IndexOfAny(Commas) < 0 && Countries.Parse(piece) is not null);
        var name = parts.GetValueOrDefault(Part.Name);
        if (name is null && loose.Count > 0)
        {
            name = loose[0];
            loose.RemoveAt(0);
        }
        if (name is not null && name.IndexOf('<', StringComparison.Ordinal) is > 0 and var angle) name = name[..angle].Trim();
        if (name is not null && name.AsSpan().IndexOfAny("(（") is > 0 and var open && name.AsSpan().IndexOfAny(")）") is var close && close > open + 1)
        {
            if (name[(open + 1)..close] is var inside && inside.Any(char.IsLetter) && Bodies.Parse(inside) is null && Countries.Parse(inside) is null) loose.Insert(0, Trim(inside));
            name = name[..open].Trim();
        }
        if (name is not null && name.AsSpan().IndexOfAny(Commas) is > 0 and var comma && PostIn(name[..comma]) == 0)
        {
            loose.Insert(0, WithoutCountry(name[(comma + 1)..].Trim()));
            name = name[..comma].Trim();
        }
        if (name is not null && PostIn(name) is > 0 and var post)
        {
            loose.Insert(0, Trim(name[post..]));
            name = Trim(name[..post]);
        }
        var function = parts.GetValueOrDefault(Part.Function) ?? loose.FirstOrDefault(piece => !IsOrganization(piece) && !IsSentence(piece) && piece.Any(char.IsLetter));
        if (name is null && email is null && phone is null) return null;
        return new Person(name is null ? null : WithoutTitle(name), function, email, phone, fax, parts.GetValueOrDefault(Part.Address));
    }

    /// <summary>What ends in a full stop was said below the contact.</summary>
    private static bool IsSentence(string piece) => piece[^1] is '。' or '！' or '？' or '؟' or '?' or '!' || piece.Length > LongestPost || piece[^1] == '.' && piece.Count(static c => c == ' ') >= FewestBlanks;

    private const int LongestPost = 120, FewestBlanks = 5;

    /// <summary>A country at the end says where the person works, not what as.</summary>
    private static string WithoutCountry(string post)
    {
        var comma = post.AsSpan().LastIndexOfAny(Commas);
        return comma > 0 && Countries.Parse(post[(comma + 1)..]) is not null ? post[..comma].Trim() : post;
    }

    /// <summary>The name without the honorific before it.</summary>
    private static string WithoutTitle(string name)
    {
        var marked = new MarkedText(name);
        return PersonNames.Parse(marked, 0, name.Length, true) is { } parsed ? parsed.Value : name.Trim(' ', ',', ';', '.', ':');
    }

    /// <summary>Where the post begins in "Ann Example Associate Rapporteur"; 0 where only a name stands.</summary>
    private static int PostIn(string name)
    {
        var at = RespondentWords.Index.FindAll(name).Where(word => word.Value == RespondentWord.Officer && word.Start > 4).Select(word => word.Start).DefaultIfEmpty(0).Min();
        foreach (var rank in Ranks)
            if (at > rank.Length + 3 && name.AsSpan(0, at).EndsWith(rank, StringComparison.OrdinalIgnoreCase)) return at - rank.Length;
        return at;
    }

    private static string WithoutEmail(string piece)
    {
        var at = piece.IndexOf('@', StringComparison.Ordinal);
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(piece[start - 1]) && piece[start - 1] is not ('<' or '(' or '[')) start--;
        return Trim(piece[..start].TrimEnd('<', '(', '[', ' '));
    }

    private static bool IsOrganization(string piece)
    {
        var words = RespondentWords.Index.FindAll(piece);
        return !words.Exists(word => word.Value == RespondentWord.Officer)
               && (words.Exists(word => word.Value is RespondentWord.Authority or RespondentWord.Mission) || Bodies.Parse(piece) is not null);
    }

    /// <summary>Labels count where a colon, a point and a number, or the number itself follows.</summary>
    private static List<PhraseHit<Part>> LabelsIn(string block)
    {
        List<PhraseHit<Part>> hits = [.. Index.FindLongest(block)];
        hits.RemoveAll(hit =>
        {
            var at = hit.End;
            while (at < block.Length && block[at] is ' ' or '.' or '\u00a0') at++;
            var colon = at < block.Length && block[at] is ':' or '：' or '\t';
            var digits = at < block.Length && block[at] == '\n' ? at + 1 : at; // a wrapped line
            var number = digits < block.Length && (block[digits] is '+' or '(' || char.IsDigit(block[digits])) && hit.Value is Part.Phone or Part.Fax && hit.Length > 1;
            var address = hit.Value == Part.Email && hit.Length > 1 && at > hit.End && AddressAt(block, at);
            var begins = hit.Start == 0 || block[hit.Start - 1] is ' ' or '\n' or '\t' or ',' or ';' or '(' or '/' or '|' or '،' or '；' or '，' or '\u00a0';
            return !begins || !(colon || number || address);
        });
        return hits;
    }

    private static bool AddressAt(string block, int at)
    {
        var end = block.AsSpan(at).IndexOfAny(' ', '\n', ',');
        return (end < 0 ? block.AsSpan(at) : block.AsSpan(at, end)).Contains('@');
    }

    private static int EndOfCell(string block, int start, List<PhraseHit<Part>> labels)
    {
        var end = block.Length;
        foreach (var label in labels) if (label.Start >= start) { end = label.Start; break; }
        for (var at = start; at < end; at++)
            if (block[at] is '\n' or '\t' || block[at] == ' ' && at + 2 < end && block[at + 1] == ' ' && block[at + 2] == ' ') return at;
        return end;
    }

    private static (int Start, int End)? NextLine(string block, int from)
    {
        while (from < block.Length && char.IsWhiteSpace(block[from])) from++;
        if (from >= block.Length) return null;
        var end = block.IndexOfAny(['\n', '\t'], from);
        return (from, end < 0 ? block.Length : end);
    }

    private static IEnumerable<string> Pieces(string text)
    {
        foreach (var line in text.Split(['\n', '\t', '|']))
            foreach (var cell in line.Split("  "))
            {
                var whole = Trim(cell);
                if (whole.Length == 0) continue;
                if (whole.Contains('@', StringComparison.Ordinal) || whole.Count(char.IsDigit) >= 6)
                    foreach (var piece in whole.Split([',', ';', '،', '，', '；'])) { if (Trim(piece).Length > 0) yield return Trim(piece); }
                else yield return whole;
            }
    }

    private static string Trim(string text) => text.Trim(' ', ',', ';', '-', '–', ':', '\t', '\n', '\u00a0', '،', '(', '/', '|');

    /// <summary>The telephone number in a piece of text, as written; null where there is none.</summary>
    private static string? Number(string? text)
    {
        if (text is null) return null;
        var start = text.AsSpan().IndexOfAny(NumberStarts);
        if (start < 0 || text.AsSpan(0, start).ContainsAnyExcept(" :.،")) return null;
        var end = start;
        while (end < text.Length && (char.IsDigit(text[end]) || text[end] is ' ' or '-' or '(' or ')' or '.' or '/' or '+' or '\u00a0' or '–' or '‑')) end++;
        var digits = text.AsSpan(start, end - start);
        var count = 0;
        foreach (var c in digits) if (char.IsDigit(c)) count++;
        if (count < 6) return null;
        // an extension belongs to the number
        return end < text.Length && text.Length - end <= 14 && text.AsSpan(end).IndexOfAnyInRange('0', '9') >= 0 ? text[start..].Trim() : text[start..end].Trim(' ', '-', '/', '.', '(');
    }
}
