using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Signs that hold for all items of a mail: what its text says and no item took up.</summary>
internal static class MailSigns
{
    /// <summary>More of the same says no more.</summary>
    private const int Most = 2;

    /// <summary>Shorter statements are greetings and headings.</summary>
    private const int ShortestStatement = 25;

    /// <summary>The line that addresses the reader lies within so many characters of the beginning.</summary>
    private const int Opening = 140;

    public static List<Sign> Of(ItemContext context, IReadOnlyList<Item> items, int reasons)
    {
        var signs = new List<Sign>(24);
        void Add(string name, double value) { if (value != 0) signs.Add(new Sign(name, value)); }
        var held = new HeldValues(items);
        Add("looseEmail", Math.Min(Most, context.Readings.Sum(reading => reading.Emails.Count(email => !held.Holds(email.Value) && !IsOfTheMail(context.Mail, email.Value)))));
        Add("loosePhone", Math.Min(Most, context.Readings.Sum(reading => reading.Phones.Count(phone => !held.HoldsNumber(phone.Value.Value)))));
        Add("loosePerson", Math.Min(Most, context.Readings.Sum(reading => Persons(context, reading, held))));
        Add("attention", Math.Min(Most, reasons));
        Add("kinds", Math.Min(Most, items.Select(item => item.GetType()).Distinct().Count() - 1));
        Add("items", Math.Log(items.Count));
        Add("unread", Unread(context, items));
        Add("noCountry", context.Respondent?.Country is null ? 1 : 0);
        Idle(context, items, Add);
        Moods(context, Add);
        Add("idle", Math.Min(Most + 1, signs.Count(sign => sign.Name.StartsWith("idle", StringComparison.Ordinal))));
        Add("loose", Math.Min(Most + 1, signs.Where(sign => sign.Name.StartsWith("loose", StringComparison.Ordinal)).Sum(sign => sign.Value)));
        return signs;
    }

    /// <summary>A verb of doing something, and nothing of that sort was found.</summary>
    private static void Idle(ItemContext context, IReadOnlyList<Item> items, Action<string, double> add)
    {
        var done = Intents.None;
        foreach (var reading in context.Readings)
            foreach (var passage in reading.Passages)
                if ((passage.Moods & (Items.Moods.Negated | Items.Moods.Question | Items.Moods.Conditional | Items.Moods.Example)) == 0) done |= passage.Intents;
        bool Has<T>() where T : Item => items.Any(item => item is T);
        add("idleNominate", (done & Intents.Nominate) != 0 && !Has<Nomination>() ? 1 : 0);
        add("idleDesignate", (done & Intents.Designate) != 0 && !Has<Representative>() ? 1 : 0);
        add("idleReplace", (done & Intents.Replace) != 0 && !items.Any(item => item is Representative { Replaces: not null }) ? 1 : 0);
        add("idleWithdraw", (done & Intents.Withdraw) != 0 && !Has<Withdrawal>() && !items.Any(item => item is Representative { Replaces: not null }) ? 1 : 0); // "X no longer holds the seat, Y takes it"
        add("idleCorrect", (done & Intents.Correct) != 0 && !Has<Correction>() ? 1 : 0);
        add("idleRegister", (done & Intents.Register) != 0 && !Has<Registration>() ? 1 : 0);
        add("idleRegret", (done & Intents.Regret) != 0 && !Has<Regret>() ? 1 : 0);
        foreach (var (word, role, name) in Roles)
            if (context.Readings.Any(reading => reading.Marked.Any(word, 0, reading.Text.Length)) && !items.Any(item => item is Representative seat && seat.Role == role)) add(name, 1);
    }

    private static readonly (Word, SeatRole, string)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate, "idleAlternate"), (Word.FocalRole, SeatRole.FocalPoint, "idleFocal"),
            (Word.ExpertRole, SeatRole.Expert, "idleExpert"), (Word.RepresentativeRole, SeatRole.Representative, "idleRepresentative")];

    private static void Moods(ItemContext context, Action<string, double> add)
    {
        int denied = 0, conditional = 0, asked = 0, past = 0;
        foreach (var passage in context.Passages)
        {
            if ((passage.Moods & Items.Moods.Negated) != 0) denied++;
            if ((passage.Moods & Items.Moods.Conditional) != 0) conditional++;
            if ((passage.Moods & Items.Moods.Question) != 0) asked++;
            if ((passage.Moods & Items.Moods.Past) != 0) past++;
        }
        add("denied", Math.Min(Most, denied));
        add("conditional", Math.Min(Most, conditional));
        add("asked", Math.Min(Most, asked));
        add("past", Math.Min(Most, past));
    }

    /// <summary>Persons named by their title whom no item holds, and who are neither writer nor reader of the mail.</summary>
    private static int Persons(ItemContext context, ItemContext reading, HeldValues held)
    {
        var count = 0;
        var signature = context.Mail.Body.Signature ?? "";
        foreach (var person in PersonNames.Find(reading.Marked, 0, reading.Text.Length))
        {
            if (person.Start < Opening && person.Value.IndexOf(' ') < 0 || held.HoldsName(person.Value)) continue;
            if (signature.Contains(person.Value, StringComparison.OrdinalIgnoreCase) || (context.Mail.Sender?.Name ?? "").Contains(person.Value, StringComparison.OrdinalIgnoreCase)) continue;
            count++;
        }
        return count;
    }

    /// <summary>Share of the text, by letters, in statements from which nothing was taken and which are neither courtesy nor what a person is told to look at.</summary>
    private static double Unread(ItemContext context, IReadOnlyList<Item> items)
    {
        int all = 0, unread = 0;
        foreach (var (span, _) in context.Utterances)
        {
            if (span.Length < ShortestStatement) continue;
            all += span.Length;
            var taken = context.Matters.Any(Matter.Courtesy, span) || context.Matters.Any(Matter.Receipt, span);
            foreach (var item in items)
                foreach (var evidence in item.Evidence) taken |= evidence.Source is null && (span.Contains(evidence.Offset) || evidence.Offset < span.Start && evidence.Offset + evidence.Text.Length > span.Start);
            if (!taken) unread += span.Length;
        }
        return all == 0 ? 0 : Math.Round((double)unread / all, 3);
    }

    private static bool IsOfTheMail(ReceivedMail mail, string email)
    {
        bool Is(MailAddress? address) => string.Equals(address?.Email, email, StringComparison.OrdinalIgnoreCase);
        return Is(mail.Sender) || mail.To.Any(Is) || mail.Cc.Any(Is) || mail.ReplyTo.Any(Is);
    }
}
