using System.Runtime.CompilerServices;

namespace JcaCop.Reading.Tagging;

/// <summary>Words of a sign with their hash, such that the hash of two that are joined follows from theirs: no word is hashed twice, and no sign is written.</summary>
/// <remarks>A polynomial of the characters in <see cref="Base"/>, modulo 2^64. Its low bits say little; who looks it up must mix it.</remarks>
internal readonly struct SignPart
{
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = unchecked(Base * Base), Third = unchecked(Second * Base), Fourth = unchecked(Third * Base);

    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 64).Select(Power)];

    private readonly ulong hash;

    /// <summary><see cref="Base"/> to the power of the number of characters.</summary>
    private readonly ulong power;

    public SignPart(ReadOnlySpan<char> words)
    {
        (hash, power) = (0, words.Length < Powers.Length ? Powers[words.Length] : Power(words.Length));
        // Four characters at a time: each product waits for the one before it.
        for (; words.Length >= 4; words = words[4..]) hash = hash * Fourth + words[0] * Third + words[1] * Second + words[2] * Base + words[3];
        foreach (var c in words) hash = hash * Base + c;
    }

    private SignPart(ulong hash, ulong power) => (this.hash, this.power) = (hash, power);

    /// <summary>As written; null where the words were joined of parts.</summary>
    public string? Words { get; private init; }

    public ulong Hash => hash;

    public static implicit operator SignPart(string words) => new(words) { Words = words };

    private static ulong Power(int characters)
    {
        var power = 1UL;
        for (; characters > 0; characters--) power *= Base;
        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SignPart Then(in SignPart next) => new(hash * next.power + next.hash, power * next.power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SignPart Then(char next) => new(hash * Base + next, power * Base);
}
