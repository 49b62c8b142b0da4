using System.Globalization;
using System.Text;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Simulation;

/// <summary>The mails that wait for a person when the story ends, as files under their numbers, with a list that says why.</summary>
internal static class WaitingMails
{
    public const string List = "why.txt";

    public static async Task WriteAsync(MessageQueries messages, string folder, CancellationToken stop)
    {
        var waiting = await messages.WaitingAsync(int.MaxValue, stop);
        if (waiting.Count == 0) return;
        Directory.CreateDirectory(folder);
        var why = new StringBuilder();
        foreach (var mail in waiting)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{mail.Id:000}.eml");
            if (await messages.RawAsync(mail.Id, stop) is { } raw) await File.WriteAllBytesAsync(Path.Combine(folder, name), raw, stop);
            why.AppendLine(CultureInfo.InvariantCulture, $"{name}  {mail.State.ToString().ToLowerInvariant()}  {Printable.Line(mail.Sender ?? "(nobody)")}  {Printable.Line(mail.Subject)}");
            why.AppendLine(CultureInfo.InvariantCulture, $"         {Printable.Line(mail.Reason)}");
        }
        why.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"'jcacop review show {waiting[0].Id}' with --data and the result folder tells what was understood of a mail; review accept, reject or replay decides.");
        await File.WriteAllTextAsync(Path.Combine(folder, List), why.ToString(), stop);
    }
}
