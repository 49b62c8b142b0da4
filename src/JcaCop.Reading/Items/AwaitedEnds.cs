using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"We withdraw Mr Lund once his successor has been named": a seat that is given up when something has happened that nobody has told yet (<c>Lexicons/awaitedEnds.json</c>).</summary>
internal static class AwaitedEnds
{
    private enum Sign
    {
        /// <summary>Whatever follows is awaited: "once", "as soon as".</summary>
        Once,
        /// <summary>Said of what has been as well: "after", "upon"; a successor, a meeting must follow.</summary>
        After,
        /// <summary>The same, where it stands behind.</summary>
        Behind,
        /// <summary>What a withdrawal may wait for.</summary>
        Awaited,
        /// <summary>From when the sentence before holds, or how long somebody goes on.</summary>
        Effect,
        /// <summary>The writer will tell: of whom, and not from when the seat is given up.</summary>
        Tells,
        /// <summary>Holds such a word and waits for nothing: "as soon as possible".</summary>
        Soon,
    }

    /// <summary>How far behind the word that opens the clause what it waits for may stand, in UTF-16 units; and before a word that closes it.</summary>
    private const int Reach = 90, ReachBefore = 16;

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(";；؛:：\n");

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("awaitedEnds").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    /// <summary>The sentence that gives up the seat makes it wait for something.</summary>
    public static bool In(ItemContext context, TextSpan span) => Waits(context, Signs(context, span), anything: true);

    /// <summary>The sentence behind it does: "This takes effect when her successor takes office."</summary>
    public static bool Behind(ItemContext context, TextSpan span) =>
        Signs(context, span) is var signs && signs.Exists(static sign => sign.Value == Sign.Effect) && Waits(context, signs, anything: false);

    private static List<PhraseHit<Sign>> Signs(ItemContext context, TextSpan span) =>
        Index.FindLongest(context.Marked.Folded).FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);

    /// <param name="anything">Behind "once" anything is awaited; otherwise only what is known as such.</param>
    private static bool Waits(ItemContext context, List<PhraseHit<Sign>> signs, bool anything)
    {
        return signs.Exists(sign => sign.Value switch
        {
            Sign.Once => !IsTold(sign) && (anything || Leads(sign)),
            Sign.After => !IsTold(sign) && Leads(sign),
            Sign.Behind => signs.Exists(awaited => awaited.Value == Sign.Awaited && awaited.End <= sign.Start && sign.Start - awaited.End <= ReachBefore),
            _ => false,
        });

        // "we shall inform you as soon as his successor is known"
        bool IsTold(PhraseHit<Sign> opening) => signs.Exists(tells => tells.Value == Sign.Tells && tells.End <= opening.Start);

        bool Leads(PhraseHit<Sign> opening) => signs.Exists(awaited => awaited.Value == Sign.Awaited && awaited.Start >= opening.End && awaited.Start - opening.End <= Reach
            && !context.Text.AsSpan(opening.End, awaited.Start - opening.End).ContainsAny(Breaks));
    }
}
