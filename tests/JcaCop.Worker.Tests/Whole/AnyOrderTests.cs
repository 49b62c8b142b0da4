using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>The same mails end in the same register, however the mailbox holds them and however often one comes.</summary>
public sealed class AnyOrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Any_batches_any_looks_any_names_and_any_repetition_end_in_one_register(int seed)
    {
        var straight = await PlayAsync(AllMails.Mails, looks: [AllMails.Start.AddDays(3)], batch: 250);
        var random = new Random(seed);
        var mails = AllMails.Mails.Select(mail => mail with { Name = $"{random.Next():x8}" }).ToList();
        // A copy comes later: through a list, through an assistant, or once more by the sender's program.
        mails.AddRange(mails.Where(_ => random.Next(3) == 0).ToList().Select(mail => mail with
        {
            Name = $"{random.Next():x8}", At = mail.At.AddMinutes(random.Next(0, 3000)), Raw = string.Create(CultureInfo.InvariantCulture, $"Received: from relay{random.Next(100)}.example by mx.union.example; {mail.At:r}\r\n") + mail.Raw,
        }));
        var looks = Enumerable.Range(0, random.Next(5)).Select(_ => AllMails.Start.AddHours(random.Next(60))).Order().Append(AllMails.Start.AddDays(3)).ToList();
        var played = await PlayAsync(mails, looks, batch: random.Next(1, 12));
        Same(straight, played, $"seed {seed}");
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Mails_that_reach_us_in_another_order_than_they_arrived_end_in_one_register(int seed)
    {
        var straight = await PlayAsync(AllMails.Mails, looks: [AllMails.Start.AddDays(3)], batch: 250);
        var order = InAnyOrder(new Random(seed));
        var played = await PlayInTurnAsync(order);
        Same(straight, played, $"seed {seed}: {string.Join(", ", order.Select(mail => mail.Name))}");
    }

    /// <summary>A sort of item that no mail of the story carries would never have its turn.</summary>
    [Fact]
    public async Task The_story_records_every_sort_of_item()
    {
        await using var service = await OpenedAsync(250);
        foreach (var mail in AllMails.Mails) await service.Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
        service.Rig.Clock.SetUtcNow(AllMails.Start.AddDays(3));
        await service.Rig.DrainAsync();
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mail in await service.Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop))
            recorded.UnionWith((await service.Rig.Get<MessageQueries>().ShowAsync(mail.Id, Stop))!.Items.Where(item => item.State == ItemState.Accepted).Select(item => item.Type));
        Assert.Equal(typeof(Item).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Item))).Select(type => type.Name.ToLowerInvariant()).Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));
    }

    /// <summary>Any order in which a mail that speaks of what another said comes after that one.</summary>
    private static List<StoryMail> InAnyOrder(Random random)
    {
        var left = AllMails.Mails.ToList();
        var order = new List<StoryMail>();
        while (left.Count > 0)
        {
            var free = left.Where(mail => !left.Exists(other => mail.SpeaksOf.Contains(other.Name))).ToList();
            var next = free[random.Next(free.Count)];
            left.Remove(next);
            order.Add(next);
        }
        return order;
    }

    private static void Same(IReadOnlyList<string> wanted, IReadOnlyList<string> got, string told) => Assert.True(wanted.SequenceEqual(got),
        $"{told}\nwanted {string.Join("\n       ", wanted.Except(got))}\ngot    {string.Join("\n       ", got.Except(wanted))}");

    /// <summary>Delivers mails as their time comes, and lets the service look now and then.</summary>
    private static async Task<IReadOnlyList<string>> PlayAsync(IReadOnlyList<StoryMail> mails, IReadOnlyList<DateTimeOffset> looks, int batch)
    {
        await using var service = await OpenedAsync(batch);
        var waiting = mails.OrderBy(mail => mail.At).ToList();
        foreach (var look in looks)
        {
            foreach (var mail in waiting.Where(mail => mail.At <= look).ToList())
            {
                await service.Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
                waiting.Remove(mail);
            }
            service.Rig.Clock.SetUtcNow(look);
            await service.Rig.DrainAsync();
        }
        return await EndAsync(service, mails);
    }

    private static async Task<IReadOnlyList<string>> PlayInTurnAsync(IReadOnlyList<StoryMail> mails)
    {
        await using var service = await OpenedAsync(250);
        service.Rig.Clock.SetUtcNow(AllMails.Start.AddDays(3));
        foreach (var mail in mails)
        {
            await service.Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
            await service.Rig.DrainAsync();
        }
        return await EndAsync(service, mails);
    }

    private static async Task<WholeService> OpenedAsync(int batch)
    {
        var service = new WholeService(null, AllMails.Start, over: new Dictionary<string, string?>(AllMails.Settings) { ["Mailboxes:0:BatchSize"] = batch.ToString(CultureInfo.InvariantCulture) });
        foreach (var verb in AllMails.Verbs) await service.Rig.RunAsync(verb);
        return service;
    }

    private static async Task<IReadOnlyList<string>> EndAsync(WholeService service, IReadOnlyList<StoryMail> mails)
    {
        var counts = await service.Rig.Get<MessageStore>().ReconcileAsync(Stop);
        Assert.Equal((AllMails.Mails.Count, mails.Count - AllMails.Mails.Count, 0, 0), (counts.Messages, counts.Duplicates, counts.Taken, counts.Unmoved));
        var ids = (await service.Rig.Get<MessageQueries>().NewestAsync(null, 1_000, Stop)).ToDictionary(mail => mail.Id, mail => mail.InternetId);
        return RegisterText.Of(await service.Rig.RegisterAsync(), ids);
    }
}
