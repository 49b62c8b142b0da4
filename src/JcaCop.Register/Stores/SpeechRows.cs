using JcaCop.Register.Deciding;
using JcaCop.Register.Reaching;

namespace JcaCop.Register.Stores;

/// <summary>Reads and writes in which language the owners of addresses write.</summary>
internal static class SpeechRows
{
    public static async Task<Spoken> AllAsync(Session session, string group) => Of(await session.QueryAsync<Row>(ReadAll, new { group }).ConfigureAwait(false));

    public static async Task<Spoken> OfAsync(Session session, string group, IReadOnlyCollection<string> addresses) =>
        Of(await session.QueryInPortionsAsync<Row, string>(Read, addresses, some => new { group, addresses = some }).ConfigureAwait(false));

    /// <summary>Notes the language of mails of which something was recorded: a greeting in another language, or what somebody forged, changes nothing.</summary>
    public static async Task WriteAsync(Session session, string group, IReadOnlyCollection<JudgedMail> mails)
    {
        var heard = mails.Where(mail => mail.Reading.Mail.Sender is not null && (mail.Verdict.Items.Any(item => item.State == ItemState.Accepted) || mail.Verdict.Answer is { HoldsMail: false }))
            .Select(mail => new Line(group, Texts.FoldAddress(mail.Reading.Mail.Sender!.Email), Texts.Cut(mail.Reading.Language, 20), mail.Taken.ArrivedAt))
            .GroupBy(line => line.Address, StringComparer.Ordinal).Select(lines => lines.Aggregate(Later)).ToList();
        if (heard.Count == 0) return;
        var known = (await session.QueryInPortionsAsync<Row, string>(Read, [.. heard.Select(line => line.Address)], some => new { group, addresses = some }).ConfigureAwait(false))
            .ToDictionary(row => row.FoldedAddress, row => new Line(group, row.FoldedAddress, row.Language, row.WrittenAt), StringComparer.Ordinal);
        await session.ForEachAsync(Insert, [.. heard.Where(line => !known.ContainsKey(line.Address))]).ConfigureAwait(false);
        await session.ForEachAsync(Update, [.. heard.Where(line => known.TryGetValue(line.Address, out var before) && Later(before, line) != before)]).ConfigureAwait(false);
    }

    /// <summary>Mails may be recorded in any order: the newest counts, and of two of one instant always the same.</summary>
    private static Line Later(Line one, Line other) => (one.At, one.Language).CompareTo((other.At, other.Language)) >= 0 ? one : other;

    private static Spoken Of(IEnumerable<Row> rows)
    {
        var spoken = new Spoken();
        foreach (var row in rows) spoken.Put(row.FoldedAddress, row.Language);
        return spoken;
    }

    private sealed record Line(string Group, string Address, string Language, DateTimeOffset At);

    private sealed record Row
    {
        public required string FoldedAddress { get; init; }
        public required string Language { get; init; }
        public required DateTimeOffset WrittenAt { get; init; }
    }

    private static readonly Statement ReadAll = Statement.Of("SELECT FoldedAddress, Language, WrittenAt FROM Speech WHERE GroupKey = @group", "group text");

    private static readonly Statement Read = Statement.Of(
        "SELECT FoldedAddress, Language, WrittenAt FROM Speech WHERE GroupKey = @group AND FoldedAddress IN @addresses", "group text, addresses texts");

    private static readonly RowValue<Line>[] Columns =
    [
        new("GroupKey", "text", row => row.Group),
        new("FoldedAddress", "text", row => row.Address),
        new("Language", "text", row => row.Language),
        new("WrittenAt", "instant", row => row.At),
    ];

    private static readonly RowStatement<Line> Insert = RowStatement<Line>.Insert("Speech", Columns);

    private static readonly RowStatement<Line> Update = RowStatement<Line>.Of(
        "UPDATE Speech SET Language = @Language, WrittenAt = @WrittenAt WHERE GroupKey = @GroupKey AND FoldedAddress = @FoldedAddress", Columns);
}
