using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>"Board Registry &lt;office@…&gt;": a mailbox that an office shares shows the office's name, and whoever writes from it stands in the signature alone.</summary>
internal static class OfficeMailbox
{
    private static readonly WordSet Offices = LexiconFile.Set("mailboxes", "office");

    /// <param name="name">Display name of the sender.</param>
    /// <param name="address">Address of the sender.</param>
    /// <param name="house">Whom the mail speaks for; null where unknown.</param>
    public static bool Is(string name, string address, string? house)
    {
        if (name.Length == 0) return false;
        if (Units.IsUnit(name) || house is not null && (SameName.Is(house, name) || house.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length >= ShortestHouse)) return true;
        var local = address.AsSpan(0, Math.Max(0, address.IndexOf('@', StringComparison.Ordinal)));
        foreach (var range in local.SplitAny('.', '-', '_', '+'))
            if (Offices.Contains(local[range])) return !AddressAgreement.Spells(name, address);
        return false;
    }

    /// <summary>Shorter ones may be part of any word.</summary>
    private const int ShortestHouse = 5;
}
