using JcaCop.Register;
using System.Globalization;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Jobs;

/// <summary>Takes away each night what is kept no longer.</summary>
internal sealed class RetentionJob(RetentionStore store, Database database, ErasedFiles files, GroupList groups, IOptions<RetentionOptions> options) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var total = new RetentionCount(0, 0, 0, 0);
        var swept = 0;
        foreach (var group in groups.Groups)
        {
            var count = await store.ApplyAsync(group.Key, options.Value.ToPolicy(), stop);
            swept += await files.SweepAsync(group, stop);
            total = new(total.Mails + count.Mails, total.Letters + count.Letters, total.Persons + count.Persons, total.Budgets + count.Budgets);
        }
        // Budgets are the service's own book-keeping: nobody need hear of them.
        if (total is { Mails: 0, Letters: 0, Persons: 0 } && swept == 0) return null;
        await database.ScrubAsync(stop);
        return $"kept no longer: the bytes of {Counted.Of(total.Mails, "mail")}, the texts of {Counted.Of(total.Letters, "letter")}, addresses and numbers of {Counted.Of(total.Persons, "former representative")}, {Counted.Of(swept, "file")}";
    }
}
