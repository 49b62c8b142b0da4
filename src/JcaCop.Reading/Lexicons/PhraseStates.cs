namespace JcaCop.Reading.Lexicons;

/// <summary>All phrases as one tree in a few arrays: states are numbers, 0 is the start, and a step is one look into a table.</summary>
/// <remarks>
/// Most characters of a text lead nowhere from the start, so the steps from there stand in pages of their own, found by the high
/// byte of the character. All other steps stand in one hash table with open addressing, keyed by state and character.
/// </remarks>
internal sealed class PhraseStates
{
    private const int PageSize = 256;
    private static readonly int[] NoSteps = new int[PageSize];

    private readonly int[][] start = [.. Enumerable.Repeat(NoSteps, PageSize)];
    private ulong[] keys = new ulong[1024];
    private int[] targets = new int[1024];
    private int steps;

    /// <summary>How many states there are, the start included.</summary>
    public int Count { get; private set; } = 1;

    /// <returns>The state in which the phrase ends.</returns>
    public int Add(string phrase)
    {
        var state = 0;
        foreach (var c in phrase)
        {
            var next = Step(state, c);
            if (next == 0) Set(state, c, next = Count++);
            state = next;
        }
        return state;
    }

    /// <summary>The state after the first character; 0 where no phrase begins with it.</summary>
    public int First(char c) => start[c >> 8][c & 0xff];

    /// <summary>The state after one more character; 0 where no phrase goes on with it.</summary>
    public int Next(int state, char c) => Step(state, c);

    private int Step(int state, char c)
    {
        if (state == 0) return start[c >> 8][c & 0xff];
        var key = KeyOf(state, c);
        for (var slot = SlotOf(key, keys.Length); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
            if (keys[slot] == key) return targets[slot];
        return 0;
    }

    private void Set(int state, char c, int target)
    {
        if (state == 0)
        {
            ref var page = ref start[c >> 8];
            if (page == NoSteps) page = new int[PageSize];
            page[c & 0xff] = target;
            return;
        }
        if (++steps * 2 > keys.Length) Grow();
        Put(keys, targets, KeyOf(state, c), target);
    }

    private void Grow()
    {
        var (moreKeys, moreTargets) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (var slot = 0; slot < keys.Length; slot++)
            if (keys[slot] != 0) Put(moreKeys, moreTargets, keys[slot], targets[slot]);
        (keys, targets) = (moreKeys, moreTargets);
    }

    private static void Put(ulong[] keys, int[] targets, ulong key, int target)
    {
        var slot = SlotOf(key, keys.Length);
        while (keys[slot] != 0) slot = (slot + 1) & (keys.Length - 1);
        (keys[slot], targets[slot]) = (key, target);
    }

    /// <summary>Never 0: the state is not the start.</summary>
    private static ulong KeyOf(int state, char c) => (ulong)state << 16 | c;

    private static int SlotOf(ulong key, int slots) => (int)(key * 0x9E3779B97F4A7C15 >> 40) & (slots - 1);
}
