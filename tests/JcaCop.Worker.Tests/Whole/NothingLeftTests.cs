using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>What was erased is nowhere any more: in no table, no letter, no file, encoded or not. What counts need is still there.</summary>
public sealed class NothingLeftTests : IAsyncDisposable
{
    private readonly WholeService service = new(null, AllMails.Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private TalkRig Rig => service.Rig;

    /// <summary>All mails, their letters sent, documents in their folders, digests, reminders, and a report that was passed on.</summary>
    private async Task PlayAsync()
    {
        foreach (var verb in AllMails.Verbs) await Rig.RunAsync(verb);
        await Rig.RunAsync("person add --name \"Jane Example\" --email jane@ministry.example --phone \"+61 3 5550 0100\"");
        foreach (var mail in AllMails.Mails)
        {
            await Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
            Rig.Clock.SetUtcNow(mail.At.AddSeconds(2));
            await Rig.DrainAsync();
        }
        foreach (var job in new[] { typeof(ArchiveJob), typeof(DigestJob), typeof(OutboxJob) }) await Rig.WorkAsync(job);
        Rig.Clock.SetUtcNow(new(2012, 10, 29, 10, 0, 0, TimeSpan.Zero));
        foreach (var job in new[] { typeof(RemindersJob), typeof(MeetingJob), typeof(OutboxJob) }) await Rig.WorkAsync(job);
        foreach (var mail in await Rig.Get<MessageQueries>().WaitingAsync(100, Stop)) await Rig.RunAsync($"review reject {mail.Id}");
    }

    private async Task<string> DoAsync(string line)
    {
        var (code, printed) = await Rig.RunAsync(line);
        Assert.True(code == 0, $"{line}: {printed}");
        return printed;
    }

    [Theory]
    [InlineData("Anna Sample", "anna.sample@lantern.example", "5550 0101", "5550 0199")]
    [InlineData("Jane Example", "jane@ministry.example", "5550 0100", "jane@ministry.example")]
    [InlineData("Carla Stone", "carla.stone@ministry.example", "carla.stone", "carla stone")]
    [InlineData("Hawa Kamara", "h.kamara@ministry.example", "h.kamara", "hawa kamara")]
    public async Task An_erased_person_is_nowhere_any_more_and_the_register_can_be_read(string name, string email, string one, string other)
    {
        await PlayAsync();
        var person = (await Rig.RegisterAsync()).Persons.Single(entry => entry.Name == name);
        var before = await CountsAsync();
        Assert.Contains(email, await AllTextAsync(), StringComparison.OrdinalIgnoreCase);
        var data = await DoAsync($"person data {person.Id}");
        await DoAsync($"erase person {person.Id} --yes");
        // Bytes of mails of others are named, and go one by one.
        foreach (var mail in await Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop))
            if (await Rig.Get<MessageQueries>().RawAsync(mail.Id, Stop) is { Length: > 0 } raw
                && new[] { name, email }.Any(trace => Encoding.UTF8.GetString(raw).Contains(trace, StringComparison.OrdinalIgnoreCase))) await DoAsync($"erase mail {mail.Id} --yes");
        await Rig.WorkAsync(typeof(RetentionJob));
        var left = await AllTextAsync();
        foreach (var trace in new[] { name, email, one, other }) AssertGone(trace, left);
        // nor in what the files of the database keep beside its tables: freed pages, the log
        foreach (var file in Directory.EnumerateFiles(Rig.Data, "register.db*"))
            foreach (var trace in new[] { name, email }) Assert.False(Encoding.UTF8.GetString(await BytesAsync(file)).Contains(trace, StringComparison.OrdinalIgnoreCase), $"{trace} is left in {Path.GetFileName(file)}");
        Assert.Equal(before, await CountsAsync());
        Assert.Contains("\"persons\"", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_mail_takes_what_was_read_of_it_and_the_letters_that_repeat_it_with_it()
    {
        await PlayAsync();
        var stranger = (await Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop)).Single(mail => mail.Sender == "someone@gmail.com");
        await DoAsync($"erase mail {stranger.Id} --yes");
        await Rig.WorkAsync(typeof(RetentionJob));
        var left = await AllTextAsync();
        foreach (var trace in new[] { "Berto Sample", "berto@harbour.example" }) AssertGone(trace, left);
    }

    [Fact]
    public async Task An_erased_attachment_is_gone_from_the_mail_the_archive_and_the_letters_and_its_document_stays_as_a_stub()
    {
        await PlayAsync();
        var mail = (await Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop)).Single(one => one.InternetId.StartsWith("contribution@", StringComparison.Ordinal));
        Assert.Contains("Filtering at the source\n", await AllTextAsync(), StringComparison.Ordinal);
        var told = await DoAsync($"erase attachment {mail.Id} filtering.txt --yes");
        Assert.Contains("Taken out of the archive: 2012_11_05_Geneva/DOC001_filtering_at_the_source.txt", told, StringComparison.Ordinal);
        var left = await AllTextAsync();
        Assert.DoesNotContain("Filtering at the source\n", left, StringComparison.Ordinal);
        AssertGone("\"attachment\":\"filtering.txt\"", left);
        Assert.DoesNotContain("input.eml", string.Join('\n', (await Rig.LettersAsync()).Where(letter => letter.CauseMessageId == mail.Id && letter.Kind != "contribution-received").Select(letter => letter.Subject)), StringComparison.Ordinal);
        var document = (await Rig.RegisterAsync()).All<DocumentEntry>().Single(one => one.Number == "DOC001");
        Assert.Equal((DocumentFile.Erased, null, null), (document.Revisions[0].Files[0].Problem, document.Revisions[0].Files[0].ArchivedAt, document.Revisions[0].Files[0].Attachment));
        Assert.Null(document.Revisions[1].Files[0].Problem);
        // Nothing brings it back.
        await Rig.WorkAsync(typeof(ArchiveJob));
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(Rig.Data, "documents"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_file_that_a_crash_left_behind_its_erasure_goes_in_the_night()
    {
        await PlayAsync();
        var mail = (await Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop)).Single(one => one.InternetId.StartsWith("contribution@", StringComparison.Ordinal));
        var file = Directory.EnumerateFiles(Path.Combine(Rig.Data, "documents"), "DOC001_filtering*", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(file, Stop);
        await DoAsync($"erase attachment {mail.Id} filtering.txt --yes");
        await File.WriteAllBytesAsync(file, content, Stop);
        await Rig.WorkAsync(typeof(RetentionJob));
        Assert.False(File.Exists(file));
    }

    private static void AssertGone(string trace, string left)
    {
        var at = left.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
        var row = at < 0 ? "" : left[..at].Split('\n').Last(line => line.Contains(" | ", StringComparison.Ordinal) || line.Contains(".eml: ", StringComparison.Ordinal));
        Assert.True(at < 0, at < 0 ? "" : $"in {row[..Math.Min(row.Length, 160)]}: '{trace}' is still there: …{left[Math.Max(0, at - 200)..Math.Min(left.Length, at + 120)]}…");
    }

    private async Task<(int, int, int, int)> CountsAsync()
    {
        var register = await Rig.RegisterAsync();
        return (register.Persons.Count, register.Seats.Count, register.Organizations.Count, register.Filed.Count);
    }

    /// <summary>Every cell of every table and every file but those of the mailbox, which is not ours; mails in them decoded.</summary>
    private static async Task<byte[]> BytesAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        await open.ReadExactlyAsync(bytes, Stop);
        return bytes;
    }

    private async Task<string> AllTextAsync()
    {
        var all = new StringBuilder();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Rig.Data, "register.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        foreach (var table in await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            foreach (var line in await ColumnAsync(connection, $"SELECT * FROM \"{table}\"")) all.Append(table).Append(": ").Append(line).Append('\n');
        foreach (var folder in new[] { "documents", "sent" }.Select(name => Path.Combine(Rig.Data, name)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                all.Append(Path.GetFileName(file)).Append(": ").Append(Decoded(await File.ReadAllBytesAsync(file, Stop))).Append('\n');
        return all.ToString();
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Decoded(bytes) : reader.GetValue(i))));
        return lines;
    }

    private static string Decoded(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!text.Contains("MIME-Version", StringComparison.OrdinalIgnoreCase)) return text;
        using var mail = MimeMessage.Load(new MemoryStream(bytes), Stop);
        return text + string.Concat(mail.BodyParts.OfType<MimePart>().Select(part =>
        {
            using var content = new MemoryStream();
            part.Content?.DecodeTo(content, Stop);
            return Encoding.UTF8.GetString(content.ToArray()) + "\n";
        }));
    }
}
