using JcaCop.Bench;
using JcaCop.Bench.Intake;
using JcaCop.Bench.Outbox;
using JcaCop.Bench.Reading;
using JcaCop.Bench.Register;
using JcaCop.Bench.Reminders;

var verbs = new Dictionary<string, Verb>(StringComparer.Ordinal)
{
    ["intake"] = new("a mailbox of 5,000 mails to a register with receipts queued, beside mbsync; to reach: 0.3 of its rate", IntakeBench.Run),
    ["kill"] = new("the intake killed twenty times at random moments; to reach: each mail in exactly one state", KillBench.Run),
    ["host"] = new("the intake process of the two above", IntakeHost.Run),
    ["start"] = new("the published program as a service: start to ready, memory while idle; to reach: 1.5 s, 150 MB", StartBench.Run),
    ["growth"] = new("taking and recording a mail at 100,000 messages beside 1,000; to reach: at most 1.3 times", GrowthBench.Run),
    ["outbox"] = new("letters from SQLite to smtp-sink beside smtp-source; to reach: a quarter of its rate", OutboxBench.Run),
    ["reading"] = new("MailReader.Read beside MimeKit's parsing and decoding, one thread; to reach: at most 5 times as long", ReadingBench.Run),
    ["odd"] = new("3,000 mails that no program should send; to reach: none breaks the reader, none takes over 1 s or 200 MB", OddBench.Run),
    ["reminders"] = new("10,000 addressees of a circular reminded in one run; to reach: 1,000 letters a second made and queued, memory flat", ReminderBench.Run),
    ["receipts"] = new("receipts written in a second of processor time; to reach: 3,000", ReceiptBench.Run),
};

if (args is [var name, ..] && verbs.TryGetValue(name, out var verb)) return await verb.Run(args[1..]);
Console.Error.WriteLine("usage: JcaCop.Bench VERB [options]   (build with -c Release)");
foreach (var (key, value) in verbs) Console.Error.WriteLine($"  {key,-10} {value.What}");
return 2;
