using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"He may be reached at w.gittens@unit.example and 1-246-555-0122": the number that a small word joins to somebody's address is that person's.</summary>
internal static class NumberBeside
{
    public static void Settle(ItemContext context, IEnumerable<PersonDraft> persons)
    {
        foreach (var person in persons)
        {
            if (person is not { Email: { } email, Phone: null }) continue;
            var end = email.Start + email.Length;
            foreach (var phone in context.Phones)
                if (phone.Value.Kind is PhoneKind.Phone or PhoneKind.Mobile && phone.Start > end && phone.Start - end <= LongestJoint && IsJoint(context, end, phone.Start))
                {
                    person.Phone = new Found(phone.Value.Value, phone.Start, phone.Length, phone.Confidence);
                    break;
                }
        }
    }

    private const int LongestJoint = 8;

    private static bool IsJoint(ItemContext context, int start, int end)
    {
        var at = start;
        while (at < end && context.Text[at] is ' ' or ',' or '\n') at++;
        return context.Marked.At(Word.Conjunction, at) is { } and && context.Text.AsSpan(and.End, Math.Max(0, end - and.End)).IsWhiteSpace();
    }
}
