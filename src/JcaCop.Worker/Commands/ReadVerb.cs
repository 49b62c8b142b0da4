using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>The words of <c>jcacop read</c>; <see cref="ReadCommand"/> does it. Needs no settings and no database.</summary>
internal static class ReadVerb
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("FILE|DIR") { Description = "Mails (.eml), or folders of them.", Arity = ArgumentArity.OneOrMore };
        var text = new Option<bool>("--text") { Description = "Also subject, decoded text and the names of attachments." };
        var verb = new Verb("read", "What mails say, as JSON Lines (corpus/SCHEMA.md). No settings, no database.", "read reply.eml", "read mails/ --text > readings.jsonl")
        {
            paths, text,
        };
        // Its further options are its own matter, and so is the word on a wrong one.
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(line => ReadCommand.Run([.. line.GetValue(paths) ?? [], .. line.GetValue(text) ? (string[])["--text"] : [], .. line.UnmatchedTokens]));
        return verb;
    }
}
