using System.Text.Json.Nodes;
using JcaCop.Reading.Items;
using JcaCop.Reading.Attachments;
using JcaCop.Reading.Sorting;

namespace JcaCop.Reading.Training;

/// <summary>A mail with its golden answer.</summary>
internal sealed record Golden(string Path, string Set, ItemContext Context, JsonArray Items)
{
    /// <summary>The mails of a folder that people wrote, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<Golden> In(string folder)
    {
        foreach (var answer in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var golden = JsonNode.Parse(File.ReadAllText(answer))!;
            if ((string?)golden["kind"] != "human") continue;
            using var raw = File.OpenRead(System.IO.Path.ChangeExtension(answer, ".eml"));
            var mail = MailReader.Open(Envelopes.Open(RawMail.Parse(raw)));
            var context = MailReader.ContextOf(mail, MailSorter.Sort(mail));
            yield return new Golden(System.IO.Path.ChangeExtension(answer, ".eml"), System.IO.Path.GetFileName(folder.TrimEnd('/')), context, golden["items"]?.AsArray() ?? []);
        }
    }
}
