using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"economista de la", "مستشار قانوني في": a preposition and an article at the end of a post led to the house, and are no part of it.</summary>
internal static class PostEnds
{
    private const int MostJoints = 5;

    private static readonly WordSet Joints = LexiconFile.Set("grammar", "jointBehindPost");

    /// <returns>The same where the post ends in another word, or would be nothing else.</returns>
    public static Found? Of(Found? post)
    {
        if (post is null) return null;
        var end = post.Value.Length;
        for (var joints = 0; joints < MostJoints; joints++)
        {
            var blank = post.Value.LastIndexOf(' ', Math.Max(0, end - 1), end);
            if (blank <= 0 || char.IsUpper(post.Value[blank + 1]) || !Joints.Contains(post.Value.AsSpan(blank + 1, end - blank - 1))) break;
            end = blank;
        }
        // of words that stand on two lines the value has fewer characters than its passage
        return end == post.Value.Length ? post : post with { Value = post.Value[..end], Length = Math.Min(post.Length, end) };
    }
}
