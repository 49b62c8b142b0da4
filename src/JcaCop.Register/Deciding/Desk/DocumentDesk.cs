using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of a document.</summary>
/// <param name="Meeting">Number of the meeting it belongs to; null: none.</param>
/// <param name="Number">Null: the next one of the series.</param>
/// <param name="File">Name of a file that is filed by hand; null where only the number is reserved.</param>
/// <param name="Size">Of the file, in bytes.</param>
public sealed record DocumentOrder(string Title, DocumentSort Sort, string? Source, string? Meeting, string? Number, string? File, long? Size);

/// <summary>Reserves numbers and files documents at the secretariat's word.</summary>
public static class DocumentDesk
{
    public static DeskResult Add(DocumentOrder told, Group group, string who, DeskDraft draft)
    {
        MeetingEntry? meeting = null;
        if (told.Meeting is { } number && (meeting = MeetingDesk.Find(number, draft.Known)) is null) return MeetingDesk.None(number);
        var series = meeting?.Series ?? group.Meetings.Series;
        if (!DocumentNumber.IsPattern(series)) return DeskResult.Refused($"documents of {group.Name} are numbered by meeting: --meeting NUMBER");
        try
        {
            DocumentFiling.Begin(series, meeting, Text(told, who) with { Owner = ContributionSteps.OwnerOf(told.Source, draft.Known) }, draft.Entries);
        }
        catch (NumberTakenException taken)
        {
            return DeskResult.Refused(taken.Message);
        }
        return DeskResult.Done;
    }

    public static DeskResult Revise(string number, string who, string file, long size, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } document) return DeskResult.Refused($"there is no document {number}; document list shows all");
        var after = DocumentFiling.Revise(document, Text(new DocumentOrder(document.Title, document.Sort, document.Source, null, null, file, size), who), draft.Entries);
        if (ReferenceEquals(after, document)) return DeskResult.Refused($"{document.Cited} is that very file already");
        return DeskResult.Done;
    }

    /// <summary>It will not be submitted, or is submitted no longer.</summary>
    public static DeskResult Withdraw(string number, string who, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } document) return DeskResult.Refused($"there is no document {number}; document list shows all");
        if (document.State == DocumentState.Withdrawn) return DeskResult.Done;
        if (document.Sort == DocumentSort.Report) return DeskResult.Refused($"{document.Cited} is the report of a meeting, and is not taken back");
        draft.Put(document, document with { State = DocumentState.Withdrawn }, DocumentFiling.Title(document), new FieldChange("state", document.Standing, nameof(DocumentState.Withdrawn)));
        ContributionSteps.Decline(document, who, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>Key of the question whether a late contribution is taken.</summary>
    public static string QuestionOf(DocumentEntry document) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"document {document.Id} late");

    /// <summary>The word on a late contribution: the meeting takes it, or it is held for the next one.</summary>
    /// <param name="to">Number of the meeting for which it is held; null: it stays where it is.</param>
    public static DeskResult Admit(string number, bool admitted, string? to, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } document) return DeskResult.Refused($"there is no document {number}; document list shows all");
        if (document is not { Sort: DocumentSort.Contribution, State: DocumentState.Filed, IsLate: true }) return DeskResult.Refused($"{document.Cited} is no late contribution");
        MeetingEntry? next = null;
        if (to is not null && (next = MeetingDesk.Find(to, draft.Known)) is null) return MeetingDesk.None(to);
        // For another meeting it is in time, unless that has its deadline behind it, too.
        var after = next is null || next.Id == document.MeetingId ? document with { Admitted = admitted }
            : document with { MeetingId = next.Id, Admitted = document.Revisions[0].At <= next.ContributionsUntil ? true : null };
        draft.Put(document, after, DocumentFiling.Title(document), document.Admitted == after.Admitted ? null : new FieldChange("admitted", Word(document.Admitted), Word(after.Admitted)),
            document.MeetingId == after.MeetingId ? null : new FieldChange("meetingId", Text(document.MeetingId), Text(after.MeetingId)));
        return DeskResult.Done;
    }

    private static string? Word(bool? told) => told is { } word ? word ? "yes" : "no" : null;

    private static string? Text(long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks the chairman, once, whether a late contribution is taken.</summary>
    /// <param name="write">Makes the letters, each with a code of its own.</param>
    public static DeskResult AskLate(long id, DeskDraft draft, Func<DocumentEntry, IReadOnlyList<(Mail.OutgoingLetter Letter, IssuedCode Code)>> write)
    {
        if (draft.Known.Filed<DocumentEntry>(EntryKind.Document, id) is not { IsPutOff: true, Admitted: null, State: DocumentState.Filed } document) return DeskResult.Done;
        var letters = write(document);
        foreach (var (_, code) in letters)
            Asking.Ask(new QuestionEntry(
                0, draft.Known.Group, QuestionMatter.Approval, QuestionOf(document), EntryKind.Document, id, null, $"{document.Cited}: late contribution, {document.Title}",
                [new PreparedAnswer(AnswerWords.Accept, $"document admit \"{document.Number}\""), new PreparedAnswer(AnswerWords.Reject, $"document defer \"{document.Number}\"")],
                Answerers.Officers, [], draft.Now, code.ExpiresAt), code, draft);
        return DeskResult.With([.. letters.Select(letter => letter.Letter)]);
    }

    /// <summary>Notes what became of files on their way into the archive.</summary>
    /// <param name="settle">From a pending file to the file as it is now.</param>
    public static DeskResult Archived(long id, Func<DocumentFile, DocumentFile> settle, DeskDraft draft)
    {
        if (draft.Known.Filed<DocumentEntry>(EntryKind.Document, id) is not { } document) return DeskResult.Refused($"there is no document with the id {id}");
        var after = document with
        {
            Revisions = [.. document.Revisions.Select(revision => revision with { Files = [.. revision.Files.Select(file => file.IsPending ? settle(file) : file)] })],
        };
        draft.Put(document, after, DocumentFiling.Title(after), [.. FieldChanges.Between(document, after)]);
        return DeskResult.Done;
    }

    /// <summary>By number, however it is written.</summary>
    public static DocumentEntry? Find(string number, Known known)
    {
        var key = DocumentNumber.KeyOf(number);
        return known.All<DocumentEntry>().FirstOrDefault(document => DocumentNumber.KeyOf(document.Number) == key);
    }

    private static NewText Text(DocumentOrder told, string who) =>
        new(told.Title, told.Sort, told.Source, who, false, null, told.File is { } file ? [new SentFile(file, told.Size)] : [], told.Number);
}
