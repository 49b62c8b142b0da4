using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Jobs;

/// <summary>Letters of the calendar that the secretariat has stopped, by the keys of <see cref="ComingLetter"/>. What is stopped stays so: its time passes without a letter.</summary>
internal sealed class Vetoes(DeskStore desk)
{
    public Task<bool> IsStoppedAsync(string group, string key, CancellationToken stop) => desk.IsDoneAsync(group, OnceKey(key), stop);

    /// <summary>The order that stops one.</summary>
    public static DeskOrder Stop(string key) => new("", "preview stop", key, [], _ => DeskResult.Done with { Notes = [$"Stopped: {key}."] }) { OnceKey = OnceKey(key) };

    private static string OnceKey(string key) => $"stopped {key.ToLowerInvariant()}";
}
