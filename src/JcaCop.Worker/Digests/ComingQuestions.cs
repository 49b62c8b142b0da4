using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;

namespace JcaCop.Worker.Digests;

/// <summary>What goes out next, as a digest tells it: each letter that can be stopped is a question, and one word with the code of its line stops it.</summary>
internal sealed class ComingQuestions(ComingBook book, QuestionStore questions)
{
    private const int MostRows = 40;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Whether a letter that can be stopped leaves before the next digest: it must be told now, or nobody can stop it.</summary>
    /// <param name="next">When the next digest is due, UTC.</param>
    public async Task<bool> AnyAsync(Group group, DateTimeOffset next, CancellationToken stop) =>
        (await book.ListAsync(group, next, stop)).Any(letter => letter.Key is not null);

    /// <param name="to">Whose digest it is.</param>
    public async Task<IReadOnlyList<DigestComing>> AskAsync(Group group, string to, DateTimeOffset now, CancellationToken stop)
    {
        var told = new List<DigestComing>();
        foreach (var letter in (await book.ListAsync(group, now + Ahead, stop)).Take(MostRows))
            told.Add(new DigestComing(await CodeAsync(group, letter, to, now, stop), new ComingName(letter.Kind, letter.Subject), new ZonedTime(letter.At, group.Zone), letter.To.Count, letter.Why));
        return told;
    }

    private async Task<string?> CodeAsync(Group group, ComingLetter letter, string to, DateTimeOffset now, CancellationToken stop)
    {
        if (letter.Key is not { } key) return null;
        var token = ReplyToken.New();
        // Once it has left, nothing is asked any more; a letter that is due at once still has its day.
        var until = letter.At > now.AddDays(1) ? letter.At : now.AddDays(1);
        var outcome = await questions.AskAsync(
            new QuestionEntry(0, group.Key, QuestionMatter.Veto, $"stop {key}", null, null, null, letter.Subject.Length == 0
                ? TermWords.English.Letter(letter.Kind)
                : $"{letter.Subject} – {TermWords.English.Letter(letter.Kind)}", [new PreparedAnswer(AnswerWords.Reject, $"preview stop {key}")],
                Answerers.Secretariat, [], now, until),
            new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, until), "calendar", stop);
        return outcome.Problem is null ? token.ToString() : null;
    }
}
