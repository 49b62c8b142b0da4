using System.Globalization;
using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Simulation;

/// <summary>Gives the letters that left names that a person can look through: in the order in which they left, with time, kind and addressee.</summary>
internal static class LetterFiles
{
    /// <param name="zone">In which the time is told.</param>
    public static async Task NameAsync(OutboxStore outbox, string sent, TimeZoneInfo zone, CancellationToken stop)
    {
        var number = 0;
        foreach (var letter in (await outbox.ListAsync(OutboxState.Accepted, int.MaxValue, stop)).OrderBy(letter => letter.SettledAt).ThenBy(letter => letter.Id))
        {
            var file = Path.Combine(sent, PickupFolder.FileName(letter.InternetId));
            if (!File.Exists(file)) continue;
            var left = TimeZoneInfo.ConvertTime(letter.SettledAt!.Value, zone);
            File.Move(file, Path.Combine(sent, PickupFolder.FileName(string.Create(CultureInfo.InvariantCulture, $"{++number:0000}-{left:yyyy-MM-dd-HHmm}-{letter.Kind}-{letter.To}"))), overwrite: true);
        }
    }
}
