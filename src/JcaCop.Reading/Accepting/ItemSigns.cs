using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Signs of one item: how its values stand in the text, whether they agree with each other, and what its type needs.</summary>
internal static class ItemSigns
{
    private const int LongName = 80;
    private const int FarAway = 150;
    private const double MostOfText = 0.8;

    public static void Add(List<Sign> signs, ItemContext context, Item item, IReadOnlyList<Item> items)
    {
        var reading = ReadingOf(context, item);
        void Sign(string name, bool there) { if (there) signs.Add(new Sign(name, 1)); }
        signs.Add(new Sign("reader", Logit(item.Confidence)));
        Sign("readerHolds", item.Decision == Decision.Review);
        Sign("attached", reading.Source is not null);
        // what the covering text says beside is not of the attachment
        if (reading.Source is not null) signs.RemoveAll(static sign => sign.Name == "unread");
        OwnPassages.Add(signs, reading, item);
        switch (item)
        {
            case Nomination { Organization: var organization, Contact: var contact }:
                OrganizationName(Sign, reading, organization.Name);
                Sign("signsItself", organization.Name is { Length: > 1 } house && (context.Mail.Body.Signature ?? "").Contains(house, StringComparison.OrdinalIgnoreCase));
                Sign("countryMissing", organization.Country is null);
                Sign("contactMissing", contact is null);
                Sign("contactNameless", contact is { Name: null });
                Person(Sign, context, reading, contact, items);
                Sign("houseAgrees", AddressAgreement.House(organization.Name, contact?.Email) || AddressAgreement.House(organization.Name, organization.Website));
                Sign("sendersHouse", AddressAgreement.SameHouse(contact?.Email, context.Mail.Sender?.Email));
                break;
            case Representative seat:
                Sign("bodyMissing", seat.Body is null);
                if (seat.Body is not null && Bodies.Parse(seat.Body) is null) OrganizationName(Sign, reading, seat.Body);
                Person(Sign, context, reading, seat.Person, items);
                Sign("houseAgrees", AddressAgreement.House(seat.Body, seat.Person.Email));
                Sign("sendersHouse", AddressAgreement.SameHouse(seat.Person.Email, context.Mail.Sender?.Email));
                Sign("bodyIsRespondent", seat.Body is not null && context.Respondent?.Organization is { } own && SameName.Is(own, seat.Body));
                Sign("replaces", seat.Replaces is not null);
                break;
            case Withdrawal { Name: var name }:
                Name(Sign, reading, name, "name");
                Sign("onlyItem", items.Count == 1);
                break;
            case Correction correction:
                Name(Sign, reading, correction.Name, "name");
                Sign("person", correction.Person is not null);
                // whose surname alone is told may be one of two
                Sign("surnameAlone", correction is { Organization: null, Name: { Length: > 0 } whose } && whose.IndexOf(' ') < 0 && !Folding.IsHan(whose[0]));
                Sign("besideSeat", items.Any(other => other is Representative or Nomination));
                break;
            case Activity activity:
                Name(Sign, reading, activity.Title, "title");
                Sign("quotedTitle", activity.Title is { Length: > 1 } title && title[0] is '"' or '“' or '«' or '《');
                Sign("remarkBehind", activity.Title is { } called && EndsInRemark(called));
                Sign("titleDay", activity.Title is { } day && ImpossibleName.IsDay(day));
                Sign("categoryMissing", activity.Category is null);
                Sign("countryMissing", activity.Country is null);
                Sign("undated", activity.Start is null);
                break;
            case Registration registration:
                Person(Sign, context, reading, registration.Person, items);
                Sign("meetingMissing", registration.Meeting is null);
                Sign("modeMissing", registration.Mode is null);
                Sign("modeApart", Ways(reading) > 1 && !OwnWay(reading, registration, items));
                Sign("organizationMissing", registration.Organization is null);
                break;
            case Regret regret:
                Name(Sign, reading, regret.Name, "name");
                Sign("meetingMissing", regret.Meeting is null);
                break;
            case Position position:
                Sign("ofMissing", position.Of is null);
                Sign("mixed", Stances(context) > 1);
                Sign("comment", position.Taken == PositionTaken.Comment);
                Sign("mostlyUnread", signs.Exists(static sign => sign.Name == "unread" && sign.Value >= MostOfText));
                break;
            case Liaison liaison:
                Liaison(Sign, reading, liaison);
                break;
            case Contribution contribution:
                Sign("titleMissing", contribution.Title is null);
                Sign("filesMissing", contribution.Files.Count == 0);
                Sign("meetingMissing", contribution.Meeting is null);
                break;
            case Report report:
                Sign("meetingMissing", report.Meeting is null);
                Sign("filesMissing", report.Files.Count == 0);
                break;
        }
        if (signs.Count(sign => sign.Name.Contains("Cut", StringComparison.Ordinal)) is > 0 and var cuts) signs.Add(new Sign("cut", cuts));
    }

    /// <summary>The text that the item was found in.</summary>
    public static ItemContext ReadingOf(ItemContext context, Item item) =>
        item.Evidence is [{ Source: { } source }, ..] ? context.Readings.FirstOrDefault(other => other.Source == source) ?? context : context;

    private static double Logit(double confidence)
    {
        var p = Math.Clamp(confidence, 0.05, 0.99);
        return Math.Round(Math.Log(p / (1 - p)), 3);
    }

    private static void OrganizationName(Action<string, bool> sign, ItemContext reading, string? name)
    {
        if (name is null) return;
        Name(sign, reading, name, "name");
        var marked = new MarkedText(name);
        sign("headless", !marked.Any(Word.Organization, 0, name.Length) && !marked.Any(Word.LegalForm, 0, name.Length));
        sign("verbInside", marked.Any(Word.Nominate, 0, name.Length) || marked.Any(Word.Designate, 0, name.Length) || marked.Any(Word.Withdraw, 0, name.Length) || OrganizationNames.HasStop(name, 0, name.Length));
        sign("groupInside", Bodies.Find(name) is [{ } body, ..] && Bodies.IsAddressee(body.Value));
    }

    /// <summary>A name stands between signs or line ends, or was cut out of running words by word lists.</summary>
    private static void Name(Action<string, bool> sign, ItemContext reading, string? name, string what)
    {
        sign(what + "Missing", name is null);
        if (name is null) return;
        sign(what + "Long", name.Length > LongName);
        sign(what + "Lower", char.IsLower(name[0]) && name[0] < '\u0530');
        var at = reading.Text.IndexOf(name, StringComparison.Ordinal);
        sign("impossible", what != "title" && ImpossibleName.Is(reading.Text, at, name));
        sign(what + "Elsewhere", at < 0);
        if (at < 0) return;
        sign(what + "CutBefore", !BeginsAt(reading.Text, at) && (what != "name" || !BehindArticle(reading.Text, at)));
        sign(what + "CutBehind", !EndsAt(reading.Text, at + name.Length));
    }

    private static bool BeginsAt(string text, int at)
    {
        if (at == 0 || text[at - 1] is not ' ' and not '\u00a0' && !char.IsLetterOrDigit(text[at - 1])) return true;
        return text[at - 1] is ' ' or '\u00a0' && (at < 2 || !char.IsLetterOrDigit(text[at - 2]) && text[at - 2] != ',');
    }

    /// <summary>"invite the Child Online Fund": an article begins what it stands before, and is no part of a name. Behind a preposition it may be: "Ministerio de la Mujer".</summary>
    private static bool BehindArticle(string text, int at)
    {
        var start = at - 1;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        if (at <= 1 || !Articles.Contains(text.AsSpan(start, at - 1 - start))) return false;
        var end = start - 1;
        var before = Math.Max(0, end);
        while (before > 0 && char.IsLetter(text[before - 1])) before--;
        return end <= 0 || !InsideNames.Contains(text.AsSpan(before, end - before));
    }

    private static readonly WordSet InsideNames = new([.. LexiconFile.Words("grammar", "insideName"), .. LexiconFile.Words("grammar", "ofHouse")]);

    private static readonly WordSet Articles = new(LexiconFile.Words("grammar", "article").Select(static word => word.TrimEnd()));

    private static bool EndsAt(string text, int end)
    {
        if (end >= text.Length) return true;
        if (text[end] is ' ' or '\u00a0') return end + 1 < text.Length && text[end + 1] is '(' or '（' or '-' or '–' or '—' or '<' or '|' or '[' or ' ' or '\n';
        return !char.IsLetterOrDigit(text[end]);
    }

    private static void Person(Action<string, bool> sign, ItemContext context, ItemContext reading, Person? person, IReadOnlyList<Item> items)
    {
        if (person is null) return;
        sign("emailMissing", person.Email is null);
        sign("functionMissing", person.Function is null);
        sign("functionLong", person.Function is { Length: > LongName });
        if (person.Name is not { } name) return;
        Name(sign, reading, name, "person");
        sign("oddPerson", NameShapes.Score(name) < 0.5);
        sign("oneWord", name.IndexOf(' ') < 0 && !Folding.IsHan(name[0]));
        sign("isSender", string.Equals(context.Mail.Sender?.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(context.Mail.Sender?.Email, person.Email, StringComparison.OrdinalIgnoreCase));
        if (person.Email is not { } email) return;
        sign("emailAgrees", AddressAgreement.Person(name, email));
        // Who comes to two meetings is one person.
        sign("emailShared", items.Where(other => EmailOf(other) == email).DistinctBy(other => other is Registration comes ? comes.Person.Name : (object)other).Count() > 1);
        var from = reading.Text.IndexOf(name, StringComparison.Ordinal);
        var to = reading.Text.IndexOf(email, StringComparison.OrdinalIgnoreCase);
        if (from < 0 || to < 0) return;
        sign("emailBefore", to < from);
        sign("emailFar", Math.Abs(to - from) > FarAway);
        var between = reading.Text.AsSpan(Math.Min(from, to), Math.Abs(to - from));
        var crossed = false;
        foreach (var other in items) crossed |= PersonOf(other) is { Name: { Length: > 3 } named } && named != name && between.Contains(named, StringComparison.Ordinal);
        sign("emailAcross", crossed);
    }

    /// <summary>The words of the text tell of so many ways of taking part.</summary>
    private static int Ways(ItemContext reading) =>
        AttendanceModes.Words(reading, new TextSpan(0, reading.Text.Length)).Select(word => word.Value).Distinct().Count();

    /// <summary>The way of taking part stands in the statement that names the person, or behind the person with nobody else between.</summary>
    private static bool OwnWay(ItemContext reading, Registration registration, IReadOnlyList<Item> items)
    {
        int At(Item item, string field) => item.Evidence.FirstOrDefault(piece => piece.Field == field)?.Offset ?? -1;
        int name = At(registration, "person.name"), way = At(registration, "mode");
        if (name < 0 || way < 0) return false;
        if (way > name && !items.Any(other => other != registration && At(other, "person.name") is var stands && stands > name && stands < way)) return true;
        return reading.Utterances.Any(told => told.Span.Contains(name) && told.Span.Contains(way));
    }

    /// <summary>"Netz fest (awareness)": what stands in brackets behind a title is rarely its own, but where it tells how far the text is ("draft").</summary>
    internal static bool EndsInRemark(string title)
    {
        if (title is not [.., ')' or '）']) return false;
        var from = title.LastIndexOfAny(['(', '（']);
        return from > 0 && !TitleRemarks.Any(word => title.AsSpan(from).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly IReadOnlyList<string> TitleRemarks = LexiconFile.Words("grammar", "titleRemark");

    private static Person? PersonOf(Item item) => item switch { Nomination nomination => nomination.Contact, Representative seat => seat.Person, Registration registration => registration.Person, _ => null };

    private static string? EmailOf(Item item) => PersonOf(item)?.Email;

    private static int Stances(ItemContext context) =>
        (context.Matters.Has(Matter.Support) ? 1 : 0) + (context.Matters.Has(Matter.NoObjection) ? 1 : 0) + (context.Matters.Has(Matter.Objection) ? 1 : 0) + (context.Matters.Has(Matter.Comment) ? 1 : 0);

    private static void Liaison(Action<string, bool> sign, ItemContext context, Liaison liaison)
    {
        sign("referenceMissing", liaison.Reference is null);
        sign("referenceUnlabelled", liaison.Reference is not null && !liaison.Evidence.Any(evidence => evidence.Field == "reference"));
        sign("fromMissing", liaison.From.Count == 0);
        IEnumerable<string> addressees = [.. liaison.ForAction, .. liaison.ForComment, .. liaison.ForInformation];
        // behind a label of its own a sender's name is what it calls itself
        var told = liaison.Evidence.Any(evidence => evidence.Field == "from");
        sign("unknownBody", addressees.Any(body => Bodies.Parse(body) is null) || !told && liaison.From.Any(body => Bodies.Parse(body) is null));
        sign("unknownSource", told && liaison.From.Any(body => Bodies.Parse(body) is null));
        sign("longBody", addressees.Any(body => body.Length > LongBody) || liaison.From.Any(body => body.Length > (told ? LongName : LongBody)));
        sign("looseBody", IsLooseBody(context, liaison));
        sign("purposeUnlabelled", !liaison.Evidence.Any(evidence => evidence.Field is "forAction" or "forComment" or "forInformation"));
        sign("groupAndHouse", HoldsHouse(liaison.ForAction) || HoldsHouse(liaison.ForComment) || HoldsHouse(liaison.ForInformation));
        sign("onlyInformation", liaison.ForAction.Count + liaison.ForComment.Count == 0);
        sign("severalPurposes", (liaison.ForAction.Count > 0 ? 1 : 0) + (liaison.ForComment.Count > 0 ? 1 : 0) + (liaison.ForInformation.Count > 0 ? 1 : 0) > 1);
        sign("asksWithoutAction", liaison.ForAction.Count + liaison.ForComment.Count == 0 && (context.Matters.Has(Matter.Pleads) || context.Matters.Has(Matter.AskVerb)));
        var last = liaison.Evidence.Count == 0 ? 0 : liaison.Evidence.Max(evidence => evidence.Offset + evidence.Text.Length);
        sign("looseDay", liaison.Deadline is null && last < context.Text.Length
            && Dates.Find(context.Text[last..], context.Year, context.Language)
            .Any(day => day.Value.First is not null && day.Value.First != liaison.Date));
        sign("fewLabels", liaison.Evidence.Count < 4);
    }

    /// <summary>"ITU-T" beside "ITU-T SG16": the house was cut from the name of a group.</summary>
    internal static bool HoldsHouse(IReadOnlyList<string> bodies) => bodies.Any(house => bodies.Any(group => group.Length > house.Length && group[house.Length] == ' ' && group.StartsWith(house, StringComparison.Ordinal)));

    private const int LongBody = 45;

    /// <summary>Among the fields that were read a body stands behind a colon, and no list of the statement holds it: its label is not known.</summary>
    private static bool IsLooseBody(ItemContext context, Liaison liaison)
    {
        if (liaison.Evidence.Count < 2) return false;
        var (first, last) = (liaison.Evidence.Min(evidence => evidence.Offset), liaison.Evidence.Max(evidence => evidence.Offset + evidence.Text.Length));
        foreach (var body in context.BodyMentions)
        {
            if (body.Start < first || body.End > last || liaison.Evidence.Any(evidence => evidence.Offset <= body.Start && body.Start < evidence.Offset + evidence.Text.Length)) continue;
            if (liaison.From.Concat(liaison.ForAction).Concat(liaison.ForComment).Concat(liaison.ForInformation).Concat(liaison.Cc).Contains(body.Value)) continue;
            var line = context.Text.LastIndexOf('\n', body.Start) + 1;
            if (context.Text.AsSpan(line, body.Start - line).TrimEnd() is [.., ':' or '：']) return true;
        }
        return false;
    }
}
