using System.Diagnostics;
using System.Globalization;
using System.Text;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Bench.Register;

/// <summary>What taking and recording a mail costs in a small register and in a large one, and how many mails a second the stores take. Reading is not counted.</summary>
internal static class GrowthBench
{
    private const int Batch = 200;
    private const int Small = 1_000;
    private const int Measured = 40;
    private const int Portion = 10_000;
    private const double Limit = 1.3;

    /// <summary>What the batches took, stage by stage, in milliseconds a mail; of each stage the batch in the middle counts: what else runs on the machine moves it least.</summary>
    private sealed class Spent
    {
        private readonly List<double>[] stages = [.. Enumerable.Range(0, 6).Select(_ => new List<double>())];

        public void Add(int stage, TimeSpan time) => stages[stage].Add(time.TotalMilliseconds / Batch);

        public double Take => Middle(0);
        public double Know => Middle(1);
        public double Judge => Middle(2);
        public double Record => Middle(3);
        public double Outbox => Middle(4);
        public double Processor => Middle(5);
        public double All => Take + Know + Judge + Record;

        private double Middle(int stage) => stages[stage].Order().ElementAt(stages[stage].Count / 2);
    }

    /// <param name="args">How many messages the large register has; default 100,000.</param>
    public static async Task<int> Run(string[] args)
    {
        var large = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("jcacop-growth-");
        await using var small = Open(folder, "small.db");
        await using var big = Open(folder, "large.db");
        // The first batches compile; then both grow to their size.
        for (var count = 0; count < large; count += Portion) await PassAsync(big, count, Math.Min(Portion, large - count), new());
        await PassAsync(small, 0, Small, new());
        var (few, many) = (new Spent(), new Spent());
        // Turn by turn, so that whatever else runs on machine and disk meets both.
        for (var batch = 0; batch < Measured; batch++)
        {
            await PassAsync(small, Small + (batch * Batch), Batch, few);
            await PassAsync(big, large + (batch * Batch), Batch, many);
        }
        Print(Small, few);
        Print(large, many);
        var ratio = many.All / few.All;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {ratio:0.00} (at most {Limit}), of processor time {many.Processor / few.Processor:0.00}  {1000 / many.All:0} mails a second through the stores  file {new FileInfo(big.Place).Length / 1e6:0} MB"));
        await small.DisposeAsync();
        await big.DisposeAsync();
        folder.Delete(recursive: true);
        return ratio <= Limit ? 0 : 1;
    }

    private static SqliteDatabase Open(DirectoryInfo folder, string file)
    {
        var database = new SqliteDatabase(Path.Combine(folder.FullName, file));
        database.Upgrade();
        return database;
    }

    private static async Task PassAsync(SqliteDatabase database, int from, int count, Spent spent)
    {
        var messages = new MessageStore(database, TimeProvider.System, "bench");
        var register = new KnownStore(database);
        var records = new RecordStore(database, TimeProvider.System);
        var outbox = new OutboxStore(database, TimeProvider.System, "bench");
        var policy = new JudgePolicy("g", []) { AnswersOnDay = int.MaxValue, AnswersInWindow = int.MaxValue };
        for (var start = from; start < from + count; start += Batch)
        {
            var arrived = Enumerable.Range(start, Batch).Select(Mail).ToList();
            var before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            var taken = await messages.TakeAsync(arrived, default);
            Lap(0);
            var processor = Environment.CpuUsage.TotalTime - before;
            var batch = taken.Select(mail => (mail, Reading(mail))).ToList();
            before = Environment.CpuUsage.TotalTime;
            clock.Restart();
            var known = await register.AboutAsync("g", [.. batch.Select(mail => mail.Item2)], default);
            Lap(1);
            var judged = Judge.DecideAll(batch, known, policy, TimeProvider.System.GetUtcNow());
            Lap(2);
            var answered = judged.Select(mail => mail with { Letters = [Letter(mail)] }).ToList();
            clock.Restart();
            if (!(await records.RecordAsync(answered, "g", default)).Recorded) throw new InvalidOperationException("The register moved on by itself.");
            Lap(3);
            spent.Add(5, processor + Environment.CpuUsage.TotalTime - before);
            var letters = await outbox.ClaimAsync(Batch, default);
            await outbox.NoteAsync([.. letters.Select(letter => OutboxStep.DataBegins(letter.Id))], default);
            await outbox.NoteAsync([.. letters.Select(letter => OutboxStep.Accepted(letter.Id, "250 2.0.0 Ok"))], default);
            await messages.MarkMovedAsync([.. taken.Select(mail => mail.Key)], "Processed", default);
            Lap(4);

            void Lap(int stage)
            {
                spent.Add(stage, clock.Elapsed);
                clock.Restart();
            }
        }
    }

    private static void Print(int messages, Spent cost) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"at {messages,7} messages: take {cost.Take:0.000}  known {cost.Know:0.000}  judge {cost.Judge:0.000}  record {cost.Record:0.000}  = {cost.All:0.000} ms a mail; processor {cost.Processor:0.000}; outbox and move {cost.Outbox:0.000}"));

    /// <summary>About 2.5 kB, from one of many senders; every tenth speaks of an organization that is known.</summary>
    private static ArrivedMail Mail(int n)
    {
        var raw = Encoding.ASCII.GetBytes(
            $"From: Officer <officer{n % 5000}@tel{n % 700}.gov.xx>\r\nTo: group@example.org\r\nSubject: Circular 313, reply {n}\r\nDate: Mon, 3 Sep 2012 10:00:00 +0200\r\nMessage-ID: <{n}@tel.gov.xx>\r\n\r\n{new string('x', 2300)}\r\n");
        return new ArrivedMail(new MailKey("box", 7, (n + 1).ToString(CultureInfo.InvariantCulture)), DateTimeOffset.UnixEpoch.AddSeconds(n), raw.Length, raw, false);
    }

    private static MailReading Reading(TakenMail mail)
    {
        var n = (int)mail.Id;
        var which = n % 10 == 0 ? n / 2 : n;
        var nomination = new Nomination(new Organization($"Safe Net {which}", "XX", $"www.safe{which}.example"), new Person($"Ana Lopez {which}", "Director", $"ana@safe{which}.example", $"+99 {n}"))
        {
            Confidence = 0.95, Decision = Decision.Accept,
            Evidence = [new Evidence("organization.name", null, 10, $"Safe Net {which}", 0.95), new Evidence("contact.email", null, 40, $"ana@safe{which}.example", 0.99)],
        };
        return MailReader.Read(new MemoryStream(mail.Raw)) with { Sort = Finding.Human, Items = [nomination], NeedsAttention = false, AttentionReasons = [] };
    }

    private static OutgoingLetter Letter(JudgedMail mail) =>
        new($"receipt-{mail.Taken.Id}@example.org", "g", "receipt", "group@example.org", mail.Reading.Mail.Sender!.Email, "Re", new byte[3000]);
}
