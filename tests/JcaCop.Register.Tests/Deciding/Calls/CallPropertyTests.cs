using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Tests.Deciding.Calls;

/// <summary>Answers to calls end in one register, whatever the order in which a batch lists them and however often a mail comes.</summary>
public sealed class CallPropertyTests
{
    private static Gen<Item> Items =>
        from kind in Gen.Choose(0, 3)
        from position in Gen.Elements(PositionTaken.Support, PositionTaken.NoObjection, PositionTaken.Objection)
        from text in Gen.Elements("yes", "no")
        from number in Gen.Elements("1", "2")
        select kind switch
        {
            0 => (Item)CallRegister.Position(position),
            1 => new Questionnaire([new QuestionnaireResponse(number, text)]) { Confidence = 0.95, Decision = Decision.Accept },
            2 => Mails.Nomination("Safe Net", "AU", "Ana Lopez"),
            _ => Mails.Seat("ITU-T SG17", "Ana Lopez"),
        };

    private static Gen<Answered> Answers =>
        from item in Items
        from sender in Gen.Elements("itu@ministry-au.example", "other@ministry-au.example", "itu@ministry-ke.example", "x@elsewhere.example")
        from subject in Gen.Elements("TSB Circular 270", "TSB Circular 313", "Circular 320", "Circular 999", "Your letter")
        select new Answered(item, sender, subject);

    [Property(MaxTest = 100)]
    public Property Any_order_of_a_batch_ends_in_the_same_answers() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Answers)), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (answers, seed) =>
        {
            var mails = answers.Select((answer, index) => CallRegister.Taken(index, answer.Sender, answer.Subject, "Text.", null, answer.Item)).ToArray();
            var straight = Play(mails);
            new System.Random(seed).Shuffle(mails);
            return straight == Play(mails);
        });

    [Property(MaxTest = 100)]
    public Property Mails_repeated_later_change_nothing() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Answers)), answers =>
        {
            var mails = answers.Select((answer, index) => CallRegister.Taken(index, answer.Sender, answer.Subject, "Text.", null, answer.Item)).ToArray();
            var register = Register();
            register.Judge(mails);
            var once = State(register);
            register.Judge(mails);
            var again = State(register);
            var difference = string.Join('\n', again.Split('\n').Except(once.Split('\n')).Concat(once.Split('\n').Except(again.Split('\n')).Select(line => "- " + line)));
            return (once == again).Label(difference.Length == 0 ? $"{once.Length} {again.Length}" : difference);
        });

    private static string Play((TakenMail, JcaCop.Reading.MailReading)[] mails)
    {
        var register = Register();
        register.Judge(mails);
        return State(register);
    }

    private static CallRegister Register()
    {
        var register = new CallRegister().Members("AU", "KE");
        register.Open("TSB Circular 270", CallSort.Consultation, Mails.Start.AddMinutes(3));
        register.Open("TSB Circular 313", CallSort.Nomination);
        register.Open("TSB Circular 320", CallSort.Questionnaire, Mails.Start.AddDays(3));
        return register;
    }

    private static string State(CallRegister register) => string.Join('\n',
        register.Known.All<AnswerEntry>().Concat<RegisterEntry>(register.Known.All<ObligationEntry>()).Select(EntryJson.Write).Order(StringComparer.Ordinal));

    private sealed record Answered(Item Item, string Sender, string Subject);
}
