using System.Text;
using JcaCop.Reading;

namespace JcaCop.Register.Deciding.Neighbours;

/// <summary>How a group of the service is called, and where it is written to.</summary>
/// <param name="Group">Its key.</param>
/// <param name="Name">As in letters: <c>CWG-COP</c>.</param>
/// <param name="All">Every name under which people write of it: short and full, in six languages.</param>
public sealed record GroupNames(string Group, string Name, IReadOnlyList<string> All, string Address)
{
    public static GroupNames Of(Group group) => new(group.Key, group.Name, [.. group.FullNames.Values.Prepend(group.FullName).Prepend(group.Name).Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal)], group.Address);

    /// <summary>Whether the mail went to its mailbox, the address of a letter of ours included (<c>desk+r.ID@domain</c>).</summary>
    public bool IsAddressed(ReceivedMail mail) => mail.To.Concat(mail.Cc).Any(address => WithoutPlus(address.Email).Equals(Address, StringComparison.OrdinalIgnoreCase));

    public bool IsNamedIn(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC);
        return All.Any(name => Stands(name.Normalize(NormalizationForm.FormKC), folded));
    }

    private static bool Stands(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!Joins(text, at - 1, name[0]) && !Joins(text, at + name.Length, name[^1])) return true;
        return false;
    }

    /// <summary>A letter of the same script goes on: "XCWG-COP". Chinese stands beside Latin without a blank.</summary>
    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsAscii(text[at]) == char.IsAscii(edge) && char.GetUnicodeCategory(text[at]) != System.Globalization.UnicodeCategory.OtherLetter;

    private static string WithoutPlus(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
