using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells whether a person must read the mail: a question, a complaint, a request beyond the items, a contradiction, a doubt.</summary>
public static class Attention
{
    private const int LongestPassage = 160;

    private const int DenialReach = 40;

    private const string LooksLikeAnswer = "looks like an answer, but nothing was found";
    private const string NothingToRecord = "says something that is nothing to record";
    private const string NotRead = "nothing was found, and this was not read";
    private const string PartOfChange = "a part of the change was not read";
    private const string NoContribution = "a contribution will not come";

    private const string AnswersInvitation = "answers an invitation to take part";

    private const string ReplacesEarlier = "replaces what was sent before";
    private const string AsksForMoreTime = "asks for more time";

    private static readonly string[] Asking = ["question:", "request:", "complaint:", AsksForMoreTime];

    /// <returns>The reasons, each with the passage that gave it; empty where nobody need look.</returns>
    public static IReadOnlyList<string> Reasons(ItemContext context, IReadOnlyList<Item> items)
    {
        var reasons = new List<string>();
        var asked = items.Any(item => item is Questionnaire);
        var liaison = items.Any(item => item is Liaison);
        var reasoned = items.Any(static item => item is Position { Taken: PositionTaken.Objection or PositionTaken.Comment });
        foreach (var utterance in context.Utterances)
            // a numbered reason of an objection asks for nothing beside it ("no interpretation is foreseen");
            // "her post is wrong, it should read …": what was read of it is no complaint
            if (Reason(context, utterance, asked, liaison) is { } reason && !(reason == "complaint" && Corrects(items, utterance.Span))
                    && !(reasoned && reason == "request" && utterance.Block is Listing) && !Settled.Is(context, items, utterance.Span, reason))
                reasons.Add($"{reason}: {Passage(context.Text, utterance.Span)}");
            else if (!liaison && !asked && items.Count > 0 && !items.Any(static item => item is Position or Report)
                    && PleasBeside.Of(context, utterance.Span) is { } plea)
                reasons.Add($"{plea}: {Passage(context.Text, utterance.Span)}");
        if (reasons.Count == 0 && OpenPleas.MayStand(context, items))
            foreach (var utterance in context.Utterances)
                if (!context.Matters.Any(Matter.Courtesy, utterance.Span) && OpenPleas.Is(context, utterance.Span)) { reasons.Add($"request: {Passage(context.Text, utterance.Span)}"); break; }
        // On two circulars two stances may be taken: which is which waits as the answer to both.
        if (items.OfType<Position>().FirstOrDefault(static position => position.Signs.Contains(PositionReader.Mixed)) is { Evidence: [var stance, ..] }
            && Circulars.Find(context.Text).Select(static cited => cited.Value).Distinct(StringComparer.Ordinal).Count() < 2) reasons.Add($"supports one part and objects to another: {stance.Text}");
        if (liaison && Liaisons.Doubt(context.Mail) is { } doubt) reasons.Add(doubt);
        if (Counted.Contradiction(context, items) is { } counted) reasons.Add($"text and list disagree: {counted}");
        if (CorrectionRest.Find(context, items) is { } rest) reasons.Add(LeftOf(context, rest));
        if (!asked && !liaison && UnreadAnswer(context, items) is { } answer) reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, answer)}");
        if (!asked && !liaison && items.Count > 0 && reasons.Count == 0 && AnswerRest.Find(context, items) is { } more) reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, more)}");
        if (reasons.Count == 0 && !liaison && UnreadReplacement(context, items) is { } replaced) reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, replaced)}");
        if (items.Count > 0 && !asked && !liaison && Unlisted.Find(context, items) is { } over) reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, over)}");
        if (reasons.Count == 0 && !asked && !liaison && UnreadRows.Find(context, items) is { } row) reasons.Add($"{LooksLikeAnswer}: {(row.Length > LongestPassage ? row[..LongestPassage] : row)}");
        if (CalendarReply.Open(context.Mail) is { } open) reasons.Add(open);
        if (items.Count == 0) Unread(context, reasons);
        return reasons;
    }

    /// <summary>An answer that names somebody, or tells an address or number, below a quoted question about the writer, of which nothing was read.</summary>
    private static TextSpan? UnreadAnswer(ItemContext context, IReadOnlyList<Item> items)
    {
        foreach (var (answer, question) in QuotedQuestions.Answered(context))
            if ((Conversations.Asks(question) || Conversations.AsksNumber(question)) && !items.Any(item => item.Evidence.Any(said => said.Source is null && answer.Contains(said.Offset)))
                    && (context.Emails.AnyFrom(answer.Start, answer.End) || Parts.PhoneNumbers.Find(context.Text, answer).Count > 0 || NamesIn.Find(context, answer.Start, answer.End).Count > 0))
                return answer;
        return null;
    }

    /// <summary>"From 1 March I replace her": somebody comes for somebody, and what was read of the mail seats or registers nobody.</summary>
    private static TextSpan? UnreadReplacement(ItemContext context, IReadOnlyList<Item> items)
    {
        if (items.Count == 0 || items.Any(item => item is Representative or Registration or Regret or Withdrawal or Nomination)) return null;
        foreach (var utterance in context.Utterances) if (utterance.Block is Paragraph && Pronouns.In(context, utterance.Span) is not null) return utterance.Span;
        return null;
    }

    /// <summary>The reason of a statement of which only a part was read.</summary>
    internal static string LeftOf(ItemContext context, TextSpan rest) => $"{PartOfChange}: {Passage(context.Text, rest)}";

    /// <summary>The reason of a sentence beside answers that speaks of a question and answers none.</summary>
    internal static string Beside(string sentence) => $"{LooksLikeAnswer}: {(sentence.Length > LongestPassage ? sentence[..LongestPassage] : sentence)}";

    private static bool Corrects(IReadOnlyList<Item> items, TextSpan span) =>
        items.Any(item => item is Correction && item.Evidence.Any(one => one.Source is null && span.Contains(one.Offset)));

    /// <summary>Whether a reason says that the mail may answer something, in words or in a file that were not understood: not a question, a request or a complaint.</summary>
    public static bool MayAnswer(string reason) => Hints(reason) || IsOfInvitation(reason) || reason.StartsWith(NothingToRecord, StringComparison.Ordinal);

    /// <summary>Whether it says that a contribution will not come.</summary>
    public static bool Declines(string reason) => reason.StartsWith(NoContribution, StringComparison.Ordinal);

    /// <summary>Whether it says that what was sent before holds no more.</summary>
    public static bool Supersedes(string reason) => reason.StartsWith(ReplacesEarlier, StringComparison.Ordinal);

    /// <summary>Whether it says that of a change in several parts one was not read.</summary>
    public static bool LeavesPart(string reason) => reason.StartsWith(PartOfChange, StringComparison.Ordinal);

    /// <summary>Whether it says that an invitation to take part is answered: once that is recorded, nobody need look.</summary>
    public static bool IsOfInvitation(string reason) => reason.StartsWith(AnswersInvitation, StringComparison.Ordinal);

    /// <summary>Whether it says that somebody needs more time for an answer.</summary>
    public static bool AsksForTime(string reason) => reason.StartsWith(AsksForMoreTime, StringComparison.Ordinal);

    /// <summary>Whether it is a question, a request or a complaint, and no answer.</summary>
    public static bool OnlyAsks(string reason) => Array.Exists(Asking, asks => reason.StartsWith(asks, StringComparison.Ordinal));

    /// <summary>Whether it puts something forward, or carries what was not opened.</summary>
    public static bool Hints(string reason) => reason.StartsWith(LooksLikeAnswer, StringComparison.Ordinal) || reason.StartsWith(NotRead, StringComparison.Ordinal);

    private static string? Reason(ItemContext context, Utterances.Utterance utterance, bool questionnaire, bool liaison)
    {
        var words = context.Matters;
        var span = utterance.Span;
        if (words.Any(Matter.Instructs, span)) return "words to the program";
        if (liaison) return null;
        if (words.Any(Matter.Supersedes, span)) return ReplacesEarlier;
        if (words.Any(Matter.Courtesy, span) || Thanks.IsPleasantry(context, span)) return null;
        if (questionnaire && Repeats(context.Text, span)) return null;
        if (utterance.Block is Form or Listing && context.Text.AsSpan(span.Start, span.Length).IndexOfAny('?', '؟', '？') is >= 0 and var mark && IsDenied(context.Text, span.Start + mark)) return null;
        // "Could you grant us more time until 30 June?": a question by its sign, and the writer is not reminded while it waits
        if (!(questionnaire && utterance.Block is not Paragraph) && IsQuestion(context.Text, span)) return MoreTime.IsAsked(context, span) ? AsksForMoreTime : "question";
        // "Answers to the questions:" announces them.
        if (questionnaire && QuestionnaireWords.HeadsAnswers(context.Text.Substring(span.Start, span.Length)) && !context.Matters.Any(Matter.Pleads, span)) return null;
        if (questionnaire && (utterance.Block is Table or Listing or Form || context.Text.AsSpan(span.Start, span.Length).TrimEnd() is [.., ':' or '：'])) return null;
        if (MoreTime.IsAsked(context, span) && !Thanks.Stances.Any(stance => words.Any(stance, span))) return AsksForMoreTime; // "no objection to the extension"
        if (IsAsked(context, span) || Asks(context, span) && words.Any(Matter.Pleads, span)) return "question";
        if (Complains(context, span) && !Apologies.FindAll(context.Marked.Folded).Exists(hit => span.Start <= hit.Start && hit.End <= span.End)) return "complaint";
        if (Tagging.OnlySaid.Says(context, span)) return "complaint"; // "your website says that she represents us"
        if (words.Any(Matter.Remove, span) && PleasBeside.NamesList(context, span)) return "request";
        if (words.Any(Matter.Remove, span) && context.Emails.AnyFrom(span.Start, span.End) && words.Any(Matter.Pleads, span) && NamesIn.Find(context, span.Start, span.End).Count == 0) return "request";
        if (words.Any(Matter.Requests, span) && Pleads(context, span) && !words.Any(Matter.NotNeeded, span) && !IsEmptyField(context, utterance)) return "request";
        if (ContributionDecline.Withdraws(context, span)) return "a contribution is withdrawn";
        if (ContributionDecline.Is(context, span)) return NoContribution;
        return IsConditional(context, span) ? "condition" : null;
    }

    /// <summary>Words that ask; not "por si nos pueden tomar en cuenta", which says what something is sent for.</summary>
    private static bool IsAsked(ItemContext context, TextSpan span)
    {
        foreach (var asks in context.Matters.Within(Matter.Asks, span.Start, span.End))
        {
            var before = Folding.Plain(context.Text[span.Start..asks.Start]).TrimEnd();
            if (!Array.Exists(InCase, lead => before.EndsWith(lead, StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private static readonly string[] InCase = [.. LexiconFile.Words("grammar", "inCase").Select(static words => Folding.Plain(words))];

    /// <summary>Words of complaint; not 第三次 where it counts meetings: 第三次会议.</summary>
    private static bool Complains(ItemContext context, TextSpan span)
    {
        foreach (var words in context.Matters.Within(Matter.Complains, span.Start, span.End))
            if (!Folding.IsHan(context.Text[words.End - 1])
                || context.Matters.First(Matter.Meeting, words.Start, Math.Min(context.Text.Length, words.End + LongestMeeting)) is not { } meeting || meeting.End <= words.End) return true;
        return false;
    }

    /// <summary>全体会议.</summary>
    private const int LongestMeeting = 4;

    /// <summary>"We apologize for the inconvenience": the writer's own.</summary>
    private static readonly PhraseIndex<bool> Apologies = new(LexiconFile.Words("grammar", "apology").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>A verb of telling behind which no statement follows: "please let Geneva know that Ida Holm …" asks nothing.</summary>
    private static bool Asks(ItemContext context, TextSpan span)
    {
        foreach (var verb in context.Matters.Within(Matter.AskVerb, span.Start, span.End))
        {
            var behind = Folding.Plain(context.Text.Substring(verb.End, Math.Min(ThatReach, span.End - verb.End)));
            if (!Array.Exists(That, that => behind.Contains(that, StringComparison.Ordinal)) || Array.Exists(What, what => behind.Contains(what, StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private const int ThatReach = 45;

    /// <summary>Words that lead to a statement, and those that lead to a question, folded and between blanks.</summary>
    private static readonly string[] That = [.. LexiconFile.Words("grammar", "that").Select(Spaced)], What = [.. LexiconFile.Words("grammar", "what").Select(Spaced)];

    private static string Spaced(string words) => " " + Folding.Plain(words) + " ";

    /// <summary>A plea that its clause does not deny: "none of them needs a visa letter".</summary>
    private static bool Pleads(ItemContext context, TextSpan span)
    {
        foreach (var plea in context.Matters.Within(Matter.Pleads, span.Start, span.End))
            if (!Denials.Before(context, Math.Max(span.Start, plea.Start - DenialReach), plea.Start)) return true;
        return false;
    }

    /// <summary>"Dietary needs: none": a field of a form that is answered by nothing asks nothing.</summary>
    private static bool IsEmptyField(ItemContext context, Utterances.Utterance utterance)
    {
        if (utterance.Block is not Form form || form.Fields.FirstOrDefault(field => field.LabelSpan.Start == utterance.Span.Start) is not { Value.IsEmpty: false } field) return false;
        return context.Marked.At(Word.Nil, field.Value.Start) is { } nothing && nothing.End >= field.Value.End - 1;
    }

    /// <summary>A line of the questionnaire, copied with its number above the answer.</summary>
    private static bool Repeats(string text, TextSpan span)
    {
        var line = text.LastIndexOf('\n', span.Start) + 1;
        while (line < span.End && char.IsWhiteSpace(text[line])) line++;
        var end = text.IndexOf('\n', line);
        return QuestionMarker.At(text, line, end < 0 ? text.Length : end) is not null;
    }

    /// <summary>A question mark that ends a sentence: not one inside a web address or a quoted title.</summary>
    private static bool IsQuestion(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] is '؟' or '？' or '¿' && !IsDenied(text, i)) return true;
            if (text[i] == '?' && (i + 1 >= span.End || !char.IsLetterOrDigit(text[i + 1]) && text[i + 1] is not ('=' or '&'))) return true;
        }
        return false;
    }

    /// <summary>"Do you need a visa? No": a form asks, and the same line says that nothing is needed.</summary>
    private static bool IsDenied(string text, int mark)
    {
        var close = text.IndexOf('?', mark); // of "¿"
        var from = text[mark] == '¿' && close > 0 ? close + 1 : mark + 1;
        var end = text.IndexOf('\n', from);
        return Noes.Contains(Folding.Plain(text[from..(end < 0 ? text.Length : end)]).Trim());
    }

    private static readonly HashSet<string> Noes = [.. LexiconFile.Words("grammar", "no").Select(static word => Folding.Plain(word).Trim())];

    /// <summary>Something is put forward that may or may not come.</summary>
    private static bool IsConditional(ItemContext context, TextSpan span)
    {
        var passage = Items.Passage.Of(context.Marked, span);
        var uncertain = context.Matters.Any(Matter.Uncertain, span) || Utterances.AwaitsLeave(context, span) || Suppositions.Opens(context, span);
        if (!uncertain && (passage.Moods & Moods.Conditional) == 0) return false;
        return (passage.Intents & (Intents.Nominate | Intents.Designate | Intents.Register)) != 0 || context.Matters.Any(Matter.Attend, span) || context.Matters.Any(Matter.AttendSelf, span)
            || context.Matters.Any(Matter.AttendNoun, span) || uncertain && (NamesIn.Find(context, span.Start, span.End).Count > 0
                || ActivityWords.Find(context.Text.Substring(span.Start, span.Length)).Exists(static hit => ActivityWords.IsHeld(hit.Value)));
    }

    /// <summary>A mail without items that means something all the same: it puts something forward, or carries what could not be opened.</summary>
    private static void Unread(ItemContext context, List<string> reasons)
    {
        foreach (var file in context.Mail.Attachments)
            if (file.Listed && string.IsNullOrWhiteSpace(file.Text)) { reasons.Add($"{NotRead}: {file.Name}{(file.Problem is null ? "" : $" ({file.Problem})")}"); return; }
        // "We thank you for the invitation and are pleased to take part in the work": no mere thanks, whoever was invited.
        if (reasons.Count == 0 && InvitationReader.Find(context) is { } joins) { reasons.Add($"{AnswersInvitation}: {Passage(context.Text, joins.Span)}"); return; }
        foreach (var passage in context.Passages)
            if (passage.Does(Intents.Nominate | Intents.Designate | Intents.Replace | Intents.Withdraw) && (passage.Moods & Moods.Past) == 0 && !context.Matters.Any(Matter.Receipt, passage.Span)
                && reasons.Count == 0 && !context.Passages.Any(other => (other.Moods & Moods.Negated) != 0 || context.Matters.Any(Matter.Denial, other.Span)))
            {
                reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, passage.Span)}");
                return;
            }
        // "1. Yes. 2. No.": to whatever was asked.
        if (reasons.Count == 0 && NumberedAnswers.Read(context.Text) is { Responses.Count: >= 2, Start: >= 0 and var start })
        {
            reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, TextSpan.FromBounds(start, context.Text.Length))}");
            return;
        }
        // "No longer represents us" denies nothing that was asked: somebody is to be taken off, and nothing was read of it.
        if (reasons.Count == 0 && context.Utterances.FirstOrDefault(utterance => utterance.Block is Paragraph && Removes(context, utterance.Span)) is { Block: not null } taken)
        {
            reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, taken.Span)}");
            return;
        }
        // "Thank you in advance for registering Ms Holm for the meeting of 14 May": thanks that ask for something.
        if (reasons.Count == 0 && context.Utterances.FirstOrDefault(utterance => utterance.Block is Paragraph && Registers(context, utterance.Span)) is { Block: not null } thanks)
        {
            reasons.Add($"{LooksLikeAnswer}: {Passage(context.Text, thanks.Span)}");
            return;
        }
        if (reasons.Count == 0 && (context.Meets is not null || DeclineReader.Read(context, []).Count == 0) && Telling(context) is { } said) reasons.Add($"{NothingToRecord}: {Passage(context.Text, said.Span)}");
    }

    /// <summary>The first statement that is no greeting, no courtesy and no receipt, and that says something: a mail that is filed without being read must hold none.</summary>
    private static Utterances.Utterance? Telling(ItemContext context)
    {
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (!Thanks.IsGreeting(context, span) && !Thanks.IsThanks(context, span)) return utterance;
        }
        return null;
    }

    /// <summary>A statement that somebody or something named is to be removed.</summary>
    private static bool Removes(ItemContext context, TextSpan span) => context.Matters.Any(Matter.Remove, span) && !context.Matters.Any(Matter.Receipt, span)
        && (NamesIn.Find(context, span.Start, span.End).Count > 0 || context.Matters.Any(Matter.SeatNoun, span) || context.Matters.Any(Matter.CandidateNoun, span));

    /// <summary>A statement that speaks of somebody's coming to a meeting, by name.</summary>
    private static bool Registers(ItemContext context, TextSpan span) =>
        (context.Matters.Any(Matter.AttendNoun, span) || context.Matters.Any(Matter.Attend, span)) && context.Meets is { } meets && meets.Covers(span)
        && !context.Marked.Any(Word.Past, span.Start, span.End) && NamesIn.Find(context, span.Start, span.End).Count > 0;

    private static string Passage(string text, TextSpan span) => MailLayout.Unwrap(text.Substring(span.Start, Math.Min(span.Length, LongestPassage))).Trim();
}
