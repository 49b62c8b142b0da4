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

    private Unit[] units;
    private List<Start>? behindParticles;

    public TextUnits(string text)
    {
        units = new Unit[text.Length / 3 + 8];
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            var hash = Step(Seed, text[at]);
            var run = IsOfRun(text[at]);
            var arabic = Folding.IsArabic(text[at]);
            if (run)
                for (; end < text.Length && IsOfRun(text[end]); end++)
                {
                    hash = Step(hash, text[end]);
                    arabic |= Folding.IsArabic(text[end]);
                }
            hash = Closed(hash);
            if (Count == units.Length) Array.Resize(ref units, Count * 2);
            units[Count++] = new Unit(hash, end, text[at] != ' ' && (run || MayBegin(text, at)));
            if (run && arabic) AddBehindParticles(text, at, end);
            at = end;
        }
    }

    /// <param name="Hash">Of the characters of the unit.</param>
    /// <param name="End">Offset behind its last character.</param>
    /// <param name="Begins">A phrase may begin with it.</param>
    internal readonly record struct Unit(ulong Hash, int End, bool Begins);

    /// <summary>A place inside a run where a phrase may begin.</summary>
    /// <param name="Hash">Of what the first unit of such a phrase would be.</param>
    /// <param name="Next">Number of the unit behind it.</param>
    internal readonly record struct Start(ulong Hash, int Offset, int Next);

    public int Count { get; private set; }

    public ReadOnlySpan<Unit> Units => units.AsSpan(0, Count);

    public ReadOnlySpan<Start> BehindParticles => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(behindParticles);

    /// <summary>The hash of a phrase's beginning together with its next unit.</summary>
    public static ulong Joined(ulong beginning, ulong unit) => Closed((ulong.RotateLeft(beginning, 7) ^ unit) * Factor);

    private static ulong Step(ulong hash, char c) => (hash ^ c) * Factor;

    /// <summary>The high bits are the well mixed ones; tables use the low.</summary>
    private static ulong Closed(ulong hash) => hash ^ hash >> 31;

    private static bool IsOfRun(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !Folding.IsHan(c);

    private void AddBehindParticles(string text, int start, int end)
    {
        var letters = 0;
        for (var at = start + 1; at < end; at++)
        {
            letters = Folding.IsArabic(text[at - 1]) ? letters + 1 : 0;
            if (letters is 0 or > LongestParticle || !ParticleEndsAt(text, at)) continue;
            var hash = Seed;
            foreach (var c in text.AsSpan(at, end - at)) hash = Step(hash, c);
            (behindParticles ??= []).Add(new Start(Closed(hash), at, Count));
        }
    }

    /// <summary>A sign begins a phrase unless it is joined to the word before it.</summary>
    private static bool MayBegin(string text, int at)
    {
        if (at == 0 || Folding.IsHan(text[at]) || !IsOfRun(text[at - 1])) return true;
        return Folding.IsArabic(text[at - 1]) && ParticleEndsAt(text, at);
    }

    private static bool ParticleEndsAt(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < LongestParticle && Folding.IsArabic(text[from - 1])) from--;
        if (from > 0 && Folding.IsArabic(text[from - 1])) return false;
        return text.AsSpan(from, start - from) is "و" or "ف" or "ب" or "ل" or "ك" or "ال" or "لل" or "وال" or "بال" or "فال" or "كال" or "ول" or "وب" or "ولل" or "وبال";
    }
}
