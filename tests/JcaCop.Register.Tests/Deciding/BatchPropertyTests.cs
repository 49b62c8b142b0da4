using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>A batch ends in one register, whatever the order in which the mailbox lists it and however often a mail comes.</summary>
public sealed class BatchPropertyTests
{
    private static readonly string[] Names = ["Safe Net", "SAFE NET", "Child Line", "Red Segura"];
    private static readonly string[] People = ["Ana Lopez", "Ana LOPEZ", "Juan Diaz", "Li Wei"];

    private static Gen<Item> Items =>
        from name in Gen.Elements(Names)
        from person in Gen.Elements(People)
        from phone in Gen.Elements(null, "1", "2")
        from email in Gen.Elements(null, "a@safe.example", "b@safe.example")
        from seat in Gen.Elements(true, false)
        from replaces in Gen.Elements(null, "Juan Diaz")
        select seat ? (Item)Mails.Seat(name, person, replaces: replaces, email: email) : Mails.Nomination(name, "XX", person, email, phone);

    [Property(MaxTest = 150)]
    public Property Any_order_of_a_batch_ends_in_the_same_register() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Items)), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (items, seed) =>
        {
            var mails = items.Select((item, index) => Mail(index, item)).ToList();
            var straight = Play(mails);
            var shuffled = mails.ToArray();
            new Random(seed).Shuffle(shuffled);
            return straight == Play(shuffled);
        });

    [Property(MaxTest = 150)]
    public Property A_mail_repeated_later_changes_nothing_of_what_it_said_itself() =>
        Prop.ForAll(Arb.From(Items), item =>
        {
            var known = new Known("g");
            Run([Mail(0, item)], known);
            return Run([Mail(0, item)], known).All(mail => mail.Changes.Count == 0);
        });

    private static (TakenMail, JcaCop.Reading.MailReading) Mail(int index, Item item)
    {
        var raw = Mails.Raw($"{index}@tel.gov.xx");
        var taken = new TakenMail(index + 1, new MailKey("box", 7, $"{index}"), $"{index}@tel.gov.xx", Mails.Start.AddMinutes(index), raw.Length, raw, false, 0);
        return (taken, Mails.Read(taken, item));
    }

    private static string Play(IReadOnlyList<(TakenMail, JcaCop.Reading.MailReading)> mails)
    {
        var judged = Run(mails, new Known("g"));
        return string.Join("\n", judged.OrderBy(mail => mail.Taken.Id).SelectMany(mail => mail.Changes).Select(change => EntryJson.Write(change.After)));
    }

    private static IReadOnlyList<JudgedMail> Run(IReadOnlyList<(TakenMail, JcaCop.Reading.MailReading)> mails, Known known) =>
        Judge.DecideAll(mails, known, new JudgePolicy("g", []), Mails.Start);
}
