using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using JcaCop.Worker.Conversing;
using EntryContact = JcaCop.Register.Entries.Liaisons.LiaisonContact;
using EntryPurpose = JcaCop.Register.Entries.Liaisons.LiaisonPurpose;
using LetterContact = JcaCop.Post.Letters.Liaisons.LiaisonContact;
using LetterPurpose = JcaCop.Post.Letters.Liaisons.LiaisonPurpose;

namespace JcaCop.Worker.Liaisons;

/// <summary>The letters of liaison statements: our own to their addressees, and those that came to whom they concern.</summary>
internal sealed class LiaisonPost(LetterWriter letters, LiaisonForm form)
{
    /// <summary>Kind of the letters that pass a statement on.</summary>
    public const string PassedKind = "liaison-routed";

    /// <summary>The names under which others write to a group.</summary>
    public static LiaisonHouse HouseOf(Group group) => new(
        group.Name, group.Parent?.StartsWith("ITU-T", StringComparison.Ordinal) == true ? [$"ITU-T {group.Name}", group.Name] : [group.Name, $"ITU-T {group.Name}"],
        day => GroupTime.EndOf(day, group.Zone), group.Zone.Id);

    /// <summary>Numbers a statement and sends it to its addressees, as text and in the form of ITU-T as a document.</summary>
    public DeskOrder Sending(Group group, long id, string who) => new(who, "liaison send", $"liaison {id}", LiaisonDesk.Needs, draft =>
        LiaisonDesk.Send(id, HouseOf(group), draft, (statement, _, member) =>
        {
            var letter = Statement(group, statement, statement.Number!, Approval(group, who, draft.Now), draft.Known);
            return letters.Write(letter, new LetterAddress(member.Addresses[0].Email, LetterLanguages.English, member.Name),
                new Dispatch(group, draft.Now) { Attachments = [form.Write(letter, group, draft.Now)] });
        })) { Named = LiaisonDesk.Asked(id) };

    /// <summary>Asks the chairman, or where there is none the secretariat, whether a draft may leave. The draft goes along as it would look.</summary>
    public DeskOrder Asking(Group group, long id) => new("calendar", "liaison ask", $"liaison {id}", LiaisonDesk.Needs, draft =>
        LiaisonApproval.Ask(id, HouseOf(group), draft, (statement, expires) =>
        {
            var told = Statement(group, statement, $"{group.Name}-LS-draft", "–", draft.Known);
            var asked = new QuestionLetter(AskedMatter.Liaison, told.Title, null, []) { Text = Outline(statement), Expires = new ZonedTime(expires, group.Zone) };
            var written = new List<(OutgoingLetter, IssuedCode)>();
            foreach (var to in group.Chairman is { } chairman ? [chairman] : group.Secretaries)
            {
                var token = ReplyToken.New();
                if (letters.Write(asked, new LetterAddress(to), new Dispatch(group, draft.Now) { Token = token, Attachments = [form.Write(told, group, draft.Now)] }) is { } letter)
                    written.Add((letter, new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, expires)));
            }
            return written;
        })) { Named = LiaisonDesk.Asked(id) };

    /// <summary>Passes an incoming statement to one who is concerned by it.</summary>
    /// <param name="text">New text of the mail that brought it; null where there is none.</param>
    /// <param name="raw">The mail itself, to go along; null where it need not.</param>
    public OutgoingLetter? Passing(Group group, LiaisonEntry statement, EntryPurpose purpose, LetterAddress to, string? text, byte[]? raw, DateTimeOffset now) => letters.Write(
        new LiaisonRoutedLetter(
            Purpose(purpose), statement.Reference ?? statement.Name, statement.Title ?? statement.Name, Bodies(statement.From), statement.Date,
            Under(statement, EntryPurpose.Action), Under(statement, EntryPurpose.Comment), Under(statement, EntryPurpose.Information),
            statement.Deadline is { } day && purpose is EntryPurpose.Action or EntryPurpose.Comment ? new Post.Letters.Deadline(day, group.Zone) : null, null,
            text is { Length: > 0 } ? (Prose)text : null, statement.Files) { Numbered = (statement.Reference ?? statement.Number) is not null },
        to, new Dispatch(group, now) { Attachments = raw is { Length: > 0 } ? [LetterAttachment.Mail(raw, "input.eml")] : [] });

    /// <summary>Thanks for a statement, under the purpose for which the group itself got it (Recommendation ITU-T A.1, 1.5).</summary>
    public static LiaisonAcknowledgementLetter Thanks(Group group, Reading.Items.Liaison statement, DateOnly received)
    {
        var bodies = HouseOf(group).Bodies;
        var purpose = Names(statement.ForAction, bodies) ? LetterPurpose.Action : Names(statement.ForComment, bodies) ? LetterPurpose.Comment : LetterPurpose.Information;
        return new(purpose, statement.Reference, statement.Title ?? statement.Reference ?? "", Bodies(statement.From), received, null,
            statement.Deadline is { } day && purpose != LetterPurpose.Information ? new Post.Letters.Deadline(day, group.Zone) : null);
    }

    private static LiaisonOutLetter Statement(Group group, LiaisonEntry statement, string number, string approval, Known known)
    {
        var answered = statement.Answers is { } id ? known.Filed<LiaisonEntry>(EntryKind.Liaison, id) : null;
        return new(
            number, null, $"{group.FullName} ({group.Name})", $"LS on {statement.Title}{(answered is null ? "" : $" (reply to {answered.Name})")}",
            Under(statement, EntryPurpose.Action), Under(statement, EntryPurpose.Comment), Under(statement, EntryPurpose.Information), approval,
            statement.Deadline is { } day ? new Post.Letters.Deadline(day, group.Zone) : null, [Contact(statement.Contact, group)],
            answered is null ? statement.InReplyTo : string.Join(", ", new[] { answered.Name, answered.Title }.OfType<string>().Distinct()), statement.Text ?? "", [LiaisonForm.FileName(number), .. statement.Files]);
    }

    /// <summary>Who approved it, as the form wants it: the level, and the day.</summary>
    private static string Approval(Group group, string who, DateTimeOffset now) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{(Listening.Same(who, group.Chairman) ? $"Chairman of {group.Name}" : $"Secretariat of {group.Name} for the chairman")}, {TimeZoneInfo.ConvertTime(now, group.Zone):d MMMM yyyy}");

    private static Prose Outline(LiaisonEntry statement)
    {
        var head = statement.To.GroupBy(to => to.Purpose).OrderBy(same => same.Key).Select(same => $"For {same.Key.ToString().ToLowerInvariant()}: {string.Join("; ", same.Select(to => to.Body))}").ToList();
        if (statement.Deadline is { } day) head.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Deadline: {day:d MMMM yyyy}"));
        return $"{string.Join('\n', head)}\n\n{statement.Text}";
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
