using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>The last mail of a sender that put somebody forward and was answered by a receipt: what the next one adds to it without saying so in its thread.</summary>
/// <param name="Items">In their order; with a word on whether each waits no longer: recorded, or refused.</param>
/// <param name="At">When it was told, UTC.</param>
public sealed record ToldBefore(long MessageId, IReadOnlyList<(Item Item, bool Settled)> Items, DateTimeOffset At)
{
    /// <summary>How long after it a mail may complete it. Later ones speak of something else, or say of what.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Fewest figures of a telephone number.</summary>
    private const int Figures = 7;

    /// <summary>Whether the mail says nothing but changes, or nothing that was understood beside a number or an address.</summary>
    public static bool MayComplete(MailReading reading) => reading.Sort.Kind == MailKind.Human && (reading.Items.All(static item => item is Correction { Letters: false }) || ReplyReader.Repeats(reading))
        && (reading.Items.Count > 0 || reading.Mail.Body.Readable.Contains('@', StringComparison.Ordinal) || reading.Mail.Body.Readable.Count(char.IsDigit) >= Figures);

    internal static bool IsTold(Item item) => item is Nomination or Representative;

    /// <summary>What a mail of the same batch tells; null where nobody is put forward, or no receipt shows it.</summary>
    internal static ToldBefore? Of(TakenMail mail, MailReading reading, Verdict verdict) => verdict.ReceiptDue && reading.Mail.Sender is not null && verdict.Items.Any(item => IsTold(item.Item))
        ? new ToldBefore(mail.Id, [.. verdict.Items.OrderBy(item => item.Position).Select(item => (item.Item, item.State != ItemState.Held))], mail.ArrivedAt) : null;
}
