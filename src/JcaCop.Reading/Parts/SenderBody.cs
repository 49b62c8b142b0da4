using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells for which group of the Union or which standards body a mail speaks.</summary>
internal static class SenderBody
{
    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(".;!?。；\n");

    public static string? Tell(ReceivedMail mail, MailAuthor author, string opening, FoldedText folded)
    {
        if (Liaisons.MayBe(mail) && Liaisons.SourceOf(mail) is { } source) return source;
        return OfMailbox(author) ?? OfName(author) ?? OfOffice(author, mail.Subject, opening, folded);
    }

    /// <summary>tsbsg17@itu.int: the mailbox of a study group's secretariat.</summary>
    private static string? OfMailbox(MailAuthor author)
    {
        if (author.Domain is not ("itu.int" or "lists.itu.int")) return null;
        var local = author.Email[..author.Email.IndexOf('@', StringComparison.Ordinal)].ToLowerInvariant();
        if (local.StartsWith("tsbsg", StringComparison.Ordinal) && int.TryParse(local.AsSpan(5), out var group) && group is > 0 and < 30) return $"ITU-T SG{group}";
        if (local is "tsbtsag" or "tsag") return "ITU-T TSAG";
        if (local.StartsWith("tsbjca", StringComparison.Ordinal) && local.Length > 6) return "ITU-T JCA-" + BodyWords.JcaLetters(local[6..].ToUpperInvariant());
        if (local.StartsWith("brwp", StringComparison.Ordinal) && local.Length == 6) return "ITU-R WP " + local[4..].ToUpperInvariant();
        return null;
    }

    private static string? OfName(MailAuthor author) =>
        author.Name.Length > 0 && Bodies.Parse(author.Name) is { } body && Speaks(body, author) ? body : null;

    /// <summary>"Vice-Chairman, ITU-T SG16" under the text, or "on behalf of Study Group 16" in it.</summary>
    private static string? OfOffice(MailAuthor author, string subject, string opening, FoldedText folded)
    {
        if (Claimed(opening, folded) is { } said) return said;
        if (InOffice(author.Signature, 45) is { } signed && Speaks(signed, author)
            && (Bodies.Find(subject).Any(mention => mention.Value == signed) || Bodies.Find(opening, folded).Any(mention => mention.Value == signed)))
            return signed;
        if (InOffice(author.Signature, 45) is { } office && Bodies.Parse(opening.AsSpan().TrimStart().ToString().Split('\n')[0]) == office) return office; // the group's own letterhead, from whichever company
        return InOffice(opening, folded, 25) is { } claimed && Speaks(claimed, author) && Bodies.Find(author.Signature).All(mention => mention.Value == claimed) && !HasAuthority(author.Signature) ? claimed : null;
    }

    /// <summary>"In my capacity as Vice-Chairman of Study Group 9": who says so speaks for the group, from wherever.</summary>
    private static string? Claimed(string opening, FoldedText folded)
    {
        foreach (var capacity in RespondentWords.Index.FindAll(folded))
        {
            if (capacity.Value != RespondentWord.Capacity) continue;
            var end = Math.Min(opening.Length, capacity.End + 110);
            var stop = opening.AsSpan(capacity.End, end - capacity.End).IndexOfAny(SentenceEnds);
            if (InOffice(Folding.Cut(opening, capacity.End, stop < 0 ? end - capacity.End : stop), 30) is { } body) return body;
        }
        return null;
    }

    private static string? InOffice(string text, int reach) => text.Length == 0 ? null : InOffice(text, Folding.Fold(text), reach);

    private static string? InOffice(string text, FoldedText folded, int reach)
    {
        if (text.Length == 0) return null;
        var bodies = Bodies.Find(text, folded);
        if (bodies.Count == 0) return null;
        var words = RespondentWords.Index.FindAll(folded);
        foreach (var body in bodies)
        {
            if (body.Value is "ITU-T JCA-COP" or "CWG-COP" or "ITU-T" or "ITU-D" or "ITU-R") continue;
            foreach (var word in words)
            {
                if (word.Value != RespondentWord.Officer) continue;
                var (from, to) = word.End <= body.Start ? (word.End, body.Start) : (body.End, word.Start);
                if (from <= to && to - from <= reach && text.AsSpan(from, to - from).IndexOfAny(GapEnds) < 0 && !IsAddressed(text, body.Start) && text.AsSpan(from, to - from).Count('\n') <= 1
                    && !IsSent(text[from..to])) return body.Value;
            }
        }
        return null;
    }

    /// <summary>
    /// "Mr X, counsellor, as our representative in Study Group 17", 尊敬的秘书处：我国指定…为第17研究组的代表: who is sent into a group holds no office of it, and who sends does not write for it.
    /// </summary>
    private static bool IsSent(string between)
    {
        if (between.Length < ShortestSending) return false;
        var marked = new MarkedText(between);
        return marked.Any(Word.Designate, 0, between.Length) || marked.Any(Word.RepresentativeRole, 0, between.Length) || marked.Any(Word.AlternateRole, 0, between.Length);
    }

    /// <summary>UTF-16 units; 为代表 is no shorter.</summary>
    private const int ShortestSending = 2;

    private static readonly System.Buffers.SearchValues<char> GapEnds = System.Buffers.SearchValues.Create(".;!?。；\t|");

    /// <summary>"第17研究组主席：" on a line of its own is whom the mail is written to.</summary>
    private static bool IsAddressed(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        var line = text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim();
        return line.Length is > 0 and < 90 && line[^1] is ':' or '：' or ',' or '，' or '،' or '!' && (start == 0 || text.AsSpan(0, start).IsWhiteSpace());
    }

    /// <summary>Groups of the Union write from its domains or a personal address, not from that of a ministry.</summary>
    private static bool Speaks(string body, MailAuthor author)
    {
        if (BodyWords.National.ContainsKey(body)) return true;
        if (author.Domain is "itu.int" or "ties.itu.int" || CountryOrigin.IsFreeMail(author.Domain)) return true;
        return !HasAuthority(author.Signature) && CountryOrigin.OfDomain(author.Domain) is not { Confidence: >= 0.8 };
    }

    private static bool HasAuthority(string text)
    {
        var folded = Folding.Fold(text);
        var bodies = Bodies.Find(text, folded);
        return RespondentWords.Index.FindAll(folded).Exists(word =>
            word.Value is RespondentWord.Authority or RespondentWord.Mission
            && !RespondentWords.Index.FindAll(text.Substring(word.Start, word.Length)).Exists(same => same.Value == RespondentWord.Officer)
            && !bodies.Any(body => word.Start < body.End && body.Start < word.End)
            && !Folding.IsHan(text[word.Start]));
    }
}
