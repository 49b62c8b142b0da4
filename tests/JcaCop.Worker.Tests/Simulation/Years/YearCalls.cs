using JcaCop.Register.Entries;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Circulars: opened, extended, cancelled, answered or not.</summary>
internal sealed class YearCalls(ChanceYear year) : YearSubject(year)
{
    private readonly HashSet<(string Call, string Member)> answered = [];
    private DateTimeOffset firstOpens = DateTimeOffset.MaxValue;

    public static DateTimeOffset FirstOpens(ChanceYear year) => year.Calls.firstOpens;

    public override void Draw()
    {
        for (var n = 1; n <= 2; n++)
        {
            var opens = Dice.Chance(1, 200);
            if (opens < firstOpens) firstOpens = opens;
            DrawCall($"Circular {n}", opens);
        }
    }

    public override bool IsSettled(ObligationEntry owed) => owed.OfKind == EntryKind.Call && answered.Contains((owed.Title, owed.Debtor.Name));

    private void DrawCall(string number, DateTimeOffset opens)
    {
        var last = DateOnly.FromDateTime(opens.UtcDateTime).AddDays(Dice.Next(2, 90));
        Year.At(opens, () => Year.DoAsync($"call open \"{number}\" --title \"About {number}\" --kind nomination --deadline {last:yyyy-MM-dd}"));
        if (Dice.Happens(3))
        {
            var later = last.AddDays(Dice.Next(5, 60));
            Year.At(Dice.Between(opens, last.AddDays(-1)), async () =>
            {
                if (await Year.TryAsync($"call extend \"{number}\" --to {later:yyyy-MM-dd}")) Year.Note("extension", $"{number} to {later:yyyy-MM-dd}");
            });
            last = later;
        }
        if (Dice.Next(12) == 0) Year.At(Dice.Between(opens, last), () => Year.TryAsync($"call cancel \"{number}\""));
        // In an eventful year one member answers at once, one never, and only the third is left to the dice.
        foreach (var (index, country) in Year.Members.Index().Where(one => Dice.IsEventful && one.Index < 2 ? one.Index == 0 : Dice.Next(2) == 0))
            Year.At(Dice.IsEventful && index == 0 ? opens.AddMinutes(1) : Dice.Between(opens, last.AddDays(15)), async () =>
            {
                if (!await Year.TryAsync($"call waive \"{number}\" {country} --why \"answered by telephone\"")) return;
                answered.Add((number, $"Administration of {country}"));
                Year.Note("answer", $"{number} {country}");
            });
    }
}
