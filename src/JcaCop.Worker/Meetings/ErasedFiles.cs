using JcaCop.Post.Sending;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Meetings;

/// <summary>Deletes the files of what the register has erased: in the archive of documents, and letters that still lie in the pickup folder.</summary>
/// <remarks>The register is first and the files follow: what a crash between the two left, or an order by mail, the nightly <see cref="SweepAsync"/> finds.</remarks>
internal sealed class ErasedFiles(RegisterStore register, RetentionStore kept, DocumentArchive archive, IOptions<SendingOptions> sending, TimeProvider clock)
{
    /// <summary>Longer than a service is down.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(60);

    public void Delete(EraseOutcome outcome)
    {
        foreach (var file in outcome.Files) File.Delete(archive.PathOf(file.Group, file.Folder, file.Name));
        foreach (var letter in outcome.Letters) DeleteLetter(letter);
    }

    /// <returns>Files that were there and should not have been.</returns>
    public async Task<int> SweepAsync(Group group, CancellationToken stop)
    {
        if (!await kept.ErasedSinceAsync(clock.GetUtcNow() - Lately, stop)) return 0;
        var deleted = 0;
        foreach (var document in (await register.SnapshotAsync(group.Key, null, stop)).All<DocumentEntry>())
            foreach (var file in document.Revisions.SelectMany(revision => revision.Files).Where(file => file.Problem == DocumentFile.Erased))
                deleted += Gone(archive.PathOf(group.Key, document.Folder, file.ArchivedAs));
        foreach (var letter in await kept.EmptyLettersAsync(group.Key, stop)) deleted += DeleteLetter(letter);
        return deleted;
    }

    private int DeleteLetter(string messageId) =>
        sending.Value is { Kind: TransportKind.Folder, Folder: { } folder } ? Gone(Path.Combine(folder, PickupFolder.FileName(messageId))) : 0;

    private static int Gone(string path)
    {
        if (!File.Exists(path)) return 0;
        File.Delete(path);
        return 1;
    }
}
