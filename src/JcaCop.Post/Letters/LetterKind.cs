using System.Reflection;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters;

/// <summary>One kind of letter: its folder under <c>Templates</c>, what its template may name, and letters of it that show what it looks like.</summary>
public sealed class LetterKind
{
    private LetterKind(string name, Type view, IReadOnlyList<LetterSample> samples)
    {
        Name = name;
        Samples = samples;
        var row = (LetterShape.Row)LetterShape.Of(view);
        var common = (LetterShape.Row)LetterShape.Of(typeof(LetterSender));
        Shape = new LetterShape.Row(row.Members.Concat(common.Members).ToDictionary());
    }

    public string Name { get; }

    public IReadOnlyList<LetterSample> Samples { get; }

    internal LetterShape.Row Shape { get; }

    internal static LetterKind Of<TLetter>(string name, params IReadOnlyList<LetterSample> samples) where TLetter : Letter => new(name, typeof(TLetter), samples);

    /// <summary>A kind that gives its template something else than itself.</summary>
    internal static LetterKind Of<TLetter, TView>(string name, params IReadOnlyList<LetterSample> samples) where TLetter : Letter => new(name, typeof(TView), samples);
}
