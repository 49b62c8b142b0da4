using System.Runtime.InteropServices;

namespace JcaCop.Reading.Lexicons;

/// <summary>A folded text taken apart: runs of letters and figures, and single characters for all else and for Han.</summary>
/// <remarks>
/// A phrase begins where a unit does and ends where one does, so that phrases can be looked up by the hashes of units instead of
/// character by character. Behind the one-letter particles of Arabic (wa, fa, bi, li, ka, al) a phrase may begin inside a run.
/// </remarks>
internal sealed class TextUnits
{
    private const ulong Seed = 0xCBF29CE484222325;
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const int LongestParticle = 4;
    private const int LargestRoom = 50_000;

    /// <summary>No word of a lexicon is longer; so a run without end costs no more than its length.</summary>
    private const int LongestWord = 60;

    /// <summary>What a character is to a text taken apart: asked of every letter of every text, so it is looked up.</summary>
    private static readonly Kind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => KindOf((char)code))];

    private Unit[] units = [];
    private int count;
    private readonly List<Start> behindParticles = [];

    public ReadOnlySpan<Unit> Units => units.AsSpan(0, count);

    /// <summary>Places inside runs, in order.</summary>
    public ReadOnlySpan<Start> BehindParticles => CollectionsMarshal.AsSpan(behindParticles);

    /// <summary>Takes a text apart; what was taken before is gone.</summary>
    public void Take(string text)
    {
        if (units.Length < text.Length || units.Length > LargestRoom && text.Length < LargestRoom) units = new Unit[Math.Max(1024, text.Length)];
        behindParticles.Clear();
        count = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            var kind = Of(text[at]);
            var begins = text[at] != ' ';
            if ((kind & Kind.Run) != 0)
            {
                for (; end < text.Length && Of(text[end]) is var next && (next & Kind.Run) != 0; end++) kind |= next;
                if ((kind & Kind.Arabic) != 0) AddBehindParticles(text, at, end, count + 1);
            }
            else begins = begins && MayBegin(text, at);
            units[count++] = new Unit(Hash(text.AsSpan(at, end - at)), end, begins);
            at = end;
        }
    }

    [Flags]
    private enum Kind : byte { None = 0, Run = 1, Arabic = 2 }

    /// <param name="Hash">Of the characters of the unit.</param>
    /// <param name="End">Offset behind its last character.</param>
    /// <param name="Begins">A phrase may begin with it.</param>
    internal readonly record struct Unit(ulong Hash, int End, bool Begins);

    /// <summary>A place inside a run where a phrase may begin.</summary>
    /// <param name="Hash">Of what the first unit of such a phrase would be.</param>
    /// <param name="Next">Number of the unit behind it.</param>
    internal readonly record struct Start(ulong Hash, int Offset, int Next);

    /// <summary>The hash of a phrase's beginning together with its next unit.</summary>
    public static ulong Joined(ulong beginning, ulong unit) => Closed((ulong.RotateLeft(beginning, 7) ^ unit) * Factor);

    /// <summary>Four characters at a time, the last four once more where the length is no multiple of four.</summary>
    private static ulong Hash(ReadOnlySpan<char> unit)
    {
        var hash = Seed ^ (ulong)unit.Length;
        if (unit.Length < 4)
        {
            ulong few = unit[0];
            if (unit.Length > 1) few |= (ulong)unit[1] << 16;
            if (unit.Length > 2) few |= (ulong)unit[2] << 32;
            return Closed((hash ^ few) * Factor);
        }
        var words = MemoryMarshal.Cast<char, ulong>(unit);
        foreach (var four in words) hash = ulong.RotateLeft((hash ^ four) * Factor, 23);
        if (unit.Length % 4 != 0) hash = (hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(unit[^4..]))) * Factor;
        return Closed(hash);
    }

    /// <summary>The high bits are the well mixed ones; tables use the low.</summary>
    private static ulong Closed(ulong hash) => hash ^ hash >> 31;

    /// <summary>As <see cref="char.IsLetterOrDigit(char)"/>, looked up.</summary>
    public static bool IsLetterOrDigit(char c) => (Kinds[c] & Kind.Run) != 0 || Folding.IsHan(c) && char.IsLetterOrDigit(c);

    /// <summary>Han is known by its range: to look thousands of different characters up would touch as many places of the table.</summary>
    private static Kind Of(char c) => Folding.IsHan(c) ? Kind.None : Kinds[c];

    private static Kind KindOf(char c) => (char.IsLetterOrDigit(c) && !Folding.IsHan(c) ? Kind.Run : Kind.None) | (Folding.IsArabic(c) ? Kind.Arabic : Kind.None);

    private void AddBehindParticles(string text, int start, int end, int next)
    {
        var letters = 0;
        for (var at = start + 1; at < end; at++)
        {
            letters = Folding.IsArabic(text[at - 1]) ? letters + 1 : 0;
            if (letters is 0 or > LongestParticle || end - at > LongestWord || !ParticleEndsAt(text, at)) continue;
            behindParticles.Add(new Start(Hash(text.AsSpan(at, end - at)), at, next));
        }
    }

    /// <summary>A sign begins a phrase unless it is joined to the word before it.</summary>
    private static bool MayBegin(string text, int at)
    {
        if (at == 0 || Folding.IsHan(text[at]) || (Of(text[at - 1]) & Kind.Run) == 0) return true;
        return Folding.IsArabic(text[at - 1]) && ParticleEndsAt(text, at);
    }

    private static bool ParticleEndsAt(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < LongestParticle && Folding.IsArabic(text[from - 1])) from--;
        if (from > 0 && Folding.IsArabic(text[from - 1])) return false;
        return Proclitics.Contains(text.AsSpan(from, start - from));
    }

    private static readonly WordSet Proclitics = LexiconFile.Set("grammar", "proclitic");
}
