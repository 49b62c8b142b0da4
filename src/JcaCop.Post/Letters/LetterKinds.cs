using JcaCop.Post.Letters.Activities;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Reports;
using JcaCop.Post.Letters.Seats;
using JcaCop.Post.Letters.Secretariat;

namespace JcaCop.Post.Letters;

/// <summary>Every kind of letter that leaves.</summary>
public static class LetterKinds
{
    public static IReadOnlyList<LetterKind> All { get; } =
    [
        LetterKind.Of<Receipt, ReceiptModel>("receipt", ReceiptSamples.All),
        LetterKind.Of<CallLetter>("call", CallSamples.Calls),
        LetterKind.Of<CallReminderLetter>("call-reminder", CallSamples.Reminders),
        LetterKind.Of<CallExtendedLetter>("call-extended", CallSamples.Extensions),
        LetterKind.Of<CallAdjustedLetter>("call-adjusted", CallSamples.Adjustments),
        LetterKind.Of<CallCancelledLetter>("call-cancelled", CallSamples.Cancellations),
        LetterKind.Of<CallClosedLetter>("call-closed", CallSamples.Results),
        LetterKind.Of<CallWaitsLetter>("call-waits", CallSamples.Waits),
        LetterKind.Of<CallUnsentLetter>("call-unsent", CallSamples.Unsent),
        LetterKind.Of<LiaisonAcknowledgementLetter>("liaison-acknowledgement", LiaisonSamples.Acknowledgements),
        LetterKind.Of<LiaisonOutLetter>("liaison-out", LiaisonSamples.Statements),
        LetterKind.Of<LiaisonReminderLetter>("liaison-reminder", LiaisonSamples.Reminders),
        LetterKind.Of<LiaisonRoutedLetter>("liaison-routed", LiaisonSamples.Routings),
        LetterKind.Of<MeetingAnnouncementLetter>("meeting-announcement", MeetingSamples.Announcements),
        LetterKind.Of<MeetingUpdateLetter>("meeting-update", MeetingSamples.Updates),
        LetterKind.Of<MeetingCancelledLetter>("meeting-cancelled", MeetingSamples.Cancellations),
        LetterKind.Of<ContributionsCallLetter>("contributions-call", MeetingSamples.ContributionCalls),
        LetterKind.Of<ContributionReminderLetter>("contribution-reminder", MeetingSamples.ContributionReminders),
        LetterKind.Of<ContributionReceivedLetter>("contribution-received", MeetingSamples.Contributions),
        LetterKind.Of<DocumentsAnnouncementLetter>("documents-announcement", MeetingSamples.Documents),
        LetterKind.Of<ConnectionDetailsLetter>("connection-details", MeetingSamples.Connections),
        LetterKind.Of<LinkMissingLetter>("link-missing", MeetingSamples.MissingLinks),
        LetterKind.Of<ParticipantsListLetter>("participants-list", MeetingSamples.ParticipantLists),
        LetterKind.Of<RegistrationReceiptLetter>("registration-receipt", MeetingSamples.Registrations),
        LetterKind.Of<RegretReceiptLetter>("regret-receipt", MeetingSamples.Regrets),
        LetterKind.Of<ReportRequestLetter>("report-request", ReportSamples.Requests),
        LetterKind.Of<ReportApprovalLetter>("report-approval", ReportSamples.Approvals),
        LetterKind.Of<ReportDistributionLetter>("report-distribution", ReportSamples.Distributions),
        LetterKind.Of<ReportReminderLetter>("report-reminder", ReportSamples.Reminders),
        LetterKind.Of<AnnualReportLetter>("annual-report", ReportSamples.Years),
        LetterKind.Of<ActivityUpdateLetter>("activity-update", ActivitySamples.Updates),
        LetterKind.Of<SeatConfirmationLetter>("seat-confirmation", SeatSamples.Confirmations),
        LetterKind.Of<SeatUnreachableLetter>("seat-unreachable", SeatSamples.Unreachable),
        LetterKind.Of<AnswerNotedLetter>("answer-noted", AnswerSamples.Noted),
        LetterKind.Of<AddressProbeLetter>("address-probe", SeatSamples.Probes),
        LetterKind.Of<AbsenceDeputyLetter>("absence-deputy", SeatSamples.Deputies),
        LetterKind.Of<ItemDecidedLetter, ItemDecidedLetter.View>("item-decided", AnswerSamples.Decisions),
        LetterKind.Of<QuestionLetter, QuestionLetter.View>("question", AnswerSamples.Questions),
        LetterKind.Of<CommandResultLetter>("command-result", AnswerSamples.Commands),
        LetterKind.Of<HelpLetter>("help", AnswerSamples.Help),
        LetterKind.Of<StatusLetter>("status", AnswerSamples.Status),
        LetterKind.Of<ForwardedToOtherOfficerLetter>("forwarded-to-other-officer", AnswerSamples.Forwardings),
        LetterKind.Of<MandateReviewLetter>("mandate-review", SecretariatSamples.Mandates),
        LetterKind.Of<EscalationLetter>("escalation", SecretariatSamples.Escalations),
        LetterKind.Of<ExpiryWarningLetter>("expiry-warning", SecretariatSamples.Expiries),
        LetterKind.Of<HolidayDataLetter>("holiday-data", SecretariatSamples.Holidays),
        LetterKind.Of<HeartbeatMissedLetter>("heartbeat-missed", SecretariatSamples.Heartbeats),
        LetterKind.Of<DigestLetter>("digest", SecretariatSamples.Digests),
    ];

    /// <summary>Kinds of which nobody gets a copy: their letters carry codes that decide in their reader's name, or their Message-ID proves whether the reader's address is reached.</summary>
    public static IReadOnlyCollection<string> ForOneReader { get; } = ["question", "report-approval", "seat-confirmation", "digest", "address-probe"];

    private static readonly Dictionary<string, LetterKind> ByName = All.ToDictionary(kind => kind.Name);

    public static LetterKind Of(string name) => ByName.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no kind of letter '{name}'.", nameof(name));
}
