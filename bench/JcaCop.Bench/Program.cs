using JcaCop.Bench;
using JcaCop.Bench.Reading;

var verbs = new Dictionary<string, Verb>(StringComparer.Ordinal)
{
    ["reading"] = new("MailReader.Read beside MimeKit's parsing and decoding, one thread; to reach: at most 5 times as long", ReadingBench.Run),
};

if (args is [var name, ..] && verbs.TryGetValue(name, out var verb)) return await verb.Run(args[1..]);
Console.Error.WriteLine("usage: JcaCop.Bench VERB [options]   (build with -c Release)");
foreach (var (key, value) in verbs) Console.Error.WriteLine($"  {key,-10} {value.What}");
return 2;
