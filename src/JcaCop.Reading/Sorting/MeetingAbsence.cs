using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Sorting;

/// <summary>"I cannot be present at the meeting of 10 September; Ms X connects in my place": who stays away from a meeting on its day answers, and is not away from the desk.</summary>
internal static class MeetingAbsence
{
    private static readonly Matter[] Ways = [Matter.Absent, Matter.AbsentSelf, Matter.Remote];

    public static bool IsTold(string text)
    {
        Matters? matters = null;
        foreach (var sentence in AbsenceNote.Spans(text))
        {
            if (!AbsenceSentence.Of(sentence.In(text)).Has(AbsenceWord.Matter)) continue;
            if (!Dates.Find(sentence.In(text), new DateOnly(2000, 1, 1)).Any(static date => date.Value is DateReading.Day)) continue;
            matters ??= new Matters(Folding.Fold(text));
            if (Array.Exists(Ways, way => matters.Any(way, sentence))) return true;
        }
        return false;
    }
}
