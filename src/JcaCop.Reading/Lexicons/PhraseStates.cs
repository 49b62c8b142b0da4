namespace JcaCop.Reading.Lexicons;

/// <summary>The automaton of Aho and Corasick in a few arrays: states are numbers, 0 is the start, and a step is one look into a table.</summary>
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
    private int[] fail = new int[512];
    private int[] end = new int[512];
    private int[] lengths = new int[512];

    /// <summary>How many states there are, the start included.</summary>
    public int Count { get; private set; } = 1;

    /// <returns>The state in which the phrase ends.</returns>
    public int Add(string phrase)
    {
        var state = 0;
        foreach (var c in phrase)
        {
            var next = Step(state, c);
            if (next == 0) Set(state, c, next = NewState());
            state = next;
        }
        lengths[state] = phrase.Length;
        return state;
    }

    /// <summary>To be called once, after the last phrase.</summary>
    public void Link()
    {
        var children = new List<(int Parent, char Letter, int Child)>(Count);
        for (var page = 0; page < PageSize; page++)
            for (var low = 0; low < PageSize; low++)
                if (start[page][low] is > 0 and var child) children.Add((0, (char)(page << 8 | low), child));
        for (var slot = 0; slot < keys.Length; slot++)
            if (keys[slot] != 0) children.Add(((int)(keys[slot] >> 16), (char)keys[slot], targets[slot]));
        var ofParent = children.ToLookup(child => child.Parent);
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var parent))
        {
            foreach (var (_, letter, child) in ofParent[parent])
            {
                fail[child] = parent == 0 ? 0 : Next(fail[parent], letter);
                end[child] = lengths[fail[child]] > 0 ? fail[child] : end[fail[child]];
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>The state after one more character.</summary>
    public int Next(int state, char c)
    {
        while (state != 0)
        {
            var next = Step(state, c);
            if (next != 0) return next;
            state = fail[state];
        }
        return start[c >> 8][c & 0xff];
    }

    /// <summary>The longest phrase that ends here; 0 where none does.</summary>
    public int FirstEnd(int state) => lengths[state] > 0 ? state : end[state];

    /// <summary>The next shorter phrase that ends at the same place; 0 after the last.</summary>
    public int NextEnd(int state) => end[state];

    /// <summary>Characters of the phrase that ends in the state.</summary>
    public int Length(int state) => lengths[state];

    private int NewState()
    {
        if (Count == fail.Length)
        {
            Array.Resize(ref fail, Count * 2);
            Array.Resize(ref end, Count * 2);
            Array.Resize(ref lengths, Count * 2);
        }
        return Count++;
    }

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
