using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages.Content;

namespace JcaCop.Post.Pages;

/// <summary>One kind of page: its template <c>pages/NAME.hbs</c>, and what that may name.</summary>
internal sealed record PageKind(string Name, LetterShape.Row Shape)
{
    public static readonly PageKind Home = Of<HomePage>("home");
    public static readonly PageKind Meetings = Of<MeetingsPage>("meetings");
    public static readonly PageKind Meeting = Of<MeetingPage>("meeting");
    public static readonly PageKind Documents = Of<DocumentsPage>("documents");
    public static readonly PageKind Representatives = Of<RepresentativesPage>("representatives");
    public static readonly PageKind Liaisons = Of<LiaisonsPage>("liaisons");
    public static readonly PageKind Activities = Of<ActivitiesPage>("activities");
    public static readonly PageKind Participate = Of<ParticipatePage>("participate");

    public static readonly IReadOnlyList<PageKind> All = [Home, Meetings, Meeting, Documents, Representatives, Liaisons, Activities, Participate];

    private static PageKind Of<TContent>(string name)
    {
        var own = (LetterShape.Row)LetterShape.Of(typeof(TContent));
        var head = (LetterShape.Row)LetterShape.Of(typeof(PageHead));
        return new(name, new LetterShape.Row(own.Members.Concat(head.Members).ToDictionary()));
    }
}
