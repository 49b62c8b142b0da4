using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>Whoever goes is named as people name one another, and is the one on record where only one can be meant.</summary>
public sealed class PredecessorTests
{
    private const string Body = "ITU-T SG13";

    private readonly Known known = new("g");
    private int minute;

    private JudgedMail Pass(params IReadOnlyList<Item> items) => At(++minute, known, items);

    private static JudgedMail At(int minute, Known known, params IReadOnlyList<Item> items)
    {
        var raw = Mails.Raw($"{minute}@tel.gov.xx");
        var taken = new TakenMail(minute, new MailKey("box", 7, $"{minute}"), $"{minute}@tel.gov.xx", Mails.Start.AddMinutes(minute), raw.Length, raw, false, 0);
        return Judge.DecideAll([(taken, Mails.Read(taken, items))], known, new JudgePolicy("g", []), Mails.Start)[0];
    }

    private IEnumerable<string?> Holding => known.OpenSeatsFor(Body).Select(seat => known.Person(seat.PersonId)!.Name).Order(StringComparer.Ordinal);

    [Theory]
    [InlineData("Sergei Viktorovich Laptev", "S. V. Laptev")]
    [InlineData("Сергей Викторович Лаптев", "С. В. Лаптева")]
    [InlineData("Lucy Park", "Ms Park")]
    [InlineData("Ibrahim KONÉ", "Koné")]
    [InlineData("刘洋", "刘处长")]
    [InlineData("عادل المنصوري", "السيد المنصوري")]
    public void The_seat_of_whoever_is_named_shortly_ends(string holder, string replaced)
    {
        Pass(Mails.Seat(Body, holder), Mails.Seat(Body, "Ana Lopez", SeatRole.Alternate));
        Assert.Equal(ItemState.Accepted, Pass(Mails.Seat(Body, "Juan Diaz", replaces: replaced)).Verdict.Items[0].State);
        Assert.Equal(["Ana Lopez", "Juan Diaz"], Holding);
        // Said again, it changes nothing.
        Assert.Equal(ItemState.Accepted, Pass(Mails.Seat(Body, "Juan Diaz", replaces: replaced)).Verdict.Items[0].State);
        Assert.Equal(["Ana Lopez", "Juan Diaz"], Holding);
    }

    [Fact]
    public void Of_two_who_may_go_a_person_says_which()
    {
        Pass(Mails.Seat(Body, "Сергей Лаптев"), Mails.Seat(Body, "Светлана Лаптева", SeatRole.Alternate));
        var item = Pass(Mails.Seat(Body, "Juan Diaz", replaces: "С. Лаптева")).Verdict.Items[0];
        Assert.Equal((ItemState.Held, "С. Лаптева, who is replaced, may be Сергей Лаптев, Светлана Лаптева"), (item.State, item.Why));
        Assert.Contains("--field replaces", Completeness.Obstacle(item.Item, null, known, new DateOnly(2012, 9, 3)), StringComparison.Ordinal);
        Assert.Null(Completeness.Obstacle(Mails.Seat(Body, "Juan Diaz", replaces: "Светлана Лаптева"), null, known, new DateOnly(2012, 9, 3)));
    }

    [Fact]
    public void Where_nobody_on_record_can_be_meant_a_person_hears_who_holds_the_seats()
    {
        Pass(Mails.Seat(Body, "Ana Lopez"));
        var item = Pass(Mails.Seat(Body, "Juan Diaz", replaces: "Mr Park")).Verdict.Items[0];
        Assert.Equal((ItemState.Held, $"it says that Mr Park is replaced, and the register has Ana Lopez for {Body}"), (item.State, item.Why));
        Assert.Equal(["Ana Lopez"], Holding);
    }

    [Fact]
    public void A_withdrawal_by_initials_ends_the_seat_of_the_one_holder_whom_it_fits()
    {
        Pass(Mails.Seat(Body, "Сергей Викторович Лаптев"));
        Pass(new Withdrawal(WithdrawalOf.Representative, "С. В. Лаптева") { Body = Body, Confidence = 0.9, Decision = Decision.Accept });
        Assert.Empty(Holding);
        Pass(Mails.Seat(Body, "Sergei Laptev"), Mails.Seat(Body, "Svetlana Laptev", SeatRole.Alternate));
        var item = Pass(new Withdrawal(WithdrawalOf.Representative, "S. Laptev") { Body = Body, Confidence = 0.9, Decision = Decision.Accept }).Verdict.Items[0];
        Assert.Equal((ItemState.Held, "S. Laptev may be Sergei Laptev, Svetlana Laptev"), (item.State, item.Why));
    }

    private static readonly string[] Chain = ["Sergei Viktorovich Laptev", "Lucy Park", "Ibrahim Koné", "Ana Lopez"];
    private static readonly string?[] Gone = [null, "S. V. Laptev", "Ms Park", "I. Koné"];

    /// <summary>One after the other takes a seat from the next, each naming the one before shortly; the mails are read, or accepted by a person, in any order.</summary>
    [Property(MaxTest = 100)]
    public Property Designations_of_a_chain_read_in_any_order_end_in_the_same_seats() => Prop.ForAll(Arb.From(Gen.Shuffle(Enumerable.Range(0, Chain.Length).ToArray())), order =>
    {
        var register = new Known("g");
        foreach (var index in order)
        {
            // What waited is accepted by a person: the days of the mails count.
            var item = Mails.Seat(Body, Chain[index], replaces: Gone[index]);
            var changes = new List<RegisterChange>();
            Placing.Place(0, item, new MailContext(index, Mails.Start.AddDays(index), "a.lopez@tel.gov.xx", null, new Answers(null, null, null), null), register, changes);
        }
        var day = DateOnly.FromDateTime(Mails.Start.UtcDateTime);
        return Chain.Select((name, index) => (Name: name, From: day.AddDays(index), Until: index + 1 < Chain.Length ? day.AddDays(index + 1) : (DateOnly?)null))
            .SequenceEqual(register.Seats.OrderBy(seat => seat.From).Select(seat => (register.Person(seat.PersonId)!.Name!, seat.From, seat.Until)));
    });
}
