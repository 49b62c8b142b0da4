using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Sorting;

/// <summary>Words of whose address it is. The names are the keys of <c>Lexicons/Sorting/othersAddress.json</c>, which holds beginnings of words.</summary>
internal enum OthersWord
{
    /// <summary>Somebody of the writer's house: "my colleague", "our representative".</summary>
    Colleague,
    /// <summary>Address, mailbox.</summary>
    Address,
    /// <summary>It is closed, out of use, not valid.</summary>
    OutOfUse,
    /// <summary>Another is new.</summary>
    New,
    /// <summary>Whoever reads it is to write it down: what a person asks for, and a note of a machine seldom does.</summary>
    Note,
}

/// <summary>"The address of my colleague X no longer works; the new one is …": a person tells a change of somebody else's address, in words that the note of a mailbox out of use has too.</summary>
internal static class OthersAddress
{
    private static readonly WordBeginnings<OthersWord> Lexicon = new(LexiconFile.Phrases("Sorting/othersAddress")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<OthersWord>(entry.Code, ignoreCase: true))));

    /// <summary>Before the word of leaving a sentence names an address and whose it is: a colleague, or somebody by name who is not the sender. A new address is told, and the sender's own is not.</summary>
    public static bool IsTold(MailSigns signs)
    {
        if (signs.Mail.Sender is not { } sender) return false;
        MarkedText? marked = null;
        foreach (var span in AbsenceNote.Spans(signs.Text))
        {
            var sentence = span.In(signs.Text);
            if (!IsGone(sentence) || !Says(sentence, OthersWord.Address)) continue;
            var before = BeforeGone(sentence);
            if (!Says(before, OthersWord.Address) || IsFirstPerson(before)) continue;
            var named = Names(marked ??= new MarkedText(signs.Text), span.Start, span.Start + before.Length);
            if (named.Exists(name => AbsentPerson.IsSender(signs.Mail, name))) continue;
            var told = FailureText.Addresses(signs.Text);
            // "M. X's mailbox is not read any more, write to info@…": the note of an office, which tells no address of X
            var another = Says(before, OthersWord.Colleague)
                || named.Count > 0 && (Says(signs.Text, OthersWord.New) || told.Exists(found => named.Exists(name => AddressAgreement.Person(name, found.Address))));
            if (another && told.Count > 0 && !told.Exists(found => string.Equals(found.Address, sender.Email, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    /// <summary>"Please note my new address: … (the old one will be closed)": one sentence asks to write a new address down, and tells it.</summary>
    public static bool IsOwnToNote(MailSigns signs)
    {
        foreach (var span in AbsenceNote.Spans(signs.Text))
        {
            var sentence = span.In(signs.Text);
            if (Says(sentence, OthersWord.Note) && Says(sentence, OthersWord.New) && Says(sentence, OthersWord.Address) && sentence.Contains('@')) return true;
        }
        return false;
    }

    private static bool Says(string text, OthersWord word) => (Lexicon.In(text) & 1 << (int)word) != 0;

    private static bool IsGone(string text) => Says(text, OthersWord.OutOfUse) || AbsenceSentence.Of(text).Has(AbsenceWord.Gone);

    /// <summary>The sentence up to the word that says that something is out of use.</summary>
    private static string BeforeGone(string sentence)
    {
        for (var end = 1; end <= sentence.Length; end++)
            if ((end == sentence.Length || !char.IsLetter(sentence[end]) || Folding.IsHan(sentence[end - 1])) && IsGone(sentence[..end])) return sentence[..end];
        return sentence;
    }

    /// <summary>Titled names, and the last that stands without a title.</summary>
    private static List<string> Names(MarkedText marked, int start, int end)
    {
        List<string> names = [.. PersonNames.Find(marked, start, end).Select(static name => name.Value)];
        if (names.Count == 0 && PersonNames.BareBefore(marked, start, end) is { } bare && NameShapes.Score(bare.Value) >= Likely) names.Add(bare.Value);
        return names;
    }

    private const double Likely = 0.5;

    private static readonly HashSet<string> First = [.. LexiconFile.Words("grammar", "firstPerson").Select(Folding.Plain)];

    /// <summary>"I no longer use this address": the writer's own.</summary>
    private static bool IsFirstPerson(string text) => Folding.Plain(text).Split([' ', '\'', '\u2019', ','], StringSplitOptions.RemoveEmptyEntries).Any(First.Contains);
}
