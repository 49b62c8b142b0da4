using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Pages.Content;

/// <summary>A group in one language.</summary>
/// <param name="Self">The language's name in itself.</param>
/// <param name="Invite">What there is to see, in that language.</param>
internal sealed record StartChoice(BareText Code, BareText Direction, BareText Path, string Self, string FullName, string Invite);

internal sealed record StartGroup(string Acronym, IReadOnlyList<StartChoice> Choices);

/// <summary>The page on which a reader chooses a language. Each choice is written in its own language.</summary>
/// <param name="Versions">Of the only group; empty where there are several, whose home pages are no versions of this one.</param>
internal sealed record StartPage(BareText Language, BareText Direction, BareText PageTitle, BareText Description, BareText Root, BareText? Canonical,
    IReadOnlyList<LanguageVersion> Versions, IReadOnlyList<StartGroup> Groups)
{
    public bool Several => Groups.Count > 1;
}
