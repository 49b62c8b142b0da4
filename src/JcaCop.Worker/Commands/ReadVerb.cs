using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>The words of <c>jcacop read</c>; <see cref="ReadCommand"/> does it. Needs no settings and no database.</summary>
internal static class ReadVerb
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("FILE|DIR") { Description = "Mails (.eml), or folders of them.", Arity = ArgumentArity.OneOrMore };
        var text = new Option<bool>("--text") { Description = "Also subject, decoded text and the names of attachments." };
        var explain = new Option<bool>("--explain") { Description = "The mail as the reader saw it: each value's passage marked, with its confidence and why it was taken." };
        var json = new Option<bool>("--json") { Description = "With --explain: JSON Lines with every value's offset, length and text." };
        var verb = new Verb("read", "What mails say, as JSON Lines (corpus/SCHEMA.md). No settings, no database.", "read reply.eml",
            "read mails/ --text > readings.jsonl", "read reply.eml --explain", "read reply.eml --explain --json")
        {
            paths, text, explain, json,
        };
        verb.SetAction(line => ReadCommand.Run([.. line.GetValue(paths) ?? [], .. Given(line, text), .. Given(line, explain), .. Given(line, json)]));
        return verb;
    }

    private static string[] Given(ParseResult line, Option<bool> option) => line.GetValue(option) ? [option.Name] : [];
}
