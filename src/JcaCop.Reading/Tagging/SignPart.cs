namespace JcaCop.Reading.Tagging;

/// <summary>Words of a sign with their hash, such that the hash of two that are joined follows from theirs: no word is hashed twice, and no sign is written.</summary>
/// <remarks>A polynomial of the characters in <see cref="Base"/>, modulo 2^64. Its low bits say little; who looks it up must mix it.</remarks>
internal readonly struct SignPart
{
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong hash;

    /// <summary><see cref="Base"/> to the power of the number of characters.</summary>
    private readonly ulong power;

    public SignPart(ReadOnlySpan<char> words)
    {
        (hash, power) = (0, 1);
        foreach (var c in words) (hash, power) = (hash * Base + c, power * Base);
    }

    private SignPart(ulong hash, ulong power) => (this.hash, this.power) = (hash, power);

    /// <summary>As written; null where the words were joined of parts.</summary>
    public string? Words { get; private init; }

    public ulong Hash => hash;

    public static implicit operator SignPart(string words) => new(words) { Words = words };

    public SignPart Then(in SignPart next) => new(hash * next.power + next.hash, power * next.power);

    public SignPart Then(char next) => new(hash * Base + next, power * Base);
}
