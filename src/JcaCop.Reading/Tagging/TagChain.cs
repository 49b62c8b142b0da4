using System.Numerics;
using System.Runtime.InteropServices;

namespace JcaCop.Reading.Tagging;

/// <summary>The tags of the pieces of a text taken together: the most probable ones, and how probable each is.</summary>
/// <remarks>A row holds a number for each tag, filled up to whole vectors; what stands in the fill never counts.</remarks>
internal static class TagChain
{
    private static readonly int Width = TagModel.Width;

    /// <summary>Room to work in, kept by the thread: every mail is looked at twice, and doubtful ones once more for each doubt.</summary>
    [ThreadStatic] private static Room? room;

    private sealed class Room
    {
        /// <summary>Longer chains are rare, and their room is not kept.</summary>
        private const int Longest = 200;

        public int[] From = [];
        public double[] Emitted = [], Forward = [];
        public readonly float[] Reached = new float[Width], Next = new float[Width];
        public readonly double[] Backward = new double[Width], Weighed = new double[Width], Before = new double[Width];

        public static T[] Of<T>(ref T[] kept, int length)
        {
            if (length > Longest * Width) return new T[length];
            return kept.Length >= length ? kept : kept = new T[Math.Max(length, 32 * Width)];
        }
    }

    /// <summary>The chain of tags of greatest weight (Viterbi).</summary>
    /// <param name="sums">What the signs of each piece weigh for each tag, row by row.</param>
    public static int[] Best(TagModel model, ReadOnlySpan<float> sums, int[] nearness)
    {
        var (length, count) = (nearness.Length, TagModel.Tags);
        var kept = room ??= new Room();
        var from = Room.Of(ref kept.From, length * Width);
        var (reached, next) = (kept.Reached, kept.Next);
        sums[..count].CopyTo(reached);
        for (var i = 1; i < length; i++)
        {
            var own = sums.Slice(i * Width, Width);
            var passing = model.Passing(nearness[i]);
            for (var to = 0; to < Width; to += Vector<float>.Count)
            {
                var (most, origin) = (new Vector<float>(float.NegativeInfinity), Vector<int>.Zero);
                for (var tag = 0; tag < count; tag++)
                {
                    var weight = new Vector<float>(reached[tag]) + new Vector<float>(passing[(tag * Width + to)..]);
                    var greater = Vector.GreaterThan(weight, most);
                    most = Vector.ConditionalSelect(greater, weight, most);
                    origin = Vector.ConditionalSelect(greater, new Vector<int>(tag), origin);
                }
                origin.CopyTo(from, i * Width + to);
                (most + new Vector<float>(own[to..])).CopyTo(next, to);
            }
            (reached, next) = (next, reached);
        }
        var best = new int[length];
        best[^1] = reached.AsSpan(0, count).IndexOf(Largest(reached.AsSpan(0, count)));
        for (var i = length - 1; i > 0; i--) best[i - 1] = from[i * Width + best[i]];
        return best;
    }

    /// <summary>Probability of each told tag, all other tags being free (forward and backward sums, scaled at each step).</summary>
    public static double[] Probabilities(TagModel model, ReadOnlySpan<float> sums, int[] nearness, int[] told)
    {
        var (length, count) = (nearness.Length, TagModel.Tags);
        var kept = room ??= new Room();
        var emitted = Room.Of(ref kept.Emitted, length * Width);
        for (var i = 0; i < length; i++)
        {
            var own = sums.Slice(i * Width, count);
            var most = Largest(own);
            for (var tag = 0; tag < count; tag++) emitted[i * Width + tag] = Math.Exp(own[tag] - most);
        }
        var forward = Room.Of(ref kept.Forward, length * Width);
        for (var i = 0; i < length; i++)
        {
            var here = forward.AsSpan(i * Width, Width);
            if (i == 0) here.Fill(1);
            else Gather(forward.AsSpan((i - 1) * Width, count), model.Onward(nearness[i]), here);
            Scale(here, emitted.AsSpan(i * Width, Width), count);
        }
        var sure = new double[length];
        var (backward, weighed, before) = (kept.Backward, kept.Weighed, kept.Before);
        Array.Fill(backward, 1.0);
        for (var i = length - 1; i >= 0; i--)
        {
            var total = 0.0;
            for (var tag = 0; tag < count; tag++) total += forward[i * Width + tag] * backward[tag];
            sure[i] = forward[i * Width + told[i]] * backward[told[i]] / total;
            if (i == 0) break;
            for (var to = 0; to < count; to++) weighed[to] = emitted[i * Width + to] * backward[to];
            Gather(weighed.AsSpan(0, count), model.Back(nearness[i]), before);
            var scale = 0.0;
            for (var tag = 0; tag < count; tag++) scale += before[tag];
            for (var tag = 0; tag < count; tag++) backward[tag] = before[tag] / scale;
        }
        return sure;
    }

    /// <summary>The sum of the rows, each as often as it counts.</summary>
    private static void Gather(ReadOnlySpan<double> counts, ReadOnlySpan<double> rows, Span<double> sum)
    {
        var whole = MemoryMarshal.Cast<double, Vector<double>>(sum);
        var parts = MemoryMarshal.Cast<double, Vector<double>>(rows);
        // Four at a time: none of them waits for the sum of another.
        for (var at = 0; at < whole.Length; at += 4)
        {
            var (first, second, third, fourth) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            for (var i = 0; i < counts.Length; i++)
            {
                var count = new Vector<double>(counts[i]);
                var row = parts.Slice(i * whole.Length + at, 4);
                first += count * row[0];
                second += count * row[1];
                third += count * row[2];
                fourth += count * row[3];
            }
            (whole[at], whole[at + 1], whole[at + 2], whole[at + 3]) = (first, second, third, fourth);
        }
    }

    private static void Scale(Span<double> row, ReadOnlySpan<double> factors, int count)
    {
        var total = 0.0;
        for (var tag = 0; tag < count; tag++) total += row[tag] *= factors[tag];
        for (var tag = 0; tag < count; tag++) row[tag] /= total;
    }

    private static float Largest(ReadOnlySpan<float> row)
    {
        var most = row[0];
        foreach (var one in row) most = Math.Max(most, one);
        return most;
    }
}
