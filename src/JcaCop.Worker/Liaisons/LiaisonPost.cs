using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using EntryContact = JcaCop.Register.Entries.Liaisons.LiaisonContact;
using EntryPurpose = JcaCop.Register.Entries.Liaisons.LiaisonPurpose;
using LetterContact = JcaCop.Post.Letters.Liaisons.LiaisonContact;
using LetterPurpose = JcaCop.Post.Letters.Liaisons.LiaisonPurpose;

namespace JcaCop.Worker.Liaisons;

/// <summary>The letters of liaison statements: our own to their addressees, and those that came to whom they concern.</summary>
internal sealed class LiaisonPost(LetterWriter letters)
{
    /// <summary>The names under which others write to a group.</summary>
    public static LiaisonHouse HouseOf(Group group) => new(
        group.Name, group.Parent?.StartsWith("ITU-T", StringComparison.Ordinal) == true ? [$"ITU-T {group.Name}", group.Name] : [group.Name, $"ITU-T {group.Name}"],
        day => GroupTime.EndOf(day, group.Zone), group.Zone.Id);

    /// <summary>Numbers a statement and sends it to its addressees.</summary>
    public DeskOrder Sending(Group group, long id, string who) => new(who, "liaison send", $"liaison {id}", LiaisonDesk.Needs, draft =>
        LiaisonDesk.Send(id, HouseOf(group), draft, (statement, _, member) => letters.Write(
            Statement(group, statement, who, draft), new LetterAddress(member.Addresses[0].Email, LetterLanguages.English, member.Name), new Dispatch(group, draft.Now))));

    /// <summary>Passes an incoming statement to one who is concerned by it.</summary>
    /// <param name="text">New text of the mail that brought it; null where there is none.</param>
    public OutgoingLetter? Passing(Group group, LiaisonEntry statement, EntryPurpose purpose, LetterAddress to, string? text, DateTimeOffset now) => letters.Write(
        new LiaisonRoutedLetter(
            Purpose(purpose), statement.Reference ?? statement.Name, statement.Title ?? statement.Name, Bodies(statement.From), statement.Date,
            Under(statement, EntryPurpose.Action), Under(statement, EntryPurpose.Comment), Under(statement, EntryPurpose.Information),
            statement.Deadline is { } day && purpose is EntryPurpose.Action or EntryPurpose.Comment ? new Post.Letters.Deadline(day, group.Zone) : null, null,
            text is { Length: > 0 } ? (Prose)text : null, statement.Files),
        to, new Dispatch(group, now));

    /// <summary>Thanks for a statement, under the purpose for which the group itself got it (Recommendation ITU-T A.1, 1.5).</summary>
    public static LiaisonAcknowledgementLetter Thanks(Group group, Reading.Items.Liaison statement, DateOnly received)
    {
        var bodies = HouseOf(group).Bodies;
        var purpose = Names(statement.ForAction, bodies) ? LetterPurpose.Action : Names(statement.ForComment, bodies) ? LetterPurpose.Comment : LetterPurpose.Information;
        return new(purpose, statement.Reference, statement.Title ?? statement.Reference ?? "", Bodies(statement.From), received, null,
            statement.Deadline is { } day && purpose != LetterPurpose.Information ? new Post.Letters.Deadline(day, group.Zone) : null);
    }

    private static LiaisonOutLetter Statement(Group group, LiaisonEntry statement, string who, DeskDraft draft)
    {
        var answered = statement.Answers is { } id ? draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) : null;
        return new(
            statement.Number!, null, $"{group.FullName} ({group.Name})", $"LS on {statement.Title}{(answered is null ? "" : $" (reply to {answered.Name})")}",
            Under(statement, EntryPurpose.Action), Under(statement, EntryPurpose.Comment), Under(statement, EntryPurpose.Information), who,
            statement.Deadline is { } day ? new Post.Letters.Deadline(day, group.Zone) : null, [Contact(statement.Contact, group)],
            answered is null ? statement.InReplyTo : string.Join(", ", new[] { answered.Name, answered.Title }.OfType<string>().Distinct()), statement.Text ?? "", statement.Files);
    }

    private static LetterContact Contact(EntryContact? contact, Group group) =>
        new(contact?.Name ?? group.Name, null, group.FullName, contact?.Phone, contact?.Email ?? group.Address);

    private static string? Under(LiaisonEntry statement, EntryPurpose purpose) =>
        statement.To.Where(to => to.Purpose == purpose).Select(to => to.Body).ToList() is { Count: > 0 } bodies ? Bodies(bodies) : null;

    private static string Bodies(IReadOnlyList<string> bodies) => string.Join("; ", bodies);

    private static LetterPurpose Purpose(EntryPurpose purpose) => purpose switch
    {
        EntryPurpose.Action => LetterPurpose.Action,
        EntryPurpose.Comment => LetterPurpose.Comment,
        _ => LetterPurpose.Information,
    };

    private static bool Names(IReadOnlyList<string> bodies, IReadOnlyCollection<string> own) =>
        bodies.Any(body => own.Any(name => NameKey.Of(name) == NameKey.Of(body)));
}
