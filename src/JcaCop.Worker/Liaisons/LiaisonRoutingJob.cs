using System.Globalization;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Liaisons;

/// <summary>
/// Passes statements that came to whom they concern (<see cref="LiaisonReaders"/>): the chairman under the purpose of the group, the bodies
/// addressed, and those to which the secretariat passes it, under their own. What is asked of the group by a day is owed from then on.
/// </summary>
internal sealed class LiaisonRoutingJob(
    RegisterStore register, DeskStore desk, MessageQueries messages, LiaisonPost post, GroupList groups, TimeProvider clock) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var passed = 0;
        foreach (var group in groups.Groups)
            foreach (var statement in (await register.LiveAsync(group.Key, [EntryKind.Liaison], stop)).OfType<LiaisonEntry>().Where(entry => entry is { Way: LiaisonWay.Incoming, State: LiaisonState.Received }))
                if (await PassAsync(group, statement, stop)) passed++;
        return passed == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{passed} liaison statements passed on");
    }

    private async Task<bool> PassAsync(Group group, LiaisonEntry statement, CancellationToken stop)
    {
        var house = LiaisonPost.HouseOf(group);
        var recipients = LiaisonReaders.Of(group, statement, house, await register.SnapshotAsync(group.Key, null, stop), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime));
        var raw = statement.MessageId is { } id ? await messages.RawAsync(id, stop) : null;
        var text = TextOf(raw);
        var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "liaison route", $"liaison {statement.Id}", LiaisonDesk.Needs, draft => LiaisonDesk.Route(
            statement.Id, house,
                [.. recipients.Select(to => post.Passing(group, statement, to.Purpose, to.Address, text,
                        to.Address.Email.Equals(group.Chairman, StringComparison.OrdinalIgnoreCase)
                        ? raw : null, draft.Now))
                .OfType<OutgoingLetter>()],
                draft)), stop);
        return outcome.Done;
    }

    /// <summary>What is new in the mail that brought a statement.</summary>
    internal static string? TextOf(byte[]? raw)
    {
        if (raw is not { Length: > 0 }) return null;
        try
        {
            return MailReader.Read(new MemoryStream(raw, writable: false)).Mail.Body.ReplyText;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
