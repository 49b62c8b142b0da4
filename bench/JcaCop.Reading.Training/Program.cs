using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Reading.Explaining;
using JcaCop.Reading.Tagging;
using JcaCop.Reading.Training;

const string Usage = """
    usage: train SET... --write FOLDER    fits the weights on all mails of the sets (folders of NAME.eml and NAME.json, or a file of sentences)
           cross SET... [--signs]         reads each set with weights fitted on the others, as `jcacop read` prints it
           show SET... [--all]            pieces of each mail whose tag is not the golden one, with both; by the weights that are built in
           held SET... -- UNSEEN...       reads sets that nothing is fitted on, with weights fitted on the first ones
           --folds FOLDER                 with cross: keeps the weights of each set in FOLDER, and reads with those that are there already
           --one-look                     leaves out the second look: five times faster, for trying out signs
    """;

if (args.Length < 2) { Console.Error.WriteLine(Usage); return 2; }
var folds = Array.IndexOf(args, "--folds") is > 0 and var option && option + 1 < args.Length ? args[option + 1] : null;
var rest = args[1..].Where(arg => !arg.StartsWith("--", StringComparison.Ordinal) && arg != folds).ToArray();
if (args[0] != "show") Looks.Use(new Looks(TagModel.Read(TextReader.Null), null)); // what mails are trained on must not follow from the weights of before
var explain = args.Contains("--signs");
var oneLook = args.Contains("--one-look");
switch (args[0])
{
    case "train" when Array.IndexOf(args, "--write") is > 1 and var at:
        var weights = TwoLooks.Train(Chains(args[1..at]), false);
        File.WriteAllText(Path.Combine(args[at + 1], "weights-first.txt"), weights.First);
        File.WriteAllText(Path.Combine(args[at + 1], "weights-second.txt"), weights.Second);
        return 0;
    case "cross":
        var sets = new Lazy<Dictionary<string, List<Chain>>>(() => rest.ToDictionary(set => set, set => Chains([set])));
        foreach (var held in rest.Where(Directory.Exists))
        {
            var kept = folds is null ? null : new KeptFold(folds, held);
            if (kept?.Weights is not { } fold)
            {
                fold = TwoLooks.Train([.. sets.Value.Where(set => set.Key != held).SelectMany(set => set.Value)], oneLook);
                kept?.Keep(fold);
            }
            Looks.Use(TwoLooks.Read(fold));
            Read(held);
        }
        return 0;
    case "held" when Array.IndexOf(args, "--") is > 1 and var cut:
        Looks.Use(TwoLooks.Read(TwoLooks.Train(Chains([.. args[1..cut].Where(arg => !arg.StartsWith("--", StringComparison.Ordinal))]), oneLook)));
        foreach (var held in args[(cut + 1)..].Where(arg => !arg.StartsWith("--", StringComparison.Ordinal))) Read(held);
        return 0;
    case "show":
        foreach (var mail in rest.SelectMany(Mails))
        {
            Console.WriteLine(Path.GetFileName(mail.Path));
            foreach (var item in mail.Items)
                if (mail.Context.Readings.All(context => GoldenTags.IsLost(context, PieceFinder.Find(context), item!))) Console.WriteLine($"  in no piece: {item!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}{(mail.Path.EndsWith(".txt", StringComparison.Ordinal) ? " " + mail.Context.Text.Trim() : "")}");
            foreach (var context in mail.Context.Readings)
            {
                var told = Tagger.Tell(context);
                var golden = GoldenTags.Of(context, [.. told.Select(one => one.Piece)], mail.Items);
                for (var i = 0; i < told.Count; i++)
                    if (args.Contains("--all") || told[i].Tag != golden[i]) Console.WriteLine($"  {told[i].Piece.Place.Block}.{told[i].Piece.Place.Unit} {told[i].Piece.Kind} \"{told[i].Piece.Value}\": {told[i].Tag} {told[i].Sure:0.00}{(told[i].Tag == golden[i] ? "" : ", golden " + golden[i])}");
            }
        }
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static IEnumerable<Golden> Mails(string path) => path.EndsWith(".txt", StringComparison.Ordinal) ? Sentences.In(path) : Golden.In(path);

static List<Chain> Chains(string[] paths) => [.. paths.SelectMany(Mails).SelectMany(Chain.Of)];

void Read(string folder)
{
    using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), leaveOpen: true);
    foreach (var file in Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal))
    {
        using var raw = File.OpenRead(file);
        var reading = MailReader.Read(raw);
        output.WriteLine(Encoding.UTF8.GetString(ReadingJson.Write(reading, Path.GetFileName(file), false, explain ? Explanation.Of(reading) : null)));
    }
}
