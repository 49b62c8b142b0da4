using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The signs that all pieces of one sentence, entry, field or cell share: what its words do, what introduces it, what the mail answers.</summary>
internal sealed class PlaceSigns
{
    /// <summary>What was said so far above still speaks.</summary>
    private const int Above = 220;

    private const int LongestLeadIn = 500;
    private const int LeadInWords = 8;

    private static readonly Matter[] Spoken =
        [Matter.Attend, Matter.AttendSelf, Matter.Absent, Matter.AbsentSelf, Matter.AttendNoun, Matter.Dispatch, Matter.Remote, Matter.InPerson, Matter.Delegation, Matter.Meeting,
        Matter.Remove, Matter.Leaves, Matter.Change, Matter.Renamed, Matter.Becomes, Matter.Old, Matter.NewMark, Matter.Former, Matter.Unchanged, Matter.Asks, Matter.Courtesy,
        Matter.Send, Matter.Contribution, Matter.CandidateNoun, Matter.SeatNoun];

    private static readonly (Matter Kind, string Here, string LeadIn)[] Matters = [.. Spoken.Select(kind => (kind, "matter=" + kind, "leadMatter=" + kind))];
    private static readonly (Intents Intent, string Before, string LeadIn, string Subject)[] IntentNames =
        [.. Enum.GetValues<Intents>().Where(intent => intent != Intents.None).Select(intent => (intent, "above=" + intent, "lead=" + intent, "subject=" + intent))];
    private static readonly (Moods Mood, string Here, string LeadIn)[] MoodNames = [.. Enum.GetValues<Moods>().Where(mood => mood != Moods.None).Select(mood => (mood, "mood=" + mood, "leadMood=" + mood))];
    private static readonly (Word Kind, string Name)[] LeadWords =
        [.. new[] { Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Organization }.Select(kind => (kind, "leadWord=" + kind))];

    private readonly ItemContext context;
    private readonly List<string> ofMail = [];

    public PlaceSigns(ItemContext context)
    {
        this.context = context;
        ofMail.Add("circular=" + (context.Answers.Circular ?? "-"));
        if (context.Answers.Meeting is not null) ofMail.Add("meeting");
        if (context.Answers.Liaison is not null) ofMail.Add("liaison");
        if (context.Source is not null) ofMail.Add("attachment");
        var subject = Passage.Of(new MarkedText(context.Mail.Subject), new TextSpan(0, context.Mail.Subject.Length)).Intents;
        foreach (var (intent, _, _, name) in IntentNames) if ((subject & intent) != 0) ofMail.Add(name);
    }

    public void Add(SignList signs, Place place)
    {
        foreach (var sign in place.Signs ??= Of(place)) signs.Add(sign);
    }

    private List<string> Of(Place place)
    {
        var origin = place.Origin.ToString();
        List<string> signs = ["origin=" + origin, $"label={place.Label}&{origin}"];
        foreach (var sign in ofMail)
        {
            signs.Add(sign);
            signs.Add($"{sign}&{origin}");
        }
        if (place.LabelWords is { } label) signs.Add("labelWords=" + Folding.Plain(label).Trim());
        if (place.Origin == DraftOrigin.List) signs.Add("depth=" + place.Depth);
        foreach (var (kind, name, _) in Matters) if (context.Matters.Any(kind, place.Span)) signs.Add(name);
        var passage = Passage.Of(context.Marked, place.Span);
        foreach (var (mood, name, _) in MoodNames) if ((passage.Moods & mood) != 0) signs.Add(name);
        if (Oneself.IsOurs(context, place.Span.Start, place.Span.End)) signs.Add("ours");
        var above = Passage.Of(context.Marked, TextSpan.FromBounds(Math.Max(0, place.Span.Start - Above), place.Span.Start)).Intents;
        foreach (var (intent, name, _, _) in IntentNames) if ((above & intent) != 0) signs.Add(name);
        if (place.LeadIn is { Length: < LongestLeadIn } leadIn) LeadIn(signs, leadIn);
        else signs.Add("noLead");
        return signs;
    }

    private void LeadIn(List<string> signs, TextSpan leadIn)
    {
        var last = SentenceSplitter.Split(context.Text, leadIn) is [.., var sentence] ? sentence : leadIn;
        var passage = Passage.Of(context.Marked, last);
        foreach (var (intent, _, name, _) in IntentNames) if ((passage.Intents & intent) != 0) signs.Add(name);
        foreach (var (mood, _, name) in MoodNames) if ((passage.Moods & mood) != 0) signs.Add(name);
        foreach (var (kind, name) in LeadWords) if (context.Marked.Any(kind, leadIn.Start, leadIn.End)) signs.Add(name);
        foreach (var (kind, _, name) in Matters) if (context.Matters.Any(kind, leadIn)) signs.Add(name);
        if (Sections.IsActivities(context.Marked, leadIn)) signs.Add("leadActivities");
        if (Sections.IsOrganizations(context.Marked, leadIn)) signs.Add("leadOrganizations");
        foreach (var word in new TextWords(context.Text, leadIn).Before(leadIn.End, leadIn.Start).Take(LeadInWords)) signs.Add("leadIn=" + word);
    }
}
