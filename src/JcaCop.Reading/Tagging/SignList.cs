using System.Globalization;

namespace JcaCop.Reading.Tagging;

/// <summary>The signs of one piece, as numbers that the weights are found by.</summary>
/// <remarks>A sign is written <c>kind|name=value</c>. Only its hash is kept (FNV-1a, 64 bits), unless the words are wanted for training.</remarks>
internal sealed class SignList
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<string>? words;
    private readonly List<ulong> hashes = new(160);
    private ulong prefix;
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
        prefix = Add(Add(Basis, kindOfPiece), "|");
    }

    /// <summary>Goes on with the signs of a piece that were kept.</summary>
    public void Resume(string kindOfPiece, ReadOnlySpan<ulong> kept)
    {
        Begin(kindOfPiece);
        hashes.AddRange(kept);
    }

    public void Add(ReadOnlySpan<char> sign)
    {
        hashes.Add(Add(prefix, sign));
        words?.Add($"{kind}|{sign}");
    }

    public void Add(ReadOnlySpan<char> sign, ReadOnlySpan<char> value)
    {
        hashes.Add(Add(Add(Add(prefix, sign), "="), value));
        words?.Add($"{kind}|{sign}={value}");
    }

    public void Add(ReadOnlySpan<char> sign, int value)
    {
        Span<char> digits = stackalloc char[12];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Add(sign, digits[..length]);
    }

    public void Add(ReadOnlySpan<char> sign, ReadOnlySpan<char> value, ReadOnlySpan<char> further)
    {
        hashes.Add(Add(Add(Add(Add(Add(prefix, sign), "="), value), "&"), further));
        words?.Add($"{kind}|{sign}={value}&{further}");
    }

    public static ulong Hash(ReadOnlySpan<char> sign) => Add(Basis, sign);

    private static ulong Add(ulong hash, ReadOnlySpan<char> words)
    {
        foreach (var c in words) hash = (hash ^ c) * Prime;
        return hash;
    }
}
