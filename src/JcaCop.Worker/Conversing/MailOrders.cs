using System.CommandLine;
using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Conversing;

/// <summary>What one line did.</summary>
/// <param name="Printed">As on the command line.</param>
/// <param name="TookText">Whether it took the text below the orders.</param>
public sealed record OrderOutcome(string Line, bool Done, string Printed, bool TookText = false)
{
    /// <summary>The line is a word on a question, with what was asked: it is told in the reader's language.</summary>
    public bool Worded { get; init; }
}

/// <summary>Runs lines of the secretariat's verbs that came by mail, or that an answer stands for.</summary>
public sealed class MailOrders(IServiceProvider services)
{
    /// <summary>Characters of what one line prints that reach the letter.</summary>
    private const int MostPrinted = 20_000;

    /// <param name="who">Address in whose name it is done.</param>
    /// <param name="below">Text of the mail below its orders; null for none.</param>
    /// <exception cref="Exception">The database or the program failed: nothing may be kept of the whole mail.</exception>
    public async Task<OrderOutcome> RunAsync(string line, Group group, string who, long messageId, string? below, CancellationToken stop)
    {
        if (ServiceWords.Of(line) is { } word)
            return new OrderOutcome(line, true, word == ServiceWord.Help ? string.Join('\n', OrderLines.All.Select(one => $"{one.Usage}\n    {one.Meaning.ByLanguage[LetterLanguages.English]}")) + "\n"
                : "Written alone in a mail it tells what is on record for its sender; 'review list' and 'preview' tell what is open.\n");
        var source = new MailServices(services, who, messageId, group.Key, below);
        var root = VerbList.ByMail(source);
        var parsed = root.Parse([.. CommandLine.Words(line)], CommandLine.WithoutFiles);
        await using var printed = new StringWriter();
        if (OtherGroup(parsed, group) is { } other) return new OrderOutcome(line, false, $"Nothing done: {who} does not speak for the group '{other}'.\n");
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in Mistakes.Of(parsed)) printed.WriteLine(mistake);
            return new OrderOutcome(line, false, printed.ToString());
        }
        try
        {
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration { Output = printed, Error = printed, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
            return new OrderOutcome(line, code == ExitCode.Ok, Cut(printed.ToString()), source.TextTaken);
        }
        catch (Refusal refusal)
        {
            return new OrderOutcome(line, false, refusal.Message + "\n", source.TextTaken);
        }
    }

    /// <summary>Whoever is a secretary of one group orders nothing in another.</summary>
    private static string? OtherGroup(ParseResult parsed, Group group) =>
        parsed.CommandResult.Command.Options.OfType<Option<string?>>().Where(option => option.Name == "--group")
            .Select(option => parsed.Errors.Count == 0 ? parsed.GetValue(option) : null)
            .FirstOrDefault(key => key is not null && !key.Equals(group.Key, StringComparison.OrdinalIgnoreCase));

    private static string Cut(string printed) =>
        printed.Length <= MostPrinted ? printed : new StringBuilder(printed, 0, MostPrinted, MostPrinted + 40).Append("\n[…]\n").ToString();

    private sealed class MailServices(IServiceProvider services, string who, long messageId, string group, string? below) : IServiceSource
    {
        public bool TextTaken { get; private set; }

        public string Who => who;

        public long? MessageId => messageId;

        public string? GroupKey => group;

        public string? TakeTextBelow()
        {
            TextTaken = below is not null;
            return below;
        }

        public Task<int> WithAsync(ParseResult line, RegisterNeed need, Func<IServiceProvider, Task<int>> work, CancellationToken stop) => work(services);
    }
}
