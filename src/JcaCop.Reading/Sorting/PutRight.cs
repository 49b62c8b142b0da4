using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>"The surname should no longer read X but Y": a person puts right what a letter showed, with a word ("no longer", "former") that the note of somebody who left has too.</summary>
/// <remarks>Who is gone tells where to write. Who names a value and what it is instead speaks of an entry, and of nobody's absence (<see cref="ShownWords"/>).</remarks>
internal static class PutRight
{
    public static bool IsTold(string text)
    {
        FoldedText? folded = null;
        foreach (var sentence in AbsenceNote.Spans(text))
        {
            var said = AbsenceSentence.Of(sentence.In(text));
            if (!said.Has(AbsenceWord.Gone)) continue;
            var words = ShownWords.Find(folded ??= Folding.Fold(text), sentence.Start, sentence.End);
            var labels = words.FindAll(static word => ShownWords.IsLabel(word.Value));
            // "this address is no longer in use, please write to …", "I no longer hold this position and mail will not be read" are notes of a mailbox: beside mail and of an address only "no longer X but Y" puts anything right
            if (words.Exists(word => labels.Exists(label => label.Start != word.Start && (IsContrast(word) || label.Value != ShownWord.Address && word.Value is ShownWord.Right && !said.Has(AbsenceWord.Mail))))) return true;

            // 是 alone is "is"
            bool IsContrast(PhraseHit<ShownWord> word) => word.Value == ShownWord.But && !words.Exists(other => other.Start == word.Start && other.Value == ShownWord.Is);
        }
        return false;
    }
}
