using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Accepting;

/// <summary>The addresses, numbers and names that the items of a mail hold, to see what of the text none of them took up.</summary>
internal sealed class HeldValues
{
    private readonly HashSet<string> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> numbers = [];
    private readonly List<string> names = [];

    public HeldValues(IReadOnlyList<Item> items)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case Nomination nomination: Add(nomination.Contact); break;
                case Representative seat: Add(seat.Person); Name(seat.Replaces); break;
                case Registration registration: Add(registration.Person); break;
                case Correction correction: Add(correction.Person); Name(correction.Name); break;
                case Liaison liaison: Add(liaison.Contact); break;
                case Withdrawal withdrawal: Name(withdrawal.Name); break;
                case Regret regret: Name(regret.Name); break;
                case Questionnaire questionnaire: foreach (var answer in questionnaire.Responses) names.Add(Folding.Plain(answer.Text)); break;
            }
        }
    }

    public bool Holds(string email) => values.Contains(email) || names.Exists(name => name.Contains(email, StringComparison.OrdinalIgnoreCase));

    public bool HoldsNumber(string number)
    {
        var digits = Digits(number);
        return numbers.Exists(held => held.EndsWith(digits, StringComparison.Ordinal) || digits.EndsWith(held, StringComparison.Ordinal));
    }

    public bool HoldsName(string name)
    {
        var folded = Folding.Plain(name);
        return names.Exists(held => held.Contains(folded, StringComparison.Ordinal) || folded.Contains(held, StringComparison.Ordinal));
    }

    private void Add(Person? person)
    {
        if (person is null) return;
        if (person.Email is { } email) values.Add(email);
        foreach (var number in new[] { person.Phone, person.Fax }) if (number is not null) numbers.Add(Digits(number));
        Name(person.Name);
    }

    private void Name(string? name) { if (name is { Length: > 1 }) names.Add(Folding.Plain(name)); }

    private static string Digits(string number) => string.Concat(number.Where(char.IsDigit).Select(digit => (char)('0' + char.GetNumericValue(digit))));
}
