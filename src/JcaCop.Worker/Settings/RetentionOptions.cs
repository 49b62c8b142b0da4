using System.ComponentModel.DataAnnotations;
using JcaCop.Register.Privacy;

namespace JcaCop.Worker.Settings;

/// <summary>How long what is kept, in days. Section <c>Retention</c>. Empty keeps it for good.</summary>
public sealed class RetentionOptions
{
    private const int Longest = 36_500;

    /// <summary>Bytes and readings of mails that no person wrote (bounces, absences, spam). Default one year.</summary>
    [Range(1, Longest)]
    public int? MachineMailDays { get; set; } = 365;

    /// <summary>Bytes and readings of mails of persons, once nothing of them waits. Default five years.</summary>
    [Range(30, Longest)]
    public int? PersonMailDays { get; set; } = 1_826;

    /// <summary>Texts of letters that left. Default five years.</summary>
    [Range(30, Longest)]
    public int? LetterDays { get; set; } = 1_826;

    /// <summary>Addresses and telephone numbers of people whose last seat ended and who are nobody's contact. Default two years.</summary>
    [Range(1, Longest)]
    public int? FormerPersonDays { get; set; } = 730;

    /// <summary>How often an address was answered. Default 30 days.</summary>
    [Range(2, Longest)]
    public int? BudgetDays { get; set; } = 30;

    public RetentionPolicy ToPolicy() => new(Days(MachineMailDays), Days(PersonMailDays), Days(LetterDays), Days(FormerPersonDays), Days(BudgetDays));

    private static TimeSpan? Days(int? days) => days is { } given ? TimeSpan.FromDays(given) : null;
}
