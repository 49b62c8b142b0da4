using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Pages.Content;

/// <summary>One language of the page in hand.</summary>
/// <param name="Path">From the page itself.</param>
/// <param name="Url">Whole address; null where the base is not known.</param>
internal sealed record LanguageVersion(BareText Code, BareText Direction, BareText Name, BareText Path, BareText? Url, bool Current);

/// <summary>Which parts there are to go to.</summary>
internal sealed record ShownParts(bool Meetings, bool Documents, bool Representatives, bool Liaisons, bool Activities);

/// <summary>What stands around every page, and what every page may name.</summary>
internal sealed record PageHead
{
    public required BareText Language { get; init; }

    public required BareText Direction { get; init; }

    public required PageSection At { get; init; }

    public required string Group { get; init; }

    public required LocalText FullName { get; init; }

    public required string Address { get; init; }

    public required BareText Mailto { get; init; }

    /// <summary>The way from the page to the folder of all pages, ending in <c>/</c>.</summary>
    public required BareText Root { get; init; }

    public required ShownParts Shows { get; init; }

    public required IReadOnlyList<LanguageVersion> Versions { get; init; }

    /// <summary>Whole address of the page; null where the base is not known.</summary>
    public BareText? Canonical { get; init; }

    /// <summary>Whole address of the page for readers of any language; null where the base is not known.</summary>
    public BareText? AnyLanguage { get; init; }

    /// <summary>Set by <see cref="PageWriter"/> from the sentences of the page.</summary>
    public BareText? PageTitle { get; init; }

    public BareText? Description { get; init; }

    public BareText? FeedTitle { get; init; }
}
