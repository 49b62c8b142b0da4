using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>What words of an offer speak of. The names are the keys of <c>Lexicons/Sorting/offers.json</c>, which holds beginnings of words.</summary>
internal enum OfferWord
{
    /// <summary>The reader is spoken to. An honour for somebody else, or what others were asked for, is news.</summary>
    Yours,
    /// <summary>Prizes, honours and nominations.</summary>
    Prize,
    /// <summary>A fee, a payment, a way to pay.</summary>
    Pay,
    /// <summary>Currencies; an amount where a figure stands in the same sentence.</summary>
    Money,
    /// <summary>Click, call, answer, send: told to the reader.</summary>
    Act,
    /// <summary>How to be spared further mails.</summary>
    OptOut,
    /// <summary>Only today, only so many places.</summary>
    Haste,
    /// <summary>An account, mailbox or password that is the reader's own.</summary>
    Account,
    /// <summary>Full, expired, blocked; to be confirmed.</summary>
    Threat,
    /// <summary>Bank details, passports, cards.</summary>
    Papers,
    /// <summary>Millions, inheritances, lotteries, loans.</summary>
    Fortune,
    /// <summary>Goods and services: discounts, addresses, rankings, invoices.</summary>
    Sale,
}

/// <summary>Knows an offer by what it puts together, in whatever words: an honour and a price for it, an account and a threat, a fortune and a bank.</summary>
/// <remarks>
/// Whoever nominates says who is put forward and pays nobody. So words of nominating do not speak against an offer here, as they do in <see cref="Spam"/>:
/// an offer that poses as a nomination is full of them. What somebody asks ("is there a fee?") offers nothing.
/// </remarks>
internal static class Offer
{
    /// <summary>In UTF-16 units. An offer is short; a report speaks of prizes, fees, passwords and offers somewhere.</summary>
    private const int Longest = 2500;

    private static readonly WordBeginnings<OfferWord> Lexicon = new(LexiconFile.Phrases("Sorting/offers")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<OfferWord>(entry.Code, ignoreCase: true))));

    /// <returns>What was put together; null where the text offers nothing, or asks.</returns>
    public static string? In(string subject, string text)
    {
        if (text.Length > Longest) return null;
        Span<int> found = stackalloc int[(int)OfferWord.Sale + 1];
        var told = Told.Nothing;
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(subject, said, found, ref told);
        foreach (var sentence in SentenceSplitter.Split(text, TextSpan.FromBounds(0, text.Length))) Count(sentence.Of(text), said, found, ref told);

        var amount = told.HasFlag(Told.Amount);
        var priced = Has(found, OfferWord.Pay) && amount;
        var pressing = Has(found, OfferWord.Act) || Has(found, OfferWord.OptOut) || Has(found, OfferWord.Haste) || Has(found, OfferWord.Papers);
        if (told.HasFlag(Told.YourPrize) && priced && pressing) return "an honour and its price";
        if (Has(found, OfferWord.Account) && Has(found, OfferWord.Threat) && (Has(found, OfferWord.Act) || HasLink(text))) return "an account and a threat";
        if (Has(found, OfferWord.Fortune) && told.HasFlag(Told.YourPapers)) return "a fortune and a bank";
        if (found[(int)OfferWord.Sale] > 1 && (Has(found, OfferWord.OptOut) || Has(found, OfferWord.Haste) || Has(found, OfferWord.Act) || amount)) return "goods and a price";
        return null;
    }

    private static bool HasLink(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<int> found, OfferWord word) => found[(int)word] > 0;

    /// <summary>What single sentences put together.</summary>
    [Flags]
    private enum Told
    {
        Nothing = 0,
        /// <summary>A figure beside a currency.</summary>
        Amount = 1,
        YourPrize = 2,
        YourPapers = 4,
    }

    /// <param name="said">For each beginning counted before a bit for each word that it is: one that is said twice is one.</param>
    private static void Count(ReadOnlySpan<char> sentence, Dictionary<string, int> said, Span<int> found, ref Told told)
    {
        if (sentence.TrimEnd() is [.., '?' or '？' or '؟']) return;
        var words = 0;
        foreach (var (beginning, word) in Lexicon.Said(sentence, ended: true))
        {
            var (before, bit) = (said.GetValueOrDefault(beginning), 1 << (int)word);
            if ((before & bit) == 0)
            {
                said[beginning] = before | bit;
                found[(int)word]++;
            }
            words |= bit;
        }
        if (Says(words, OfferWord.Money) && sentence.ContainsAnyInRange('0', '9')) told |= Told.Amount;
        if (!Says(words, OfferWord.Yours)) return;
        if (Says(words, OfferWord.Prize)) told |= Told.YourPrize;
        if (Says(words, OfferWord.Papers)) told |= Told.YourPapers;
    }

    private static bool Says(int words, OfferWord word) => (words & 1 << (int)word) != 0;
}
