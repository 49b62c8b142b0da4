using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>What words of a sentence speak of. The names are the keys of <c>Lexicons/Sorting/absence.json</c>, which holds beginnings of words.</summary>
internal enum AbsenceWord
{
    /// <summary>Away, ill, on holiday, closed.</summary>
    Away,
    /// <summary>At a conference, a training, on mission: as often what somebody tells of an event or a house, so that it is no absence by itself.</summary>
    Busy,
    /// <summary>Gone for good, or an address out of use.</summary>
    Gone,
    /// <summary>Return, reopening, "until".</summary>
    Back,
    /// <summary>Mail, message, inbox.</summary>
    Mail,
    /// <summary>To read, to answer.</summary>
    Reply,
    /// <summary>Late, limited, not, as soon as.</summary>
    Late,
    /// <summary>To whom to turn, and in which case.</summary>
    Contact,
    /// <summary>Meetings, nominations, comments, papers: what those write of who answer.</summary>
    Matter,
}

/// <summary>What one sentence of a mail says, as far as an absence could say it.</summary>
internal readonly record struct AbsenceSentence(int Words, bool Reachable)
{
    private static readonly WordBeginnings<AbsenceWord> Lexicon = new(LexiconFile.Phrases("Sorting/absence")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<AbsenceWord>(entry.Code, ignoreCase: true))));

    /// <param name="sentence">As written.</param>
    public static AbsenceSentence Of(string sentence)
    {
        return new AbsenceSentence(Lexicon.In(sentence), sentence.Contains('@') || Digits(sentence) >= 6);
    }

    /// <summary>A sentence of the text may say that somebody is away; false is certain.</summary>
    public static bool MayBeAway(string text) => new AbsenceSentence(Lexicon.In(text), false).IsAway;

    public bool Has(AbsenceWord word) => (Words & 1 << (int)word) != 0;

    /// <summary>Somebody is away, or left for good.</summary>
    public bool IsAway => IsAwayForSure || Has(AbsenceWord.Busy);

    /// <summary>The words mean nothing but an absence.</summary>
    public bool IsAwayForSure => Has(AbsenceWord.Away) || Has(AbsenceWord.Gone);

    /// <summary>When and whether mail is read and answered.</summary>
    public bool IsAboutReplies => Has(AbsenceWord.Reply) && (Has(AbsenceWord.Mail) || Has(AbsenceWord.Late) || Has(AbsenceWord.Back)) || Has(AbsenceWord.Mail) && Has(AbsenceWord.Late);

    /// <summary>To whom to turn instead, with an address or number.</summary>
    public bool IsReferral => Has(AbsenceWord.Contact) && Reachable;

    /// <summary>An absence could say so.</summary>
    public bool IsExplained => IsAway || IsAboutReplies || Has(AbsenceWord.Contact) || Has(AbsenceWord.Back) || Reachable;

    private static int Digits(string text)
    {
        var count = 0;
        foreach (var c in text)
            if (char.IsDigit(c)) count++;
        return count;
    }
}
