using System.Globalization;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Jobs;

/// <summary>Closes questions that nobody answered in time, probes addresses from which letters come back, and believes those again that stood a probe.</summary>
internal sealed class ConversationJob(QuestionStore questions, ReachStore reach, TalkLetters letters, GroupList groups, TimeProvider clock) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var (expired, probed, believed) = (0, 0, 0);
        foreach (var group in groups.Groups)
        {
            expired += await questions.ExpireAsync(group.Key, stop);
            var (sent, cleared) = await reach.ProbeAsync(group.Key, (address, language) => letters.Probe(group, address, language, clock.GetUtcNow()), stop);
            probed += sent;
            believed += cleared;
        }
        var told = new[] { Told(expired, "question was not answered in time and is asked no more", "questions were not answered in time and are asked no more"), Told(probed, "address probed", "addresses probed"),
            Told(believed, "address believed again", "addresses believed again") }.OfType<string>();
        return expired + probed + believed == 0 ? null : string.Join(", ", told);
    }

    private static string? Told(int count, string one, string many) => count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
