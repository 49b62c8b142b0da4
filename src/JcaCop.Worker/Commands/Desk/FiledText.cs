using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>A text that a verb files: read before the order, put into the archive once the order is on disk.</summary>
internal sealed class FiledText(DeskLine line, string name, byte[] content)
{
    private const int Largest = 100 * 1024 * 1024;

    public string Name => name;

    public byte[] Content => content;

    /// <exception cref="Refusal">The file cannot be read, or is too large.</exception>
    public static async Task<FiledText> ReadAsync(DeskLine line, IServiceSource services, string file, CancellationToken stop)
    {
        var path = Path.GetFullPath(file, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Largest }) throw new Refusal(ExitCode.Usage, $"{path} is larger than 100 MB.");
            return new FiledText(line, Path.GetFileName(path), await File.ReadAllBytesAsync(path, stop));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(ExitCode.Usage, $"{path} cannot be read: {trouble.Message}");
        }
    }

    /// <summary>Puts the text of the document that the order filed into its folder.</summary>
    public async Task FileAsync(DeskOutcome outcome, CancellationToken stop)
    {
        if (outcome.Changes.Select(change => change.After).OfType<DocumentEntry>().LastOrDefault() is not { Newest: { } newest } document) return;
        var archive = line.Services.GetRequiredService<DocumentArchive>();
        var now = line.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var file in newest.Files.Where(file => file.IsPending)) await DocumentArchive.WriteAsync(archive.PathOf(line.Group.Key, document.Folder, file.ArchivedAs), content, stop);
        await line.Services.GetRequiredService<DeskStore>().DoAsync(line.Group.Key, new DeskOrder(line.Who, "document archive", document.Number, [EntryKind.Document],
            draft => DocumentDesk.Archived(document.Id, file => newest.Files.Contains(file) ? file with { ArchivedAt = now } : file, draft)), stop);
        foreach (var file in newest.Files) line.Output.WriteLine($"Filed: {archive.PathOf(line.Group.Key, document.Folder, file.ArchivedAs)}");
    }
}
