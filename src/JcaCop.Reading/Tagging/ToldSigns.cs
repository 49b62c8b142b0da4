namespace JcaCop.Reading.Tagging;

/// <summary>The signs of the second look: what the first look told of this piece and of others near and far, which no chain of neighbours carries so far.</summary>
internal sealed class ToldSigns
{
    private const int Most = 3;

    private static readonly SignPart[] Names = [.. Enum.GetNames<Tag>().Select(name => (SignPart)name)];
    private static readonly SignPart[] OtherUnit = [.. Names.Select(name => (SignPart)(name.Words + "'"))];
    private static readonly SignPart[] OtherBlock = [.. Names.Select(name => (SignPart)(name.Words + "*"))];
    private static readonly SignPart None = "#";
    private static readonly SignPart[] Counts = [.. Enumerable.Range(0, Most + 1).Select(count => (SignPart)count.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    private static readonly Tag[] Heads = [Tag.Organization, Tag.Contact, Tag.ContactAhead, Tag.Seated, Tag.Attending, Tag.Withdrawn, Tag.Absent, Tag.Corrected, Tag.Activity];

    private readonly List<Piece> pieces;
    private readonly Tag[] told;
    private readonly double[] sure;
    private readonly int[] heads = new int[Names.Length];

    public ToldSigns(List<Piece> pieces, Tag[] told, double[] sure)
    {
        (this.pieces, this.told, this.sure) = (pieces, told, sure);
        foreach (var tag in told) heads[(int)tag]++;
    }

    /// <summary>Adds the signs of one piece to those that it has already.</summary>
    public void Of(int at, SignList signs)
    {
        var own = Names[(int)told[at]];
        signs.Add(Key.Told, own);
        signs.Add(Key.ToldSure, own, sure[at] switch { < 0.5 => "0", < 0.7 => "1", < 0.9 => "2", < 0.98 => "3", _ => "4" });
        SignPart last = Name(at - 1), next = Name(at + 1), before = Head(at, -1), behind = Head(at, 1);
        signs.Add(Key.ToldLast, last);
        signs.Add(Key.ToldNext, next);
        signs.Add(Key.ToldAround, last, next);
        signs.Add(Key.ToldLast2, Name(at - 2));
        signs.Add(Key.ToldNext2, Name(at + 2));
        signs.Add(Key.HeadBefore, before);
        signs.Add(Key.HeadBehind, behind);
        signs.Add(Key.HeadsAround, before, behind);
        foreach (var head in Heads)
        {
            var count = heads[(int)head] - (told[at] == head ? 1 : 0);
            if (count > 0) signs.Add(Key.Elsewhere, Names[(int)head], Counts[Math.Min(Most, count)]);
        }
        Alike(at, signs);
    }

    private SignPart Name(int at) => at < 0 || at >= pieces.Count ? None : Names[(int)told[at]];

    private SignPart Head(int at, int step)
    {
        for (var i = at + step; i >= 0 && i < pieces.Count; i += step)
            if (Array.IndexOf(Heads, told[i]) >= 0) return (pieces[i].Place.Block != pieces[at].Place.Block ? OtherBlock : pieces[i].Place.Unit != pieces[at].Place.Unit ? OtherUnit : Names)[(int)told[i]];
        return None;
    }

    /// <summary>What was told of pieces in the same row, of the same kind in this block or column, and of the same words elsewhere.</summary>
    private void Alike(int at, SignList signs)
    {
        var (piece, place) = (pieces[at], pieces[at].Place);
        Span<int> kind = stackalloc int[Names.Length], row = stackalloc int[Names.Length], column = stackalloc int[Names.Length];
        for (var i = at - 1; i >= 0 && pieces[i].Place.Block == place.Block; i--) Count(i, kind, row, column);
        for (var i = at + 1; i < pieces.Count && pieces[i].Place.Block == place.Block; i++) Count(i, kind, row, column);
        for (var tag = 1; tag < Names.Length; tag++) if (row[tag] > 0) signs.Add(Key.Row, Names[tag]);
        signs.Add(Key.Kind, Greatest(kind));
        if (place.LabelWords is not null) signs.Add(Key.Column, Greatest(column));
        if (piece.Value.Length > 3)
            for (var i = 0; i < pieces.Count; i++)
                if (i != at && told[i] != Tag.None && pieces[i].Value == piece.Value) { signs.Add(Key.Same, Names[(int)told[i]]); break; }

        void Count(int i, Span<int> kind, Span<int> row, Span<int> column)
        {
            var tag = (int)told[i];
            if (pieces[i].Place.Unit == place.Unit) row[tag]++;
            if (pieces[i].Kind != piece.Kind) return;
            kind[tag]++;
            if (pieces[i].Place.LabelWords == place.LabelWords) column[tag]++;
        }
    }

    private static SignPart Greatest(ReadOnlySpan<int> counts)
    {
        var best = -1;
        for (var i = 0; i < counts.Length; i++) if (counts[i] > 0 && (best < 0 || counts[i] > counts[best])) best = i;
        return best < 0 ? None : Names[best];
    }

    /// <summary>The names of the signs, hashed once.</summary>
    private static class Key
    {
        public static readonly SignPart
            Told = "told", ToldSure = "toldSure", ToldLast = "toldLast", ToldNext = "toldNext", ToldAround = "toldAround", ToldLast2 = "toldLast2",
            ToldNext2 = "toldNext2", HeadBefore = "headBefore", HeadBehind = "headBehind", HeadsAround = "headsAround", Elsewhere = "elsewhere",
            Row = "row", Kind = "kind", Column = "column", Same = "same";
    }
}
