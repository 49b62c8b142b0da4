using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class HostileTextOnSqliteTests() : HostileTextTests(TestDatabase.Sqlite());

public sealed class HostileTextOnSqlServerTests() : HostileTextTests(TestDatabase.SqlServer());

/// <summary>Names and values that a database might cut, fold or refuse: each mail is recorded, and the register is that of SQLite, whatever database holds it.</summary>
public abstract class HostileTextTests(Database database) : StoreTests(database)
{
    /// <summary>Pairs that some collation holds for one name. Which of them are one is for <see cref="NameKey"/> to say, alike on every database.</summary>
    private static readonly string[] Names =
    [
        "Müller Stiftung", "Muller Stiftung", "MÜLLER  STIFTUNG ", "Straße e. V.", "Strasse e. V.", "Œuvre", "Oeuvre", "Þing", "Thing", "Ångström", "Angstrom",
        "الطفل", "الطِّفل", "أطفال", "اطفال", "إطفال", "مؤسسة", "مؤسسه", "儿童", "兒童", "ガード", "がーど", "カード", "Ｓａｆｅ", "Safe",
        "Iğdır", "IĞDIR", "ığdir", "Έλλη", "ελλη", "Σίσυφος", "σισυφοσ", "Ёлка", "Елка", "й-группа", "и-группа", "co-op", "coop", "co\u00adop", "a\u200db", "ab",
        "𠮷野家", "吉野家", "👪", "O'Neil", "O’Neil", "100%", "100_", "[100]", "(erased)", "'; DROP TABLE Message; --", "a\0b", "x\u0001y", "\ufeffZero", "e\u0301t\u00e9", "été",
    ];

    [Fact]
    public async Task Names_that_a_collation_might_hold_for_one_make_the_same_register_on_every_database()
    {
        await using var reference = new Reference();
        Assert.Equal(await PlayAsync(reference), await PlayAsync(this));

        static async Task<string> PlayAsync(StoreTests tests)
        {
            var minute = 0;
            foreach (var name in Names)
                await tests.PassForAsync($"{minute}", minute++, Mails.Nomination(name, contact: $"Ana {name}", email: $"ana.{minute}@safe.example"), Mails.Seat(name, $"Ana {name}"));
            return await tests.TellAsync();
        }
    }

    [Fact]
    public async Task Values_longer_than_any_column_make_the_same_register_on_every_database()
    {
        await using var reference = new Reference();
        Assert.Equal(await PlayAsync(reference), await PlayAsync(this));

        static async Task<string> PlayAsync(StoreTests tests)
        {
            // The cut falls between the two halves of a character, and on a blank.
            var minute = 0;
            foreach (var padding in new[] { "", "x", "xx" })
                foreach (var part in new[] { "long ", "𠮷", "長い", "ab" })
                {
                    var text = padding + string.Concat(Enumerable.Repeat(part, 6000 / part.Length));
                    var person = new Person($"Ana {text}", text, $"{text.Replace(" ", "", StringComparison.Ordinal)}@safe.example", text, text, text);
                    await tests.PassForAsync($"{minute}", minute++,
                        new Nomination(new Organization(text, "XX", text, text), person) { Confidence = 0.95, Decision = Decision.Accept },
                        new Representative(text, SeatRole.Representative, person, $"Juan {text}") { Confidence = 0.95, Decision = Decision.Accept },
                        new Activity(text) { Confidence = 0.95, Decision = Decision.Accept },
                        new Activity(text + " differs beyond the key") { Confidence = 0.95, Decision = Decision.Accept },
                        new Withdrawal(WithdrawalOf.Nomination, text + "?") { Confidence = 0.95, Decision = Decision.Accept });
                }
            return await tests.TellAsync();
        }
    }

    [Fact]
    public async Task Hostile_headers_do_not_stop_a_mail()
    {
        foreach (var (number, id) in new[] { "a\0b@x.example", "a@x.example\u00a0", "\ud83d\ude00@x.example", new string('i', 399) + "\ud83d\ude00@x.example", "' OR 1=1 --", "a b", "" }.Index())
        {
            var raw = Mails.Raw(id, from: $"\"n\0 {new string('n', 3000)}\" <{new string('f', 900)}@x.example>", subject: "s\0 \ud83d\ude00" + new string('s', 9000), body: $"{number}", extra: $"In-Reply-To: <{new string('r', 5000)}>\r\n");
            Assert.Equal(MessageState.Processed, (await PassAsync($"h{number}", raw, number)).Verdict.State);
        }
        Assert.Empty((await Messages.ReconcileAsync(Stop)).Flaws);
    }

    [Fact]
    public async Task Trouble_of_any_length_is_told()
    {
        var (mail, _) = await TakeAsync("1", null, 0);
        await Messages.FailedAsync(mail.Id, new string('x', 9000) + "\0\ud83d", permanent: true, Stop);
        await new SignStore(Database, Time).TroubledAsync("mailbox jca-cop", new string('x', 999) + "\ud83d\ude00\0", Stop);
        Assert.Equal(999, Assert.Single(await new SignStore(Database, Time).AllAsync(Stop)).Trouble!.Length);
    }

    /// <summary>The same steps on SQLite.</summary>
    private sealed class Reference() : StoreTests(TestDatabase.Sqlite()), IAsyncDisposable;
}
