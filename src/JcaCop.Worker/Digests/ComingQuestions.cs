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

    /// <summary>Whether a letter that can be stopped must be told now, because the next digest would leave no working day to stop it, and was not told yet.</summary>
    /// <param name="to">Whose digest it is.</param>
    /// <param name="until">A working day after the next digest, UTC.</param>
    public async Task<bool> AnyAsync(Group group, string to, DateTimeOffset until, CancellationToken stop)
    {
        foreach (var letter in await book.ListAsync(group, until, stop))
            if (letter.Key is { } key && !await questions.IsAskedAsync(group.Key, KeyOf(key), to, stop)) return true;
        return false;
    }

    /// <param name="to">Whose digest it is.</param>
    /// <param name="until">What leaves before is told even where it is further off than the days that every digest tells of, UTC.</param>
    public async Task<IReadOnlyList<DigestComing>> AskAsync(Group group, string to, DateTimeOffset now, DateTimeOffset until, CancellationToken stop)
    {
        var told = new List<DigestComing>();
        foreach (var letter in (await book.ListAsync(group, now + Ahead > until ? now + Ahead : until, stop)).Take(MostRows))
            told.Add(new DigestComing(await CodeAsync(group, letter, to, now, stop), new ComingName(letter.Kind, letter.Subject), letter.Last is { } end ? new ZonedSpan(letter.At, end, group.Zone) : new ZonedTime(letter.At, group.Zone), letter.To.Count, letter.Why));
        return told;
    }

    private async Task<string?> CodeAsync(Group group, ComingLetter letter, string to, DateTimeOffset now, CancellationToken stop)
    {
        if (letter.Key is not { } key) return null;
        var token = ReplyToken.New();
        // Once it has left, nothing is asked any more; a letter that is due at once still has its day.
        var until = (letter.Last ?? letter.At) is var last && last > now.AddDays(1) ? last : now.AddDays(1);
        var outcome = await questions.AskAsync(
            new QuestionEntry(0, group.Key, QuestionMatter.Veto, KeyOf(key), null, null, null, letter.Subject.Length == 0
                ? TermWords.English.Letter(letter.Kind)
                : $"{letter.Subject} – {TermWords.English.Letter(letter.Kind)}", [new PreparedAnswer(AnswerWords.Reject, $"preview stop {key}")],
                Answerers.Secretariat, [], now, until),
            new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, until), "calendar", stop);
        return outcome.Problem is null ? token.ToString() : null;
    }

    private static string KeyOf(string letter) => $"stop {letter}";
}
