using System.Globalization;
using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries.Calls;

/// <summary>What it means where an addressee of a consultation sends nothing.</summary>
public enum SilenceMeaning
{
    /// <summary>Nothing: only replies count.</summary>
    Nothing,
    /// <summary>Consent (Rec. ITU-T A.1, 2.2.2).</summary>
    Approval,
}

/// <summary>Of what a share is taken.</summary>
public enum ShareBase
{
    /// <summary>Of the replies that count.</summary>
    Replies,
    /// <summary>Of all who are eligible.</summary>
    Eligible,
}

/// <summary>By which rule a consultation is decided. Every part is a parameter of the call (DESIGN, 4).</summary>
/// <param name="Silence">Whether silence counts as approval or as nothing.</param>
public sealed record DecisionRule(SilenceMeaning Silence)
{
    /// <summary>Sorts of members that decide; empty: all addressees do.</summary>
    public IReadOnlyList<MemberSort> Eligible { get; init; } = [];

    /// <summary>Replies needed, as a number; null where no number is.</summary>
    public int? QuorumCount { get; init; }

    /// <summary>Replies needed, as a share of the eligible, 0 to 1; null where no share is.</summary>
    public decimal? QuorumShare { get; init; }

    /// <summary>Share of approvals needed, 0 to 1, reached when equal; null: more approvals than objections suffice.</summary>
    public decimal? Share { get; init; }

    public ShareBase ShareOf { get; init; }

    /// <summary>Where silence counts as nothing and nobody replies at all: true approves.</summary>
    public bool NoReplyApproves { get; init; }

    /// <summary>An objection, or a comment that asks for a change, stops the approval, whatever the shares.</summary>
    public bool CommentsBlock { get; init; } = true;

    /// <summary>Calendar days by which comments that stop an approval put the closing off; null: they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // left out, it would be read back as the usual 28 days
    public int? ExtensionDays { get; init; } = 28;

    /// <summary>How often it may be put off so.</summary>
    public int MostExtensions { get; init; } = 1;

    /// <summary>Replies after the closing date count without the secretariat's word.</summary>
    public bool LateCounts { get; init; }

    /// <summary>The rule of Rec. ITU-T A.1, 2.2.2: silence is consent, substantive comments are answered by four more weeks.</summary>
    public static DecisionRule ConsentBySilence { get; } = new(SilenceMeaning.Approval);

    /// <summary>The rule in words, one part after the other, for the calculation sheet.</summary>
    public string Describe()
    {
        var parts = new List<string>
        {
            Silence == SilenceMeaning.Approval ? "silence counts as approval" : "silence counts as nothing" + (NoReplyApproves ? "; no reply at all approves" : ""),
            Eligible.Count == 0 ? "all addressees decide" : string.Join("; ", Eligible.Select(Deciding)),
        };
        if (QuorumCount is { } count) parts.Add(count == 1 ? "at least one reply" : string.Create(CultureInfo.InvariantCulture, $"at least {count} replies"));
        if (QuorumShare is { } quorum) parts.Add($"replies of at least {Percent(quorum)} of the eligible");
        parts.Add(Share is { } share ? $"approval by {Percent(share)} of {(ShareOf == ShareBase.Replies ? "the replies" : "the eligible")}" : "more approvals than objections");
        parts.Add(!CommentsBlock ? "comments do not stop it" : ExtensionDays is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"substantive comments put it off by {days} days, {(MostExtensions == 1 ? "once" : $"at most {MostExtensions} times")}")
            : "substantive comments stop it");
        parts.Add(LateCounts ? "late replies count" : "late replies do not count unless the secretariat says so");
        return string.Join("; ", parts);
    }

    private static string Deciding(MemberSort sort) => sort switch
    {
        MemberSort.Administration => "administrations decide",
        MemberSort.SectorMember => "sector members decide",
        MemberSort.Group => "groups decide",
        _ => "external bodies decide",
    };

    internal static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
