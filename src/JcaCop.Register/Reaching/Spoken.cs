using JcaCop.Register.Stores;

namespace JcaCop.Register.Reaching;

/// <summary>In which language the owners of addresses wrote last, as far as it is loaded.</summary>
public sealed class Spoken
{
    private readonly Dictionary<string, string> languages = new(StringComparer.Ordinal);

    public void Put(string address, string language) => languages[Texts.FoldAddress(address)] = language;

    /// <returns>ISO 639-1; null where nothing was recorded from the address.</returns>
    public string? Of(string? address) => address is null ? null : languages.GetValueOrDefault(Texts.FoldAddress(address));
}
