using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The fields of the forms in which groups send liaison statements (Recommendation ITU-T A.1, figure 1-1, and its relatives).</summary>
internal enum LiaisonLabel
{
    Reference, Source, Title, Subject, Date, ForAction, ForComment, ForInformation,
    /// <summary>One field says the purpose for all addressees (IETF), or clause by clause (ITU-D).</summary>
    Purpose,
    To, Cc,
    /// <summary>To whom a committee sends a document: members, or bodies, some of them in copy.</summary>
    Distribution,
    Deadline, Contact, InReplyTo, Attachments, Approval, Question, Meeting,
    /// <summary>Fields that carry nothing to record.</summary>
    Aside,
}

/// <param name="Start">Of the value, in the text of the form.</param>
/// <param name="Value">As written, line breaks included.</param>
internal sealed record LiaisonField(LiaisonLabel Label, int Start, string Value)
{
    /// <summary>The value with line breaks and runs of blanks turned into single blanks.</summary>
    public string Line => Layout.MailLayout.Unwrap(Value).Trim();

    /// <summary>The bodies that the value names, where it was taken out of running text; null for a field of a form, whose value is a list.</summary>
    public IReadOnlyList<string>? Listed { get; init; }
}

/// <summary>The labelled lines of a liaison statement, wherever they stand: in the mail or in an attached document.</summary>
/// <param name="Source">Name of the attachment; null for the mail's own text.</param>
internal sealed record LiaisonForm(string Text, string? Source, IReadOnlyList<LiaisonField> Fields)
{
    private static readonly FrozenDictionary<string, LiaisonLabel> Labels = BuildLabels();
    private static readonly FrozenDictionary<string, LiaisonLabel>.AlternateLookup<ReadOnlySpan<char>> LabelsBySpan = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where sentences tell what a form would: nothing is labelled.</summary>
    public bool Told { get; init; }

    /// <summary>Whom a statement told in sentences names as its contact; null for a form, which has a field.</summary>
    public Person? ToldContact { get; init; }

    public LiaisonField? First(LiaisonLabel label)
    {
        foreach (var field in Fields) if (field.Label == label) return field;
        return null;
    }

    /// <summary>Enough of a form to be one: somebody sends something to somebody.</summary>
    public bool IsForm =>
        (First(LiaisonLabel.Source) is not null || First(LiaisonLabel.Reference) is not null || First(LiaisonLabel.Approval) is not null)
        && (HasPurposes || First(LiaisonLabel.To) is not null)
        && Fields.Select(entry => entry.Label).Where(label => label is not (LiaisonLabel.Aside or LiaisonLabel.Attachments)).Distinct().Count() >= 4
        || (First(LiaisonLabel.Source) is not null || First(LiaisonLabel.Subject) is not null) && First(LiaisonLabel.Contact) is not null
           && (First(LiaisonLabel.Purpose) is not null || First(LiaisonLabel.Deadline) is not null);

    /// <summary>Number, source, addressees, purpose and deadline all have a field: it is a statement, whatever it is called.</summary>
    public bool IsWhole => First(LiaisonLabel.Source) is not null && First(LiaisonLabel.To) is not null && First(LiaisonLabel.Reference) is not null
        && (First(LiaisonLabel.Title) is not null || First(LiaisonLabel.Subject) is not null) && (First(LiaisonLabel.Purpose) is not null || First(LiaisonLabel.Deadline) is not null);

    /// <summary>How many purposes have a field of their own.</summary>
    public int Purposes => Fields.Select(static entry => entry.Label).Where(static label => label is LiaisonLabel.ForAction or LiaisonLabel.ForComment or LiaisonLabel.ForInformation).Distinct().Count();

    public bool HasPurposes => First(LiaisonLabel.ForAction) is not null || First(LiaisonLabel.ForComment) is not null || First(LiaisonLabel.ForInformation) is not null;

    public static LiaisonForm Read(string text, string? source)
    {
        var fields = new List<LiaisonField>();
        var open = -1;
        LiaisonLabel current = default;
        var (valueStart, valueEnd, indent) = (0, 0, 0);
        var column = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0) end = text.Length;
            ReadLine(line, end);
            line = end + 1;
        }
        Close();
        return new LiaisonForm(text, source, fields);

        void ReadLine(int start, int end)
        {
            var first = start;
            while (first < end && (char.IsWhiteSpace(text[first]) || text[first] is '|' or '*' or '•' or '>' or '\u200f' or '\u200e')) first++;
            if (first >= end)
            {
                if (open >= 0 && !(current == LiaisonLabel.Contact && ContactGoesOn(end + 1))) Close();
                return;
            }
            if (InBrackets(start, first, end)) return;
            if ((LabelAt(first, end, out var label, out var after) || AtColumn(start, first, end, out label, out after)) && !InsideContact(label))
            {
                column = after < end ? after - start : 0;
                Close();
                Open(label, first, after, start);
            }
            else if (open >= 0 && !Continues(first, start)) Close();
            if (open < 0) return;
            valueEnd = end;
            // a second column of the same line: "Date: 3 May 2013      Ref.: SG17-LS4"
            for (var at = Math.Max(valueStart, first); current != LiaisonLabel.Contact && at < end; at++)
            {
                if (text[at] is not ('\t' or ' ') || text[at] == ' ' && (at + 2 >= end || text[at + 1] != ' ' || text[at + 2] != ' ')) continue;
                var next = at;
                while (next < end && char.IsWhiteSpace(text[next])) next++;
                if (next < end && LabelAt(next, end, out var second, out var afterSecond) && text.AsSpan(next, afterSecond - next).IndexOfAny(":：\t") >= 0)
                {
                    valueEnd = at;
                    Close();
                    Open(second, next, afterSecond, start);
                    valueEnd = end;
                }
                at = Math.Max(at, next - 1);
            }
        }

        // "(Ref.: SG17-LS45)": a field of its own in brackets, and no part of the field above it
        bool InBrackets(int start, int first, int end)
        {
            if (text[first] is not ('(' or '（')) return false;
            while (end > first && char.IsWhiteSpace(text[end - 1])) end--;
            if (text[end - 1] is not (')' or '）') || !LabelAt(first + 1, end - 1, out var label, out var after) || text.AsSpan(first + 1, after - first - 1).IndexOfAny(":：") < 0) return false;
            Close();
            Open(label, first + 1, after, start);
            valueEnd = end - 1;
            Close();
            return true;
        }

        void Open(LiaisonLabel label, int labelStart, int after, int lineStart)
        {
            open = labelStart;
            current = label;
            valueStart = valueEnd = after;
            indent = labelStart - lineStart;
        }

        void Close()
        {
            if (open < 0) return;
            fields.Add(new LiaisonField(current, valueStart, text[valueStart..Math.Max(valueStart, valueEnd)].TrimEnd()));
            open = -1;
        }

        bool InsideContact(LiaisonLabel label) =>
            open >= 0 && current == LiaisonLabel.Contact && label is LiaisonLabel.Title or LiaisonLabel.Subject && fields.Exists(field => field.Label is LiaisonLabel.Title or LiaisonLabel.Subject);

        bool Continues(int first, int start)
        {
            if (IsHeading(first)) return false;
            if (current is LiaisonLabel.Contact or LiaisonLabel.Attachments) return !IsText(first);
            var value = text.AsSpan(valueStart, valueEnd - valueStart).Trim();
            if (value.IsEmpty) return first > start || indent == 0;
            if (first - start > indent) return true;
            if (value[^1] is ',' or ';' or '،' or '、' or '-' or '؛' or '(') return true;
            var lastLine = value.LastIndexOf('\n') is >= 0 and var cut ? value[(cut + 1)..] : value;
            return lastLine.Length >= 55 && value[^1] is not ('.' or '。' or ':') && value.Length < 400;
        }

        // "LIAISON STATEMENT" on a line of its own
        bool IsHeading(int first)
        {
            var stop = text.IndexOf('\n', first);
            var line = text[first..(stop < 0 ? text.Length : stop)].Trim();
            return line.Length is > 3 and < 45 && Parts.RespondentWords.Index.FindAll(line).Exists(word => word.Value == Parts.RespondentWord.Liaison && word.Length >= line.Length - 2);
        }

        // a numbered or long line below a contact is the statement itself
        bool IsText(int first)
        {
            var stop = text.IndexOf('\n', first);
            var line = text[first..(stop < 0 ? text.Length : stop)];
            return line.Length > 90 && !LiaisonContacts.HasLabel(line) || line.Length > 50 && ListMarker(line);
        }

        static bool ListMarker(string line) => char.IsDigit(line[0]) && line.AsSpan(0, 3).IndexOfAny(". )") > 0;

        bool ContactGoesOn(int next)
        {
            if (next >= text.Length) return false;
            var end = text.IndexOf('\n', next);
            if (end < 0) end = text.Length;
            return LiaisonContacts.HasLabel(text[next..end]) && !LabelAt(next, end, out _, out _);
        }

        // the longest label of a column leaves a single blank before its value
        bool AtColumn(int start, int first, int end, out LiaisonLabel label, out int after)
        {
            label = default;
            after = start + column;
            return column > 4 && after < end && after - 1 > first && text[after - 1] == ' ' && text[after] != ' '
                && !(text[after - 2] == '.' && char.IsLetter(text[after - 3])) && Lookup(text.AsSpan(first, after - 1 - first), out label);
        }

        // "日    期：": the blanks fill the column, and both sides are Han characters of one label
        bool IsStretched(int at, int most)
        {
            var before = at;
            while (before > 0 && text[before - 1] == ' ') before--;
            if (before == 0 || !Folding.IsHan(text[before - 1])) return false;
            while (at < most && text[at] == ' ') at++;
            if (at >= most || !Folding.IsHan(text[at])) return false;
            var colon = text.AsSpan(at, Math.Min(most - at, LongestHalf)).IndexOfAny(':', '：');
            return colon > 0 && !text.AsSpan(at, colon).Contains("  ", StringComparison.Ordinal);
        }

        bool Leads(int at, int end) => at + 3 < end && text[at] == '.' && text[at + 1] == '.' && text[at + 2] == '.';

        bool LabelAt(int from, int end, out LiaisonLabel label, out int after)
        {
            label = default;
            after = from;
            var most = Math.Min(end, from + 70);
            var cut = from;
            while (cut < most && text[cut] is not (':' or '：' or '\t' or '…') && !(text[cut] == ' ' && cut + 1 < most && text[cut + 1] == ' ' && !IsStretched(cut, most)) && !Leads(cut, end)) cut++;
            if (cut >= most && cut < end) return false;
            if (!Lookup(text.AsSpan(from, cut - from), out label)) return false;
            var colon = cut;
            while (colon < end && text[colon] is ' ' or '\t') colon++;
            var marked = colon < end && text[colon] is ':' or '：' or '|';
            if (!marked && colon < end && (text[colon] == '…' || Leads(colon, end)))
            {
                // "Title ........... Names of shops": the dots lead to the value
                while (colon < end && text[colon] is '.' or '…' or ' ' or '\t' or ':') colon++;
                after = colon;
                return after < end;
            }
            if (!marked && (cut >= end || cut - from < 4 && text[cut] != '\t' && !Folding.IsHan(text[from]))) return false;
            after = marked ? colon + 1 : cut;
            while (after < end && text[after] is ' ' or '\t' or '\u00a0' or '|') after++;
            return true;
        }
    }

    /// <summary>More characters have few Chinese labels behind their blanks.</summary>
    private const int LongestHalf = 8;

    private static bool Lookup(ReadOnlySpan<char> written, out LiaisonLabel label)
    {
        Span<char> folded = stackalloc char[160];
        var length = Normalize(written, folded);
        label = default;
        return length > 0 && (LabelsBySpan.TryGetValue(folded[..length], out label) || Composed(folded[..length], out label));
    }

    /// <summary>"To, for action", "Destinataire - pour information", 供征求意见: the word for an addressee, or "for", before the words of a purpose.</summary>
    private static bool Composed(ReadOnlySpan<char> folded, out LiaisonLabel label)
    {
        label = default;
        if (Folding.IsHan(folded[0])) return HanFor.Contains(folded[0]) && folded.Length > 2 && LabelsBySpan.TryGetValue(folded[1..], out label) && IsPurpose(label);
        var cut = folded.IndexOfAny(",،-/");
        if (cut < 1 || !LabelsBySpan.TryGetValue(folded[..cut].Trim(' '), out var head)) return false;
        return head is LiaisonLabel.To && LabelsBySpan.TryGetValue(folded[(cut + 1)..].Trim(' '), out label) && IsPurpose(label);
    }

    private static bool IsPurpose(LiaisonLabel label) => label is LiaisonLabel.ForAction or LiaisonLabel.ForComment or LiaisonLabel.ForInformation;

    private static readonly System.Buffers.SearchValues<char> HanFor = LexiconFile.Signs("grammar", "hanFor", "");

    /// <summary>Folded, with single blanks, without "(s)", numbering and points.</summary>
    private static int Normalize(ReadOnlySpan<char> written, Span<char> into)
    {
        written = written.Trim(" \t\u00a0.:：*_-–=[]【】");
        if (written.Length is 0 or > 70) return 0;
        var length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '(' && i + 2 < written.Length && written[i + 1] is 's' or 'S' && written[i + 2] == ')') { i += 2; continue; }
            if (written[i] == '.' && length > 0 && i + 1 < written.Length && written[i + 1] != ' ' && char.IsLetter(written[i + 1])) continue;
            if (written[i] == '.') continue;
            if (written[i] is ' ' or '\u3000' && length > 0 && Folding.IsHan(into[length - 1])) continue; // "联 系 人"
            var n = Folding.Fold(written[i], into[length..]);
            if (n == 1 && into[length] == ' ' && (length == 0 || into[length - 1] == ' ')) continue;
            length += n;
        }
        while (length > 0 && into[length - 1] == ' ') length--;
        return length;
    }

    private static FrozenDictionary<string, LiaisonLabel> BuildLabels()
    {
        var labels = new Dictionary<string, LiaisonLabel>();
        Span<char> folded = stackalloc char[160];
        foreach (var (code, _, phrase) in LexiconFile.Phrases("liaisons/labels"))
            labels.TryAdd(folded[..Normalize(phrase, folded)].ToString(), Enum.Parse<LiaisonLabel>(code));
        return labels.ToFrozenDictionary();
    }
}
