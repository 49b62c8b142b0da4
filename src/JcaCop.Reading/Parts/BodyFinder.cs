using System.Globalization;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Puts sector, word and number together to the body that is meant.</summary>
internal sealed class BodyFinder(string text, FoldedText folded, bool field, string? sector)
{
    /// <summary>Longer than any name of a body with what may stand between it and its neighbour, in UTF-16 units.</summary>
    private const int Longest = 160;

    /// <summary>More mentions than a list of groups adds at once.</summary>
    private const int MostOverlapping = 64;

    private readonly List<PhraseHit<BodyWord>> hits = BodyWords.Index.FindLongest(folded);
    private readonly List<Mention<string>> found = [];
    private readonly BodyNumbers numbers = new(text);

    /// <summary>Where sectors are named, whether or not they belong to a group.</summary>
    public IEnumerable<(int Start, int Length)> Sectors => hits.Where(hit => hit.Value.Kind == BodyWordKind.Sector).Select(hit => (hit.Start, hit.Length));

    public List<Mention<string>> Find()
    {
        for (var index = 0; index < hits.Count; index++)
        {
            var hit = hits[index];
            if (hit.Value.Capitals && !InCapitals(hit)) continue;
            switch (hit.Value.Kind)
            {
                case BodyWordKind.Name: Add(hit.Value.Code, hit.Start, hit.End, 0.95); break;
                case BodyWordKind.NameInField when field: Add(hit.Value.Code, hit.Start, hit.End, 0.85); break;
                case BodyWordKind.SubCommittee: AddCommittee(hit); break;
                case BodyWordKind.JointActivity: AddJointActivity(hit); break;
                case BodyWordKind.Etsi: AddEtsi(hit); break;
                case BodyWordKind.StudyGroup: AddStudyGroups(index); break;
                case BodyWordKind.WorkingParty: AddWorkingParty(index); break;
                case BodyWordKind.Question: AddQuestion(index); break;
                case BodyWordKind.Sector when StandsAlone(index): Add(hit.Value.Code, hit.Start, hit.End, 0.9); break;
                default: break;
            }
        }
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private void Add(string code, int start, int end, double confidence)
    {
        if (found.Count > 0 && found[^1] is var last && start < last.End && last.Start < end) return;
        found.Add(new Mention<string>(code, start, end - start, confidence));
    }

    private bool InCapitals(PhraseHit<BodyWord> hit)
    {
        var upper = 0;
        for (var i = hit.Start; i < hit.End; i++)
        {
            if (char.IsUpper(text[i])) upper++;
            else if (char.IsLower(text[i]) && !(text[i] == 's' && i == hit.End - 1) && hit.Length <= 6) return false;
        }
        return upper > 0;
    }

    private void AddCommittee(PhraseHit<BodyWord> hit)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"ISO/IEC JTC 1/SC {hit.Value.Number}");
        var end = hit.End;
        var at = numbers.At(end) is '/' or ' ' ? end + 1 : end;
        if (numbers.At(at) is 'W' && numbers.At(at + 1) is 'G')
        {
            at += 2;
            if (numbers.At(at) == ' ') at++;
            var number = numbers.Digits(at, 2, out var value);
            if (number > at) { code += string.Create(CultureInfo.InvariantCulture, $"/WG {value}"); end = number; }
        }
        Add(code, hit.Start, end, 0.95);
    }

    private void AddJointActivity(PhraseHit<BodyWord> hit)
    {
        if (numbers.At(hit.End) is not ('-' or '\u2010' or '\u2011' or '–' or ' ')) return;
        var start = hit.End + 1;
        var end = start;
        while (char.IsAsciiLetterOrDigit(numbers.At(end)) || numbers.At(end) is '&' && char.IsAsciiLetter(numbers.At(end + 1))) end++;
        if (end - start is < 2 or > 10 || !char.IsUpper(numbers.At(start))) return;
        Add("ITU-T JCA-" + BodyWords.JcaLetters(text[start..end]), hit.Start, end, 0.95);
    }

    private void AddEtsi(PhraseHit<BodyWord> hit)
    {
        var start = hit.End;
        while (numbers.At(start) == ' ') start++;
        var end = start;
        while (char.IsAsciiLetterUpper(numbers.At(end)) || end > start && char.IsAsciiLetterOrDigit(numbers.At(end))) end++;
        if (end - start is >= 2 and <= 10) Add($"{hit.Value.Code} {text[start..end]}", hit.Start, end, 0.95);
        else Add("ETSI", hit.Start, hit.Start + 4, 0.9);
    }

    private void AddStudyGroups(int index)
    {
        var hit = hits[index];
        var number = hit.Value.Number;
        var start = hit.Start;
        var end = hit.End;
        if (number == 0) end = numbers.After(hit.End, out number);
        if (number == 0) { end = hit.End; start = numbers.Before(hit.Start, out number); }
        if (number is < 1 or > 29) return;
        var confidence = 0.95;
        var listed = !(start < hit.Start && numbers.Before(hit.Start, out _) == start);
        var (behind, beyond) = listed ? SectorBehindList(end) : (null, 0);
        var whole = behind ?? SectorOf(index, ref start, ref end);
        if (whole is null)
        {
            whole = number == 1 ? null : "ITU-T";
            confidence = 0.85;
        }
        if (whole is null) return;
        Add(string.Create(CultureInfo.InvariantCulture, $"{whole} SG{number}"), start, end, confidence);
        if (start < hit.Start && numbers.Before(hit.Start, out _) == start) return;
        for (var count = 0; count < 20 && numbers.NextInList(end, out var next) is >= 0 and var more; count++)
        {
            if (next is < 1 or > 29) break;
            // the sector behind the last number is part of what names it, and no body of its own
            var last = behind is not null && !(numbers.NextInList(more, out var further) >= 0 && further is >= 1 and <= 29);
            Add(string.Create(CultureInfo.InvariantCulture, $"{whole} SG{next}"), more - (next > 9 ? 2 : 1), last ? beyond : more, 0.85);
            end = more;
        }
    }

    /// <summary>"Study Groups 16 and 17 of ITU-T": the sector of all groups of a list stands behind the last of them.</summary>
    /// <param name="end">Of the first number.</param>
    /// <returns>The sector and where it ends; null where no list or no sector follows.</returns>
    private (string? Sector, int End) SectorBehindList(int end)
    {
        var at = end;
        for (var count = 0; count < 20 && numbers.NextInList(at, out var next) is >= 0 and var more && next is >= 1 and <= 29; count++) at = more;
        if (at == end) return (null, 0);
        for (var i = FirstFrom(at); i < hits.Count && hits[i].Start - at <= 14; i++)
            if (hits[i].Value.Kind == BodyWordKind.Sector && OnlySmall(at, hits[i].Start) && !FollowedByGroup(hits[i]) && !Joins(text[at..hits[i].Start])) return (hits[i].Value.Code, hits[i].End);
        return (null, 0);
    }

    /// <summary>"16 and 17 and in ITU-D": another body follows, and no sector of these.</summary>
    private static bool Joins(string between) => new MarkedText(between).Any(Word.Conjunction, 0, between.Length);

    private void AddWorkingParty(int index)
    {
        var hit = hits[index];
        var start = hit.Start;
        var end = hit.End;
        var code = hit.Value.Code;
        if (code.Length == 0)
        {
            var number = hit.Value.Number;
            if (number == 0) end = numbers.After(hit.End, out number);
            if (number is < 1 or > 9) return;
            if (numbers.At(end) is >= 'A' and <= 'F' && !char.IsLetterOrDigit(numbers.At(end + 1))) code = string.Create(CultureInfo.InvariantCulture, $"{number}{numbers.At(end++)}");
            else if (numbers.At(end) == '/' && numbers.Digits(end + 1, 2, out var group) is var past && past > end + 1 && group is >= 1 and <= 29)
            {
                end = past;
                var parent = SectorOf(index, ref start, ref end) ?? (group == 1 ? null : "ITU-T");
                if (parent is not null) Add(string.Create(CultureInfo.InvariantCulture, $"{parent} SG{group}"), start, end, 0.9);
                return;
            }
            else return;
        }
        SectorOf(index, ref start, ref end);
        Add("ITU-R WP " + code, start, end, 0.95);
    }

    private void AddQuestion(int index)
    {
        var hit = hits[index];
        var start = hit.Start;
        var end = hit.End;
        if (hit.Value.Number == 0)
        {
            end = numbers.At(end) == '.' ? end + 1 : end;
            end = numbers.After(end, out var number);
            if (number == 0) return;
        }
        var development = false;
        if (numbers.At(end) == '-' && numbers.Digits(end + 1, 1, out _) is var part && part > end + 1) { development = true; end = part; }
        if (numbers.At(end) != '/') return;
        var past = numbers.Digits(end + 1, 2, out var group);
        if (past == end + 1 || group is < 1 or > 29) return;
        end = past;
        var whole = SectorOf(index, ref start, ref end) ?? (development || group == 1 ? "ITU-D" : "ITU-T");
        Add(string.Create(CultureInfo.InvariantCulture, $"{whole} SG{group}"), start, end, 0.9);
    }

    /// <summary>The sector directly before the group, or after it with nothing but small words between; the mention grows over it.</summary>
    private string? SectorOf(int index, ref int start, ref int end)
    {
        var first = FirstFrom(start - Longest);
        for (var i = first; i < hits.Count && hits[i].Start <= end + 14; i++)
        {
            var near = hits[i];
            if (near.Value.Kind != BodyWordKind.Sector) continue;
            if (near.End <= start && start - near.End <= 3 && OnlySmall(near.End, start)) { start = near.Start; return near.Value.Code; }
            if (near.Start >= end && near.Start - end <= 14 && OnlySmall(end, near.Start))
            {
                // "SG16, ITU-D SG1": the sector belongs to the group that follows
                if (FollowedByGroup(near)) continue;
                end = near.End;
                return near.Value.Code;
            }
        }
        return sector;
    }

    private bool FollowedByGroup(PhraseHit<BodyWord> sectorHit)
    {
        for (var i = FirstFrom(sectorHit.End); i < hits.Count && hits[i].Start - sectorHit.End <= 6; i++)
            if (hits[i].Value.Kind is BodyWordKind.StudyGroup or BodyWordKind.WorkingParty or BodyWordKind.Question && OnlyNumber(sectorHit.End, hits[i].Start))
                return true;
        return false;
    }

    /// <summary>Number of the first hit that starts at the offset or later; a text may name thousands of groups.</summary>
    private int FirstFrom(int offset)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Nothing but a number and its marks between sector and group: ITU-T第17研究组, МСЭ-Т 17-я Исследовательская комиссия.</summary>
    private bool OnlyNumber(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text[i] is not (' ' or '-' or '第' or '\u00a0' or 'я' or 'й') && DateScanner.Digit(text[i]) < 0) return false;
        return true;
    }

    private bool OnlySmall(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text[i] is ',' or ';' or '\n' or '、' or '،' or '؛' or '；' or '，' or '/' or '.') return false;
        var between = Folding.Plain(text[from..to]);
        foreach (var word in between.Split(' ', '(', ')', '（', '）', '-', '\''))
            if (word.Length > 0 && !BodyWords.Filler.Contains(word) && !BodyWords.Filler.Contains(word + "'")) return false;
        return true;
    }

    /// <summary>A sector counts as a body of its own where no group of it stands beside it.</summary>
    private bool StandsAlone(int index)
    {
        var hit = hits[index];
        if (FollowedByGroup(hit)) return false;
        for (var i = found.Count - 1; i >= 0 && found.Count - i <= MostOverlapping; i--)
            if (hit.Start < found[i].End && found[i].Start < hit.End) return false;
        for (var i = FirstFrom(hit.Start - Longest); i < hits.Count && hits[i].Start <= hit.End + 2; i++)
        {
            var near = hits[i];
            if (near.Value.Kind is BodyWordKind.JointActivity or BodyWordKind.Name && near.Start >= hit.End
                || near.Value.Kind is BodyWordKind.JointActivity or BodyWordKind.Name && near.Start < hit.Start
                    && hit.Start - near.End is >= 0 and <= 12 && text.AsSpan(near.End, hit.Start - near.End).IndexOfAny(",;\n、،") < 0)
                return false;
        }
        return field || hit.Value.Code != "ITU-T" && HeadsLine(hit);
    }

    /// <summary>"3. ITU-R: …", "• à l'UIT-D par Mme …": in a list of groups a sector stands where the others have their number.</summary>
    private bool HeadsLine(PhraseHit<BodyWord> hit)
    {
        var line = hit.Start == 0 ? 0 : text.LastIndexOf('\n', hit.Start - 1) + 1;
        while (line < hit.Start && char.IsWhiteSpace(text[line])) line++;
        line += ListMarker.Length(text.AsSpan(line, hit.End - line));
        if (line > hit.Start) return false;
        var before = text.AsSpan(line, hit.Start - line).Trim();
        foreach (var word in Folding.Plain(before.ToString()).Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
            if (!BodyWords.Filler.Contains(word) && !BodyWords.Filler.Contains(word + "'")) return false;
        var at = hit.End;
        while (at < text.Length && text[at] is ' ' or '\u00a0' or '*') at++;
        if (at < text.Length && text[at] is ':' or '：' or '.' or '–' or '—' or '-' or ',' or '，' or '、') return true;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end > at && BodyWords.BehindHead.Contains(Folding.Plain(text[at..end]));
    }
}
