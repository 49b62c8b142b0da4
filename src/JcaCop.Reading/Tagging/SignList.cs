using System.Globalization;

namespace JcaCop.Reading.Tagging;

/// <summary>The signs of one piece, as numbers that the weights are found by.</summary>
/// <remarks>A sign is written <c>kind|name=value</c>. Only its hash is kept, unless the words are wanted for training.</remarks>
internal sealed class SignList
{
    private readonly List<string>? words;
    private readonly List<ulong> hashes = new(160);
    private SignPart prefix;
    private string kind = "";

    /// <param name="words">Takes the signs as written; null where only their hashes are wanted.</param>
    public SignList(List<string>? words = null) => this.words = words;

    public List<ulong> Hashes => hashes;

    /// <summary>Begins the next piece: signs of different kinds of pieces have nothing in common.</summary>
    public void Begin(string kindOfPiece)
    {
        hashes.Clear();
        words?.Clear();
        kind = kindOfPiece;
        prefix = new SignPart(kindOfPiece).Then('|');
    }

    public void Add(in SignPart sign)
    {
        hashes.Add(prefix.Then(sign).Hash);
        words?.Add($"{kind}|{sign.Words}");
    }

    public void Add(in SignPart sign, in SignPart value)
    {
        hashes.Add(prefix.Then(sign).Then('=').Then(value).Hash);
        words?.Add($"{kind}|{sign.Words}={value.Words}");
    }

    public void Add(in SignPart sign, ReadOnlySpan<char> value)
    {
        hashes.Add(prefix.Then(sign).Then('=').Then(new SignPart(value)).Hash);
        words?.Add($"{kind}|{sign.Words}={value}");
    }

    public void Add(in SignPart sign, int value)
    {
        if (value is >= 0 and <= 9) { Add(sign, [(char)('0' + value)]); return; }
        Span<char> digits = stackalloc char[12];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Add(sign, digits[..length]);
    }

    public void Add(in SignPart sign, in SignPart value, in SignPart further)
    {
        hashes.Add(prefix.Then(sign).Then('=').Then(value).Then('&').Then(further).Hash);
        words?.Add($"{kind}|{sign.Words}={value.Words}&{further.Words}");
    }

    public static ulong Hash(ReadOnlySpan<char> sign) => new SignPart(sign).Hash;
}
