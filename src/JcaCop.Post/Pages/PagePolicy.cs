namespace JcaCop.Post.Pages;

/// <summary>What of the register is published, and where. What is not said here is not published.</summary>
public sealed record PagePolicy
{
    /// <summary>Parts that are written beside the home page and the page on how to take part.</summary>
    public IReadOnlySet<PageSection> Shown { get; init; } = new HashSet<PageSection>(Enum.GetValues<PageSection>());

    /// <summary>Names and functions of persons who hold seats; without them only bodies and capacities are shown.</summary>
    public bool PersonNames { get; init; } = true;

    /// <summary>Mail addresses of persons who hold seats.</summary>
    public bool EmailAddresses { get; init; }

    /// <summary>Where the pages are reached, ending in <c>/</c>; null where nobody told: then there is no site map, and languages do not point to each other for search engines.</summary>
    public string? BaseUrl { get; init; }
}
