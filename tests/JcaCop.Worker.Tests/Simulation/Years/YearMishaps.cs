using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Downtime, workers that die between two statements, wrong clocks, absences and addresses that fail.</summary>
internal sealed class YearMishaps(ChanceYear year) : YearSubject(year)
{
    private int killIn;
    private bool dead;

    public override void Draw()
    {
        foreach (var country in Enumerable.Range(0, Dice.Some(3)).Select(_ => Dice.One(Year.Members)).ToList()) Absence(ChanceYear.AddressOf(country));
        if (Dice.Happens(2)) Absence(TalkRig.Chairman);
        if (Dice.Happens(3))
        {
            var country = Dice.One(Year.Members);
            // Before the first circular there is no letter that could come back.
            var at = Dice.IsEventful ? YearCalls.FirstOpens(Year).AddHours(1) : Dice.Chance(30, 250);
            Year.At(at, () => BounceAsync(ChanceYear.AddressOf(country), null));
            Year.At(at.AddHours(40), () => ProbeAsync(ChanceYear.AddressOf(country)));
        }
        for (var n = Dice.Some(3); n > 0; n--)
        {
            // Whoever holds a seat, comes to a meeting, or gets its report: whom letters have reached by then.
            var (at, one) = (Dice.Chance(60, 330), Dice.Next(1000));
            string? address = null;
            Year.At(at, async () =>
            {
                string[] others = [.. Year.Seats.Holders.Concat(Year.Guests).Append(YearMeetings.Copy).Distinct()];
                address = others[one % others.Length];
                if (await BounceAsync(address, null)) Year.Note("bounce of another", address);
            });
            Year.At(at.AddHours(40), () => address is null ? Task.CompletedTask : ProbeAsync(address));
        }
        for (var n = Dice.Some(4); n > 0; n--)
        {
            var (at, hours) = (Dice.Chance(1, 360), Dice.Next(2, Dice.Next(2, 500) + 1));
            Year.At(at, () =>
            {
                Year.Note("down", $"{hours} h");
                if (Year.Now.AddHours(hours) > Year.DownUntil) Year.DownUntil = Year.Now.AddHours(hours);
                return Task.CompletedTask;
            });
            Year.At(at.AddHours(hours), Year.StartAsync);
        }
        for (var n = Dice.Some(3); n > 0; n--)
        {
            var (at, off, lasts) = (Dice.Chance(5, 350), TimeSpan.FromMinutes(Dice.Next(-72 * 60, 72 * 60)), Dice.Next(1, 60));
            Year.At(at, () => Set(off));
            Year.At(at.AddHours(lasts), () => Set(TimeSpan.Zero));
        }

        Task Set(TimeSpan off)
        {
            Year.SetClock(off);
            return Task.CompletedTask;
        }
    }

    /// <summary>Draws the statement before which the worker of a look dies, if it does.</summary>
    public void BeginLook() => killIn = Dice.Next(5) == 0 ? Dice.Next(1, Dice.Next(2, 90)) : 0;

    /// <returns>Whether it died.</returns>
    public bool EndLook()
    {
        var died = dead;
        (killIn, dead) = (0, false);
        return died;
    }

    public void MayDie()
    {
        if (!dead && (killIn == 0 || --killIn > 0)) return;
        dead = true;
        throw new ChanceYear.WorkerDiedException();
    }

    private void Absence(string address)
    {
        var (from, days) = (Dice.Chance(20, 330), Dice.Next(2, 40));
        var deputy = address != TalkRig.Chairman && Dice.Happens(2) ? address.Replace("itu@", "deputy@", StringComparison.Ordinal) : null;
        Year.At(from, () => AbsentAsync(address, days, deputy));
    }

    /// <param name="deputy">Whom the mail names; null for nobody.</param>
    public async Task AbsentAsync(string address, int days, string? deputy = null)
    {
        var back = OpenHours.DayOf(Year.Told).AddDays(days);
        var letter = (await Year.Rig.LettersAsync()).FirstOrDefault(one => one.To == address)?.InternetId;
        await Year.MailAsync(address, "Automatic reply: your letter", string.Create(CultureInfo.InvariantCulture, $"I am out of the office until {back:d MMMM yyyy}.{(deputy is null ? "" : $" In urgent matters please contact {deputy}.")}"),
            letter is null ? "Auto-Submitted: auto-replied" : $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        var register = await Year.Rig.RegisterAsync();
        var noted = register.All<AbsenceEntry>().Any(absence => absence.Address == address && absence.Until == back);
        // Whoever has announced nothing, and holds nothing, may be unknown still; the chairman never is.
        Must(noted || address != TalkRig.Chairman || register.All<AbsenceEntry>().Any(absence => absence.Address == address && absence.ToldAt > Year.Told), "the chairman's absence was not noted");
        // What answers a letter shows that letters arrive.
        if (AddressesOf(register).Any(one => one.Email == address && one.Reachability == Reachability.Reached)) Year.Gone.Remove(address);
        if (!noted) return;
        Year.AwayUntil[address] = OpenHours.At(back, TimeOnly.MinValue);
        Year.Note("absence", $"{address} until {back:yyyy-MM-dd}");
        Year.Deputies.Remove(address);
        if (deputy is null || !register.All<AbsenceEntry>().Any(absence => absence.Address == address && absence.Until == back && absence.Deputy == deputy)) return;
        Year.Deputies[address] = deputy;
        Year.Note("deputy", deputy);
    }

    private static IEnumerable<PersonAddress> AddressesOf(RegisterSnapshot register) => register.All<MemberEntry>().SelectMany(member => member.Addresses).Concat(register.Persons.SelectMany(person => person.Addresses));

    private async Task ProbeAsync(string address)
    {
        await Year.Rig.Get<ConversationJob>().RunAsync(ChanceYear.Stop);
        await Year.FreshAsync();
        if ((await Year.Rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "address-probe" && letter.To == address) is { } probe) await BounceAsync(address, probe.InternetId);
        if (AddressesOf(await Year.Rig.RegisterAsync()).Any(one => one.Email == address && one.Reachability == Reachability.Unreachable)) Year.Gone.Add(address);
    }

    private async Task<bool> BounceAsync(string address, string? letter)
    {
        letter ??= (await Year.Rig.LettersAsync()).FirstOrDefault(one => one.To == address)?.InternetId;
        if (letter is null) return false;
        Year.Note("bounce", address);
        await Year.Rig.TakeAsync(ReachTests.Bounce(Year.Told, letter, address, "5.1.1", null));
        await Year.FreshAsync();
        return true;
    }
}
