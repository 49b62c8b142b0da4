using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A mission registers a delegation by one note verbale, and changes it by another.</summary>
public sealed class DelegationsByMailTests : IAsyncDisposable
{
    private const string Mission = "mission@ministry.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<string> SayAsync(string words)
    {
        var mail = await rig.MailAsync($"Permanent Mission of Australia <{Mission}>", "Note verbale", $"The Permanent Mission of Australia presents its compliments to the secretariat and has the honour to inform it that {words}\n\nThe Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.\n");
        if (mail.Line.State == MessageState.Held) Assert.Equal(0, (await rig.RunAsync($"review accept {mail.Line.Id}")).Code);
        return await rig.SendTextAsync();
    }

    private async Task<RegistrationEntry> OneAsync(string name) => Assert.Single((await rig.RegisterAsync()).All<RegistrationEntry>(), one => one.Name == name);

    [Fact]
    public async Task The_head_stands_with_the_registration_and_a_mission_that_excuses_a_delegate_changes_nobodys_house()
    {
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Mission}\nmeeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7\nmeeting announce 7");
        await SayAsync("the delegation of Australia to the meeting of JCA-EX (Geneva, 5 November 2012) will be composed of:\n\n1. Ms Lucy Park, Head of Delegation, Director, Department of Communications (l.park@communications.example)\n2. Mr Peter Hall, member, Adviser, Ministry of Education (p.hall@education.example)");
        var register = await rig.RegisterAsync();
        Assert.Equal(2, register.All<RegistrationEntry>().Count());
        var head = await OneAsync("Lucy Park");
        Assert.Equal((DelegationRank.Head, "Director"), (head.Rank, register.Person(head.PersonId)!.Function));
        Assert.Contains("Director (head of delegation)", (await rig.RunAsync("meeting participants 7")).Printed, StringComparison.Ordinal);

        await SayAsync("Mr Peter Hall will be unable to attend the meeting on 5 November 2012.");
        var gone = await OneAsync("Peter Hall");
        Assert.Equal((RegistrationState.Regrets, "Ministry of Education"), (gone.State, gone.Organization));
    }
}
