using System.Globalization;
using JcaCop.Register.Entries;
using Step = JcaCop.Register.Calendar.ReminderStep;

namespace JcaCop.Worker.Reminders;

/// <summary>What a coming reminder is called.</summary>
internal static class ReminderKey
{
    /// <summary>
    /// Names one step to one deadline of all that follows from an entry: <c>call-12-2012-08-22-7</c>. A deadline that moves brings other steps.
    /// An announced contribution is asked of whoever announced it, and each is its own letter: <c>document-4-2012-08-22-3</c>.
    /// </summary>
    public static string Of(ObligationEntry owed, Step step) => string.Create(CultureInfo.InvariantCulture,
        $"{Subject(owed)}-{owed.Deadline!.At:yyyy-MM-dd}-{(step.Escalates ? "late" : "")}{Math.Abs(step.DaysBefore)}");

    private static string Subject(ObligationEntry owed) => owed is { Matter: ObligationMatter.SendContribution, DocumentId: { } document }
        ? string.Create(CultureInfo.InvariantCulture, $"document-{document}") : string.Create(CultureInfo.InvariantCulture, $"{owed.OfKind.ToString().ToLowerInvariant()}-{owed.Of}");

    /// <summary>The kind of letter that reminds of it.</summary>
    public static string KindOf(ObligationMatter matter) => matter switch
    {
        ObligationMatter.AnswerCall => "call-reminder",
        ObligationMatter.AnswerLiaison => "liaison-reminder",
        ObligationMatter.SendContribution => "contribution-reminder",
        ObligationMatter.ConfirmSeat => "seat-confirmation",
        ObligationMatter.ReviewMandate => "mandate-review",
        _ => "report-reminder",
    };
}
