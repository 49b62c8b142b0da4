using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads the new values out of a statement that changes what was recorded; those that no longer hold are passed over.</summary>
internal static class CorrectionValues
{
    public static void Read(ItemContext context, CorrectionDraft draft, TextSpan span)
    {
        var emails = context.Emails.Where(email => span.Contains(email.Start) && !IsOld(context, email.Start)).ToList();
        if (emails.Count > 0) draft.Email ??= emails[^1].Value;
        draft.Doubtful |= emails.Count > 1;
        foreach (var site in context.Websites) if (span.Contains(site.Start) && !IsOld(context, site.Start)) draft.Website ??= site.Value.TrimEnd('.');
        Phones(context, draft, span);
        if (Labelled(context, span) is { } whole) draft.Address ??= whole;
        else if (Address(context, span) is { } address && !IsOld(context, address.Start)) draft.Address ??= address.Value;
        if (!draft.IsOrganization) draft.Function ??= LabelledPost(context, span) ?? Function(context, draft, span);
    }

    /// <summary>"New address: …" in a form: the whole value.</summary>
    private static string? Labelled(ItemContext context, TextSpan span)
    {
        if (context.Layout.BlockAt(span.Start) is not Form form) return null;
        foreach (var field in form.Fields)
            if (field.Label == FieldLabel.Address && !field.Value.IsEmpty && span.Contains(field.Value.Start) && !IsOld(context, field.Value.Start))
                return MailLayout.Unwrap(field.Value.In(context.Text)).TrimEnd('.', ';', ',', '،', '。');
        return null;
    }

    /// <summary>"Position: Treasurer" in a form below "the new particulars are": the whole value.</summary>
    private static string? LabelledPost(ItemContext context, TextSpan span)
    {
        if (context.Layout.BlockAt(span.Start) is not Form form) return null;
        foreach (var field in form.Fields)
            if (field.Label == FieldLabel.Function && field.Value.Length is > 1 and < LongestPost && span.Contains(field.Value.Start) && !IsOld(context, field.Value.Start))
                return MailLayout.Unwrap(field.Value.In(context.Text)).TrimEnd('.', ';', ',', '،', '。');
        return null;
    }

    private const int LongestPost = 90;

    private static void Phones(ItemContext context, CorrectionDraft draft, TextSpan span)
    {
        foreach (var phone in context.Phones)
        {
            if (!span.Contains(phone.Start) || IsOld(context, phone.Start)) continue;
            if (phone.Value.Kind == PhoneKind.Fax || IsFax(context, draft, span, phone.Start)) draft.Fax ??= phone.Value.Value;
            else
            {
                draft.Doubtful |= draft.Phone is not null && draft.Phone != phone.Value.Value;
                draft.Phone ??= phone.Value.Value;
            }
            if (phone.Value.Kind == PhoneKind.PhoneAndFax) draft.Fax ??= phone.Value.Value;
        }
    }

    /// <summary>The last word for phone or fax before a number tells what it is.</summary>
    private static bool IsFax(ItemContext context, CorrectionDraft draft, TextSpan span, int at)
    {
        var from = draft.Where.Start < span.Start && span.Start - draft.Where.Start < 200 ? Math.Max(0, draft.Where.Start - 40) : span.Start;
        return context.Matters.Last(Matter.FaxWord, from, at) is { } fax && (context.Matters.Last(Matter.PhoneWord, from, at) is not { } phone || phone.End < fax.Start);
    }

    /// <summary>"Our new address: 3 Ferry Lane": the lane is nobody.</summary>
    public static bool IsInAddress(ItemContext context, TextSpan name) =>
        context.Utterances.Find(one => one.Span.Contains(name.Start)) is { Span.Length: > 0 } said && Address(context, said.Span) is { } address
            && address.Start <= name.Start && name.End <= address.Start + address.Length;

    /// <summary>The last postal address of the statement, without the words that lead to it: an old one stands before the new.</summary>
    public static Part? Address(ItemContext context, TextSpan span) => Found(context, span) is { } part ? WithoutLead(context.Text, part) : null;

    /// <summary>"The correct one is 14 Mill Lane", "La correcta es Calle Real 14": the words before the address are the writer's.</summary>
    private static Part WithoutLead(string text, Part part)
    {
        if (Leads.FindLongest(part.Value) is not [{ Start: 0 } lead, ..] || lead.End >= part.Value.Length) return part;
        // "Новый Арбат" is a street, "Новый: Садовая, 14" leads to one
        if (!lead.Value && part.Value.AsSpan(lead.End).TrimStart() is not [':' or '：' or '-' or '–' or '—', ..]) return part;
        var rest = part.Value[lead.End..].TrimStart(' ', ':', '：', '-', '–', '—', '\n');
        var at = rest.Length > 0 ? text.IndexOf(rest[0], part.Start + lead.End) : -1;
        return at < 0 || at >= part.End ? part : part with { Start = at, Length = part.End - at, Value = rest };
    }

    private static readonly PhraseIndex<bool> Leads = new(LexiconFile.Words("addressLeads", "leads").Select(static words => KeyValuePair.Create(words, true))
        .Concat(LexiconFile.Words("addressLeads", "beforeColon").Select(static words => KeyValuePair.Create(words, false))));

    private static Part? Found(ItemContext context, TextSpan span)
    {
        if (Moves.Find(context, span) is { Address: var moved }) return moved;
        if (MovedTo.In(context, span) is { } told) return told;
        if (!context.Marked.Any(Word.Street, span.Start, span.End)) return null;
        Part? last = null;
        foreach (var part in PartFinder.Find(context, span, DraftOrigin.Prose))
            if (part.Kind == PartKind.Address && part.Value.Length < 140 && Trimmed(context, part) is { } address) last = address;
        return (last is { } found ? Quoted(context, span, found) : QuotedLast(context, span)) ?? last ?? Arabic(context, span);
    }

    /// <summary>"… should read “120, rue du Port, Lorient”": the last that is quoted with a street and a figure.</summary>
    private static Part? QuotedLast(ItemContext context, TextSpan span)
    {
        Part? last = null;
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End))
            if (quoted.Length < 140 && quoted.Value.Any(char.IsDigit) && context.Marked.Any(Word.Street, quoted.Start, quoted.End)
                    && !IsOld(context, quoted.Start))
                last = new Part(PartKind.Address, quoted.Value.Trim(), quoted.Start, quoted.Length, 0.7);
        return last;
    }

    /// <summary>What stands in quotation marks is the whole address.</summary>
    private static Part? Quoted(ItemContext context, TextSpan span, Part address)
    {
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End))
            if (address.Start >= quoted.Start && address.Start < quoted.End && quoted.Length < 140) return address with { Start = quoted.Start, Length = quoted.Length, Value = quoted.Value };
        return null;
    }

    /// <summary>في مصراتة، شارع …: a street without a figure, behind the town that a preposition leads to.</summary>
    private static Part? Arabic(ItemContext context, TextSpan span)
    {
        var text = context.Text;
        if (context.Matters.First(Matter.Change, span.Start, span.End) is null) return null;
        foreach (var street in context.Marked.Within(Word.Street, span.Start, span.End))
        {
            if (street.Length < 3 || !Folding.IsArabic(text[street.Start])) continue;
            var town = street.Start;
            while (town > span.Start && text[town - 1] is ' ' or '،' or '\n') town--;
            var end = town;
            while (town > span.Start && char.IsLetter(text[town - 1])) town--;
            if (town == end) return null;
            var before = text.AsSpan(span.Start, town - span.Start).TrimEnd();
            if (!LeadsToTown(before)) return null;
            var stop = Clauses.End(text, street.End, span.End);
            return new Part(PartKind.Address, MailLayout.Unwrap(text[town..stop]), town, stop - town, 0.7);
        }
        return null;
    }

    private static bool LeadsToTown(ReadOnlySpan<char> before)
    {
        foreach (var preposition in BeforeTown) if (before.EndsWith(preposition, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly IReadOnlyList<string> BeforeTown = LexiconFile.Words("grammar", "beforeTownOfAddress");

    /// <summary>From the word for street on, or from the number before it; null where that word or any number is missing.</summary>
    private static Part? Trimmed(ItemContext context, Part part)
    {
        if (!part.Value.Any(char.IsDigit)) return null;
        foreach (var street in context.Marked.Within(Word.Street, part.Start, part.End))
        {
            if (context.Text.AsSpan(street.Start, street.Length).TrimEnd('.').Length < 2 && !Folding.IsHan(context.Text[street.Start])) continue;
            var from = Folding.IsHan(context.Text[street.Start]) ? part.Start : street.Start;
            while (from > part.Start && (char.IsDigit(context.Text[from - 1]) || context.Text[from - 1] is ' ' or ',' && from > part.Start + 1 && char.IsDigit(context.Text[from - 2]))) from--;
            if (part.Start < from && (char.IsUpper(context.Text[part.Start]) || IsPostalCode(context.Text, part.Start, from))) from = part.Start;
            return part with { Start = from, Length = part.End - from, Value = MailLayout.Unwrap(context.Text[from..part.End]) };
        }
        return null;
    }

    /// <summary>"170100, Тверь, …": four figures at least and a comma before the town.</summary>
    private static bool IsPostalCode(string text, int start, int end)
    {
        var at = start;
        while (at < end && char.IsDigit(text[at])) at++;
        return at - start >= 4 && at + 2 < end && text[at] == ',' && (char.IsUpper(text[at + 2]) || Array.Exists(Towns, town => string.CompareOrdinal(text, at + 2, town, 0, town.Length) == 0));
    }

    private static readonly string[] Towns = [.. LexiconFile.Words("grammar", "townAbbreviation")];

    /// <summary>The post behind "is now", "should read", "not A but".</summary>
    private static string? Function(ItemContext context, CorrectionDraft draft, TextSpan span)
    {
        foreach (var mark in context.Matters.Within(Matter.Becomes, span.Start, span.End))
            if (After(context, mark.End, span.End) is { } post && mark.End > draft.Where.Start) return post;
        if (context.Matters.First(Matter.Old, span.Start, span.End) is not { } not) return null;
        foreach (var mark in context.Matters.Within(Matter.NewMark, not.End, span.End))
            if (After(context, mark.End, span.End) is { } post) return post;
        return null;
    }

    private static string? After(ItemContext context, int at, int end)
    {
        while (at < end && context.Text[at] is '“' or '"' or '«' or '「' or ' ' or ':' or '：') at++;
        for (var word = at; ; at = word) // "теперь он директор", "promu : il est maintenant directeur"
        {
            while (word < end && char.IsLetter(context.Text[word])) word++;
            if (word >= end || context.Text[word] != ' ' || !BeforePost.Contains(context.Text.AsSpan(at, word - at))) break;
            word++;
        }
        var stop = Clauses.End(context.Text, at, end);
        var close = context.Text.AsSpan(at, stop - at).IndexOfAny("”\"»」");
        if (close > 0) stop = at + close;
        return Posts.Phrase(context.Marked, at, stop) is { } post && post.Start - at <= 6 && !post.Value.Contains('@', StringComparison.Ordinal) ? post.Value : null;
    }

    private static readonly WordSet BeforePost = LexiconFile.Set("grammar", "beforePostNow");

    /// <summary>True where "not", "instead of" or "old" stands before the value, with nothing but a few short words between.</summary>
    public static bool IsOld(ItemContext context, int at)
    {
        if (InQuotedOld(context, at) || IsOutOfUse(context, at)) return true;
        var from = Math.Max(0, at - 26);
        if (context.Matters.Last(Matter.Old, from, at) is not { } old) return false;
        var gap = context.Text.AsSpan(old.End, at - old.End);
        if (gap.Length > (Folding.IsHan(context.Text[old.Start]) ? 4 : 14) || Clauses.Part(context.Text, old.End, at)) return false;
        return !(context.Matters.Last(Matter.NewMark, old.End, at) is { Length: > 0 } now && now.Start != old.Start);
    }

    /// <summary>"The mailbox a@b.example of our delegate is no longer in use": words say so behind the value, in its clause, with no other value and no "old one" between.</summary>
    private static bool IsOutOfUse(ItemContext context, int at)
    {
        foreach (var email in context.Emails) if (email.Start == at) return OutOfUse(context, email.End);
        foreach (var phone in context.Phones) if (phone.Start == at) return OutOfUse(context, phone.End);
        foreach (var site in context.Websites) if (site.Start == at) return OutOfUse(context, site.End);
        return false;
    }

    private static bool OutOfUse(ItemContext context, int end)
    {
        if (context.Matters.First(Matter.OutOfUse, end, Math.Min(context.Text.Length, end + LongestSaying)) is not { } gone || Clauses.Part(context.Text, end, gone.Start)) return false;
        return !context.Emails.AnyFrom(end, gone.Start) && !context.Phones.AnyFrom(end, gone.Start) && context.Matters.First(Matter.Old, end, gone.Start) is null;
    }

    private const int LongestSaying = 90;

    /// <summary>«Red …, tel. 555 0168» behind "donde dice": all that stands in the quotation is old.</summary>
    private static bool InQuotedOld(ItemContext context, int at)
    {
        foreach (var quoted in Quotations.Find(context.Text, Math.Max(0, at - LongestQuotation), Math.Min(context.Text.Length, at + LongestQuotation)))
            if (quoted.Start < at && at < quoted.End)
                return context.Matters.Last(Matter.Old, Math.Max(0, quoted.Start - LongestLead), quoted.Start) is { } old && quoted.Start - old.End <= 4
                && !Clauses.Part(context.Text, old.End, quoted.Start - 1);
        return false;
    }

    private const int LongestQuotation = 160, LongestLead = 26;
}
