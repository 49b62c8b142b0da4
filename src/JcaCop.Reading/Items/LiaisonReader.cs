using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads liaison statements in the forms of ITU-T, ITU-D, ITU-R, the IETF tool, 3GPP, ETSI and JTC 1, in six languages.</summary>
public static class LiaisonReader
{
    /// <summary>Without a purpose, a deadline makes an action and its absence an information: the rule of the schema, right in all eight cases of the corpora.</summary>
    private const double Concluded = 0.86;

    /// <summary>One of several statements in a mail.</summary>
    private const double Bundled = 0.5;

    /// <summary>What sentences tell without a form is shown to a person.</summary>
    private const double Unlabelled = 0.3;

    public static IEnumerable<Item> Read(ItemContext context)
    {
        if (Liaisons.FormOf(context.Mail) is not { } form) yield break;
        var parts = LiaisonBundle.Parts(form);
        foreach (var part in parts)
        {
            var liaison = Read(context.Mail, part, context.Year, context.Language);
            // which fields belong together follows from their order alone: a person is asked
            yield return parts.Count == 1 ? liaison : liaison with { Confidence = Math.Min(liaison.Confidence, Bundled), Decision = Decision.Review, Signs = [.. liaison.Signs, new Accepting.Sign("bundle", 1)] };
        }
    }

    private static Liaison Read(ReceivedMail mail, LiaisonForm form, DateOnly? near, string language)
    {
        var deadline = DeadlineOf(form, near, language);
        var heading = LiaisonHeading.Of(form.Text);
        var to = form.First(LiaisonLabel.To) is { } field ? Bodies.ParseList(field.Value) : heading?.To ?? [];
        var copy = form.First(LiaisonLabel.Cc) is { } copied ? copied.Listed ?? CopyOf(copied) : heading?.Copy ?? [];
        if (to.Count == 0 && form.First(LiaisonLabel.Distribution) is { } distribution) (to, copy) = LiaisonPurposes.Distributed(distribution.Value, copy);
        if (to.Count == 0 && !form.HasPurposes) to = ["ITU-T JCA-COP"];
        var addressees = LiaisonPurposes.Of(form, to, copy, deadline is DeadlineReading.Found);
        var contact = form.First(LiaisonLabel.Contact) is { } block
            ? LiaisonContacts.Read((form.Fields.FirstOrDefault(static other => other.Label == LiaisonLabel.Contact && other.Value.Contains('@', StringComparison.Ordinal))
                ?? form.Fields.First(other => other.Label == LiaisonLabel.Contact && other.Value.Trim().Length > 0 || other == block)).Value) : null;
        var liaison = new Liaison
        {
            Reference = LiaisonNumber.Of(mail, form, InReplyTo(form)),
            From = From(mail, form),
            ForAction = addressees.Action,
            ForComment = addressees.Comment,
            ForInformation = addressees.Information,
            Cc = addressees.Copy,
            Title = Title(mail, form),
            Deadline = (deadline as DeadlineReading.Found)?.Day,
            Date = form.First(LiaisonLabel.Date) is { } dated ? Dates.Parse(dated.Line, near, language) is DateReading.Day day ? day.Value : null : LineOfDate(form, near, language),
            Contact = contact ?? form.ToldContact ?? ContactInSource(form),
            InReplyTo = InReplyTo(form),
            AlsoInReplyTo = [.. AllInReplyTo(form).Skip(1)],
            Files = [.. mail.Attachments.Where(attachment => attachment.Listed).Select(attachment => attachment.Name)],
        };
        if (deadline is DeadlineReading.Unclear || deadline is null && !form.Told && UnreadDays.In(form, near, language)) liaison = liaison with { Signs = [.. liaison.Signs, new Accepting.Sign(NoDay, 1)] };
        return liaison with { Evidence = EvidenceOf(form), Confidence = form.Told ? Unlabelled
            : Confidence(liaison, addressees, deadline), Decision = !form.Told && Sure(liaison, deadline) ? Decision.Accept : Decision.Review };
    }

    /// <summary>Who sends it: the source field, else the heading, else the sender's own group.</summary>
    internal static IReadOnlyList<string> From(ReceivedMail mail, LiaisonForm form)
    {
        foreach (var field in form.Fields)
        {
            if (field.Label != LiaisonLabel.Source || LiaisonReferences.First(field.Line) is { } reference && reference.Length > field.Line.Length / 2) continue;
            var listed = field.Listed ?? Bodies.ParseList(field.Value);
            if (listed.Count > 0) return listed;
        }
        foreach (var text in new[] { mail.Sender?.Name ?? "", form.Text[..Math.Min(form.Text.Length, 400)] })
            if (Bodies.Parse(text) is { } body || (body = Bodies.Find(text).Select(mention => mention.Value).FirstOrDefault(code => code is not ("ITU-T JCA-COP" or "CWG-COP" or "ITU-T"))) is not null) return [body];
        return [];
    }

    /// <summary>Copies go to bodies; a person with an address is none.</summary>
    private static IReadOnlyList<string> CopyOf(LiaisonField field) =>
        field.Value.Contains('@', StringComparison.Ordinal) ? [.. Bodies.Find(field.Value).Select(mention => mention.Value).Distinct()] : Bodies.ParseList(field.Value);

    private static string? Title(ReceivedMail mail, LiaisonForm form)
    {
        var field = form.First(LiaisonLabel.Title) ?? form.First(LiaisonLabel.Subject);
        var title = Unquoted(field?.Line.Trim());
        if (!string.IsNullOrEmpty(title)) return title;
        if (SubjectLine.Bare(mail.Subject) is not { Length: > 0 } subject) return null;
        // a subject that is nothing but the number: what stands in quotation marks above the form
        if (!subject.Contains(' ', StringComparison.Ordinal) && subject.Any(char.IsDigit) && form.Source is null
                && Quotations.Find(form.Text, 0, Math.Min(form.Text.Length, 600)).FirstOrDefault() is { Length: > 7 } quoted)
            return quoted.Value;
        return subject;
    }

    /// <summary>Quotation marks around the whole are none of the title's; those inside are.</summary>
    private static string? Unquoted(string? title) =>
        title is { Length: > 2 } && QuotesOpen.Contains(title[0]) && QuotesClose.Contains(title[^1]) && title.AsSpan(1, title.Length - 2).IndexOfAny(QuotesClose) < 0 ? title[1..^1].Trim() : title;

    private const string QuotesOpen = "\"“«《", QuotesClose = "\"”»》";

    internal static string? InReplyTo(LiaisonForm form) => AllInReplyTo(form) is [var first, ..] ? first : null;

    /// <summary>The statements that it answers, in the order in which they are named.</summary>
    private static IReadOnlyList<string> AllInReplyTo(LiaisonForm form)
    {
        if (form.First(LiaisonLabel.InReplyTo) is { } field && !BodyLists.SaysNone(field.Line))
            return LiaisonReferences.Row(field.Line, 0, 200) is { Count: > 0 } row ? row : field.Line.Length <= 40 ? [field.Line] : [];
        if ((form.First(LiaisonLabel.Title) ?? form.First(LiaisonLabel.Subject)) is { } title)
            foreach (var word in ReferenceWords.Index.FindLongest(title.Line))
                if (word.Value == ReferenceWord.ReplyTo && LiaisonReferences.Row(title.Line, word.End, 60) is { Count: > 0 } inTitle
                        && !(LiaisonReferences.First(title.Line, word.End, 60) is { } first && LiaisonNumber.IsOwn(title.Line, first, form))) return inTitle;
        return [];
    }

    private static DeadlineReading? DeadlineOf(LiaisonForm form, DateOnly? near, string language)
    {
        if (form.First(LiaisonLabel.Deadline) is { } field && field.Line.Length > 0) return Deadlines.Parse(field.Line, near, language);
        var start = form.Fields.Count > 0 ? form.Fields[0].Start : 0;
        var text = form.Text;
        // the day on which it was written is nobody's deadline
        foreach (var dated in form.Fields)
            if (dated.Label == LiaisonLabel.Date) text = string.Concat(text.AsSpan(0, dated.Start), new string(' ', dated.Value.Length), text.AsSpan(dated.Start + dated.Value.Length));
        return Deadlines.Find(text[start..], near, language) is { Confidence: >= 0.7 } found ? found.Value : null;
    }

    /// <summary>Sign of a statement whose deadline is told and is no day: a person is asked.</summary>
    internal const string NoDay = "deadlineNoDay";

    internal static string? Doubt(ReceivedMail mail, LiaisonForm form)
    {
        DateOnly? near = mail.WrittenAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
        return DeadlineOf(form, near, "en") is DeadlineReading.Unclear unclear ? $"deadline is no day: {unclear.Text}" : null;
    }

    /// <summary>"Cairo, 6 May 2014": a line among the fields with a place and a day alone.</summary>
    private static DateOnly? LineOfDate(LiaisonForm form, DateOnly? near, string language)
    {
        if (form.Fields.Count == 0) return null;
        var last = form.Fields[^1].Start;
        foreach (var line in form.Text[..Math.Min(form.Text.Length, last)].Split('\n'))
        {
            var written = line.Trim(' ', '.', '\t', '\r');
            if (written.Length is < 8 or > 48 || written.AsSpan().IndexOfAny(':', '：') >= 0) continue;
            if (Dates.Find(written, near, language) is [{ Value: DateReading.Day day } only] && only.End >= written.Length - 3 && written.AsSpan(0, only.Start).Count(' ') <= 3) return day.Value;
        }
        return null;
    }

    /// <summary>The IETF tool writes the person behind the body: "IAB (Name &lt;address&gt;)".</summary>
    private static Person? ContactInSource(LiaisonForm form)
    {
        if (form.First(LiaisonLabel.Source) is not { } source || !source.Value.Contains('@', StringComparison.Ordinal)) return null;
        var open = source.Value.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? null : LiaisonContacts.Read(source.Value[(open + 1)..].TrimEnd(')', ' '));
    }

    private static IReadOnlyList<Evidence> EvidenceOf(LiaisonForm form) =>
        [.. form.Fields.Where(field => Path(field.Label) is not null && field.Value.Length > 0 && (!form.Told || field.Label == LiaisonLabel.Title))
            .Select(field => new Evidence(Path(field.Label)!, form.Source, field.Start, field.Value, 0.95))];

    private static string? Path(LiaisonLabel label) => label switch
    {
        LiaisonLabel.Reference => "reference",
        LiaisonLabel.Source => "from",
        LiaisonLabel.Title or LiaisonLabel.Subject => "title",
        LiaisonLabel.Date => "date",
        LiaisonLabel.ForAction => "forAction",
        LiaisonLabel.ForComment => "forComment",
        LiaisonLabel.ForInformation => "forInformation",
        LiaisonLabel.To or LiaisonLabel.Purpose => "forAction",
        LiaisonLabel.Cc => "cc",
        LiaisonLabel.Deadline => "deadline",
        LiaisonLabel.Contact => "contact",
        LiaisonLabel.InReplyTo => "inReplyTo",
        _ => null,
    };

    private static bool Sure(Liaison liaison, DeadlineReading? deadline) =>
        liaison.From.Count > 0 && liaison.Title is not null && deadline is not DeadlineReading.Unclear
        && liaison.ForAction.Count + liaison.ForComment.Count + liaison.ForInformation.Count > 0;

    private static double Confidence(Liaison liaison, LiaisonAddressees addressees, DeadlineReading? deadline)
    {
        var confidence = addressees.Stated ? 0.93 : Concluded;
        if (liaison.From.Count == 0) confidence -= 0.3;
        if (liaison.Reference is null) confidence -= 0.05;
        if (deadline is DeadlineReading.Unclear) confidence -= 0.2;
        return Math.Max(0.1, confidence);
    }
}
