using JcaCop.Register.Entries;
using JcaCop.Worker.Periodic;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Seats: asked about after a year, confirmed by a word of their holders, ended, or handed to the secretariat.</summary>
internal sealed class YearSeats(ChanceYear year) : YearSubject(year)
{
    private readonly List<Seat> seats = [];

    private sealed class Seat(int number, DateOnly from)
    {
        public string Body { get; } = $"ITU-T SG{number + 1}";
        public string Name { get; } = $"Holder {(char)('A' + number)}";
        public string Address { get; } = $"holder.{(char)('a' + number)}@bureau.example";
        public DateOnly Due { get; set; } = from.AddMonths(12);
        public bool Asked { get; set; }
        public bool Settled { get; set; }
        public bool Ended { get; set; }
    }

    /// <summary>Addresses of those who hold a seat on a day.</summary>
    public IEnumerable<string> Holders => seats.Where(seat => !seat.Ended).Select(seat => seat.Address);

    public override void Draw()
    {
        for (var n = 1; n <= Dice.Some(4); n++)
        {
            var seat = new Seat(n, OpenHours.DayOf(YearDice.Start).AddDays(Dice.Next(5, 300)).AddMonths(-12));
            var from = seat.Due.AddMonths(-12);
            var number = n;
            Year.At(YearDice.Start.AddMinutes(n), async () =>
            {
                // Its first day lies before the year that is played; who is entered then is known from then on.
                Year.Rig.Clock.AdjustTime(OpenHours.At(from, 10));
                await Year.DoAsync($"person add --name \"{seat.Name}\" --email {seat.Address}");
                await Year.DoAsync($"seat add \"{seat.Body}\" --person {number} --from {from:yyyy-MM-dd}");
                seats.Add(seat);
                Year.Tick();
            });
            var at = OpenHours.At(seat.Due, 12).AddHours(Dice.Next(1, 50 * 24));
            switch (Dice.Next(5))
            {
                case 0:
                    Year.At(at, async () =>
                    {
                        if (await Year.TryAsync($"seat end {number} --why \"left the house\"")) (seat.Ended, seat.Settled) = (true, true);
                    });
                    break;
                case 1:
                    Year.At(at, async () =>
                    {
                        if (await Year.TryAsync($"seat confirm {number}")) Confirmed(seat);
                    });
                    break;
                case 2:
                    Year.At(at, () => ReplyAsync(seat));
                    break;
            }
            if (Dice.Next(4) == 0)
            {
                var (away, days) = (seat.Due.AddDays(Dice.Next(-5, 20)), Dice.Next(2, 25));
                Year.At(OpenHours.At(away, 10), () => Year.Mishaps.AbsentAsync(seat.Address, days));
            }
        }
    }

    public override bool IsSettled(ObligationEntry owed) => owed.Matter == ObligationMatter.ConfirmSeat && seats.Find(seat => seat.Name == owed.Debtor.Name) is { Settled: true } seat
        && (seat.Ended || OpenHours.DayOf(owed.OpenedAt) < seat.Due);

    public override Task HoldAsync(YearLook look)
    {
        foreach (var seat in seats)
        {
            if (look.After.Values.Any(one => one.Obligation.Matter == ObligationMatter.ConfirmSeat && one.Obligation.Debtor.Name == seat.Name) && !seat.Asked)
            {
                Must(OpenHours.DayOf(Year.Told) >= seat.Due && !seat.Ended, $"asked about {seat.Body} on {Year.Told:u}, due {seat.Due}");
                seat.Asked = true;
                Year.Note("seat asked", seat.Body);
            }
            if (MustBeDone(look, typeof(SeatConfirmationJob)) && OpenHours.DayOf(Year.Told) >= seat.Due && !seat.Ended && !seat.Settled) Must(seat.Asked, $"not asked about {seat.Body}, due {seat.Due}");
        }
        return Task.CompletedTask;
    }

    private void Confirmed(Seat seat)
    {
        seat.Settled = true;
        seat.Due = OpenHours.DayOf(Year.Told).AddMonths(12);
        Year.Note("seat confirmed", seat.Body);
    }

    private async Task ReplyAsync(Seat seat)
    {
        if ((await Year.Rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "seat-confirmation" && letter.To == seat.Address) is not { } letter) return;
        await Year.MailAsync(seat.Address, $"Re: {letter.Subject}", "Yes\n");
        if ((await Year.Rig.RegisterAsync()).Seats.Any(one => one.Body == seat.Body && one.ConfirmedAt is not null)) Confirmed(seat);
        else Year.Note("not confirmed", seat.Body);
    }
}
