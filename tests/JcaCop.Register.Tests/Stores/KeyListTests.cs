using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

public sealed class KeyListOnSqliteTests() : KeyListTests(TestDatabase.Sqlite());

public sealed class KeyListOnSqlServerTests() : KeyListTests(TestDatabase.SqlServer());

/// <summary>Whatever stands in a key, a list of keys finds those rows and no others.</summary>
public abstract class KeyListTests(Database database) : StoreTests(database)
{
    private static readonly string[] Odd = ["plain", "", "it's", "a\"b", "back\\slash", "new\nline", "[1]", "null", "%", "1", "Ж 中文 ع", "\U0001F600"];

    [Fact]
    public async Task Keys_of_any_characters_are_found_as_they_are()
    {
        await Messages.TakeAsync([.. Odd.Take(6).Select((uid, n) => Mail(uid, n))], Stop);
        Assert.Equal(Odd.Skip(6), await Messages.UnknownAsync("box", 7, Odd, Stop));
    }

    [Fact]
    public async Task A_list_longer_than_a_portion_is_found_whole()
    {
        string[] uids = [.. Enumerable.Range(1, 1201).Select(n => $"uid {n}")];
        await Messages.TakeAsync([.. uids.Take(1200).Select(Mail)], Stop);
        Assert.Equal(["uid 1201"], await Messages.UnknownAsync("box", 7, uids, Stop));
    }

    private static ArrivedMail Mail(string uid, int n)
    {
        var raw = System.Text.Encoding.ASCII.GetBytes($"Message-ID: <{n}@tel.gov.xx>\r\n\r\n{n}\r\n");
        return new ArrivedMail(new MailKey("box", 7, uid), DateTimeOffset.UnixEpoch.AddSeconds(n), raw.Length, raw, false);
    }
}
