using JcaCop.Reading.Parts;
namespace JcaCop.Reading.Items;

/// <summary>Keeps one passage from giving two items: what is said of attendance, of a change or of a withdrawal puts nobody forward.</summary>
internal static class Overlaps
{
    /// <summary>So near to a stance what looks like an organization put forward is what the stance is about.</summary>
    private const int Sentence = 100;

    public static IEnumerable<Item> Settle(IReadOnlyList<Item> items)
    {
        items = [.. items.Where(item => !IsConversation(item, items))];
        var stances = items.OfType<Position>().Select(Offset).ToList();
        if (stances.Count > 0)
            items = [.. items.Where(item => item is not Nomination { Contact: null or { Name: null, Email: null, Phone: null } } nomination
                    || nomination.Evidence is [{ Text.Length: > 0 }, ..] && !stances.Exists(stance => Math.Abs(stance - Offset(nomination)) < Sentence))];
        var taken = items.Where(item => item is Registration or Regret or Withdrawal || item is Correction correction && !items.Any(other => Holds(other, correction))).ToList();
        if (taken.Count < items.Count(item => item is Registration or Regret or Correction or Withdrawal)) items = [.. items.Where(item => item is not Correction || taken.Contains(item))];
        items = [.. items.Where(item => !IsActivity(item, items) && !IsAnswered(item, items) && !IsStanceAnswered(item, items) && !IsNominated(item, items) && !IsAnswer(item, items)
            && !IsAnswerer(item, items) && !IsPaper(item, items) && !IsTitle(item, items) && !IsTwice(item, items) && !IsContact(item, items) && !IsInvited(item, items) && !IsActivitysPage(item, items))];
        return taken.Count == 0 ? items : items.Where(item => !taken.Exists(other => Repeats(item, other) || Cancels(item, other)) && !Absent(item, items));
    }

    private static int Offset(Item item) => item.Evidence.Count == 0 ? int.MaxValue / 2 : item.Evidence[0].Offset;

    /// <summary>The address or number of somebody else who is put forward: no change to what was recorded.</summary>
    private static bool Holds(Item item, Correction correction)
    {
        var (person, organization) = item switch { Nomination nomination => (nomination.Contact, nomination.Organization.Name), Representative seat => (seat.Person, null), _ => (null, null) };
        if (person is null || correction.Person is not { } changed || correction.Name is not { } whose) return false;
        if (item is Representative { Replaces: not null } && person.Name is { } heir && SameName.Is(heir, whose))
            return correction.Organization is null && (changed.Email ?? person.Email) == person.Email && (changed.Phone ?? person.Phone) == person.Phone;
        if (person.Name is { } name && SameName.Is(name, whose) || organization is not null && SameName.Is(organization, whose)) return false;
        return changed.Email is { } email && email == person.Email || changed.Phone is { } phone && phone == person.Phone;
    }

    /// <summary>A nomination or seat read from the very words that another item was read from.</summary>
    private static bool Repeats(Item item, Item other)
    {
        var name = item switch
        {
            Nomination nomination => nomination.Organization.Name,
            Representative { Replaces: null } seat => seat.Person.Name,
            _ => null,
        };
        if (name is null) return false;
        var said = other switch
        {
            Registration registration => registration.Person.Name,
            Regret regret => regret.Name,
            Correction correction => correction.Organization?.Name is { } renamed && SameName.Is(renamed, name) ? renamed
                : correction.Person?.Name is { } spelled && SameName.Is(spelled, name) ? spelled : correction.Name,
            Withdrawal withdrawal => withdrawal.Name,
            _ => null,
        };
        if (said is null) return false;
        if (SameName.Is(said, name)) return other is not (Registration or Correction) || Near(item, other);
        return other is Registration { Organization: { } organization } && item is Nomination && SameName.Is(organization, name);
    }

    /// <summary>"Please cancel my registration for the meeting": the words name a coming that is taken back; whose registration goes need not be excused beside it.</summary>
    private static bool Cancels(Item item, Item other) =>
        other is Withdrawal { Of: WithdrawalOf.Registration, Name: { } gone }
            && (item is Registration { Mode: null, Person.Name: { } coming } && SameName.Is(coming, gone) && Math.Abs(Offset(item) - Offset(other)) < Sentence
                || item is Regret { Name: { } away } && SameName.Is(away, gone));

    /// <summary>What is listed as an activity is no organization put forward, unless it has a contact.</summary>
    private static bool IsActivity(Item item, IReadOnlyList<Item> items) =>
        item is Nomination { Contact: null or { Email: null } } held && items.Any(other => other is Activity { Organization: { } holder } && SameName.Is(holder, held.Organization.Name ?? "") && OneRow(other, item)) || item is Nomination { Contact: null, Organization.Address: null } nomination
            && items.Any(other => other is Activity activity
                && (SameName.Is(activity.Title ?? "", nomination.Organization.Name ?? "") || Covers(other, item))) || IsPage(item, items);

    /// <summary>The contact of a liaison statement takes no seat, but where it is told whom he or she replaces, or from when.</summary>
    private static bool IsContact(Item item, IReadOnlyList<Item> items) =>
        item is Representative { Person.Name: { } name, Replaces: null, From: null, Until: null } && items.Any(other => other is Liaison { Contact.Name: { } contact } && SameName.Is(name, contact));

    /// <summary>A house with nothing but the page of an activity: the page is the activity's, and puts no house forward.</summary>
    private static bool IsPage(Item item, IReadOnlyList<Item> items) =>
        item is Nomination { Contact: null or { Name: null, Email: null, Phone: null }, Organization: { Address: null, Website: { } site } } && items.Any(other => other is Activity activity && activity.Website == site);

    /// <summary>"Updates of our list: 1. Forum, www…": nor does the page of an activity change that of a house.</summary>
    private static bool IsActivitysPage(Item item, IReadOnlyList<Item> items) =>
        item is Correction { Person: null, Organization: { Name: null, Address: null, Website: { } site } } && items.Any(other => other is Activity activity && activity.Website == site);

    /// <summary>The name in quotation marks of an organization with a contact is no activity, unless it has a day.</summary>
    private static bool IsNominated(Item item, IReadOnlyList<Item> items) =>
        item is Activity { Start: null, Title: { Length: > 2 } title }
            && items.Any(other => other is Nomination { Contact: not null, Organization.Name: { } name }
                && name.Contains(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers to a questionnaire are no activities beside it (SCHEMA, rules of judgement).</summary>
    private static bool IsAnswered(Item item, IReadOnlyList<Item> items) =>
        item is Activity { Title: { Length: > 3 } title, Start: null, Place: null } && items.Any(other => other is Questionnaire asked && asked.Responses.Any(response => response.Text.Contains(title, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"3. Support for the translation of the guidelines": what answers a question of a questionnaire takes no stance on what it speaks of.</summary>
    private static bool IsStanceAnswered(Item item, IReadOnlyList<Item> items) =>
        item is Position { Taken: not PositionTaken.Objection, Of: { Length: > 3 } about, Evidence: [{ Source: var source, Offset: var at, Text: var words }, ..] }
            && items.Any(other => other is Questionnaire { Responses.Count: > 1, Evidence: [{ Source: var file, Offset: var first }, ..] } asked && file == source && at >= first
                && asked.Responses.Any(response => response.Text.Contains(about, StringComparison.OrdinalIgnoreCase) && response.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"2. The Media Council, licences": what answers a question of a questionnaire is no organization put forward, unless it has a contact.</summary>
    private static bool IsAnswer(Item item, IReadOnlyList<Item> items) =>
        item is Nomination { Contact: null, Organization: { Address: null, Website: null, Name: { Length: > 3 } name } }
            && items.Any(other => other is Questionnaire asked && asked.Responses.Any(response => response.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"Body answering: Digital Family Centre. Telephone: …" above the answers: the head of a questionnaire says who answers, and puts nobody forward (SCHEMA, rules of judgement).</summary>
    private static bool IsAnswerer(Item item, IReadOnlyList<Item> items) =>
        item is Nomination { Contact: null or { Name: null, Email: null }, Organization: { Address: null, Website: null } } && Offset(item) is var head
            && items.Any(other => other is Questionnaire { Responses.Count: > 2, Evidence: [{ Source: null, Offset: var first }, ..] } && head < first && first - head < Head);

    /// <summary>So far above the first answer the head of a questionnaire begins.</summary>
    private const int Head = 400;

    /// <summary>"I shall be there in person. Please note me as: Ida Holm, secretary, …": the same coming told twice; the surer reading stays.</summary>
    private static bool IsTwice(Item item, IReadOnlyList<Item> items) =>
        item is Registration { Person.Name: { } name } coming
            && items.OfType<Registration>().FirstOrDefault(other => !ReferenceEquals(other, coming) && other.Meeting == coming.Meeting && other.Person.Name is { } same && SameName.Is(name, same)
                && (other.Mode ?? coming.Mode) == (coming.Mode ?? other.Mode)) is { } twin
            && (twin.Confidence, Offset(twin)).CompareTo((coming.Confidence, Offset(coming))) > 0;

    /// <summary>"Our paper for 27 August: "School networks after dark"": the title of what is handed in names no activity.</summary>
    private static bool IsTitle(Item item, IReadOnlyList<Item> items) =>
        item is Activity { Title: { Length: > 3 } title } && items.Any(other => (other switch { Contribution paper => paper.Title, Liaison statement => statement.Title, _ => null }) is { } whole
            && whole.Contains(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>"1. Background, 2. Findings" in the file of a contribution or report are its headings, and answer nobody's questions.</summary>
    private static bool IsPaper(Item item, IReadOnlyList<Item> items) =>
        item is Questionnaire && item.Evidence is [{ Source: { } file }, ..]
            && items.Any(other => other switch { Contribution paper => paper.Files.Contains(file), Report report => report.Files.Contains(file), _ => false });

    /// <summary>Answers of which somebody's coming, seat or change was read, to questions that nothing calls a questionnaire: the questions were put to the writer alone.</summary>
    private static bool IsConversation(Item item, IReadOnlyList<Item> items) =>
        item is Questionnaire { Signs: [{ Name: "unnamed" }] } asked
            && items.Any(other => other is Registration or Regret or Correction or Representative or Withdrawal or Contribution
                && other.Evidence.Any(said => said.Source is null && said.Text.Length > 1 && asked.Responses.Any(response => response.Text.Contains(said.Text, StringComparison.Ordinal))));

    /// <summary>"The draft report is attached for distribution. Please allow two weeks for comments": whoever sends the report asks others for theirs.</summary>
    private static bool IsInvited(Item item, IReadOnlyList<Item> items) =>
        item is Position { Taken: PositionTaken.Comment } && items.Any(other => other is Report { Evidence: [{ Source: null, Field: "title" } sent, ..] } && Offset(item) > sent.Offset + sent.Text.Length);

    /// <summary>The name stands where the activity tells who holds it.</summary>
    private static bool OneRow(Item activity, Item nomination) =>
        nomination.Evidence.FirstOrDefault(static mine => mine.Field == "organization.name") is { } name && activity.Evidence.Any(held => held.Field == "organization" && held.Source == name.Source && held.Offset == name.Offset);

    private static bool Covers(Item activity, Item nomination) =>
        nomination.Evidence.FirstOrDefault(mine => mine.Field == "organization.name") is { } name
            && activity.Evidence.Any(title => title.Field == "title" && title.Offset <= name.Offset + 2
                && name.Offset < title.Offset + Math.Max(1, title.Text.Length));

    private static bool Near(Item item, Item other) =>
        item.Evidence.Count == 0 || other.Evidence.Count == 0 || item.Evidence.Any(mine => Math.Abs(mine.Offset - other.Evidence[0].Offset) < 12) || other is Correction;

    /// <summary>A person replaced is no withdrawal beside the replacement, nor is the house for which somebody else comes.</summary>
    private static bool Absent(Item item, IReadOnlyList<Item> items) =>
        item is Withdrawal { Name: { } gone } withdrawal
            && items.Any(other => other is Representative { Replaces: { } replaced } seat
                && (SameName.Is(replaced, gone) || withdrawal.Of == WithdrawalOf.Nomination && seat.Body is { } house && SameName.Is(house, gone)));
}
