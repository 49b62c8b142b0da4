using System.Runtime.InteropServices;
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

    private static readonly (Matter Kind, SignPart Here, SignPart LeadIn)[] Matters = [.. Spoken.Select(kind => (kind, (SignPart)("matter=" + kind), (SignPart)("leadMatter=" + kind)))];
    private static readonly (Intents Intent, SignPart Before, SignPart LeadIn, SignPart Subject)[] IntentNames =
        [.. Enum.GetValues<Intents>().Where(intent => intent != Intents.None).Select(intent => (intent, (SignPart)("above=" + intent), (SignPart)("lead=" + intent), (SignPart)("subject=" + intent)))];
    private static readonly (Moods Mood, SignPart Here, SignPart LeadIn)[] MoodNames = [.. Enum.GetValues<Moods>().Where(mood => mood != Moods.None)
        .Select(mood => (mood, (SignPart)("mood=" + mood), (SignPart)("leadMood=" + mood)))];
    private static readonly (Word Kind, SignPart Name)[] LeadWords =
        [.. new[] { Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Organization }.Select(kind => (kind, (SignPart)("leadWord=" + kind)))];

    /// <summary>A place has about so many signs.</summary>
    private const int Usual = 24;

    private static readonly SignPart NoLead = "noLead";
    private static readonly SignPart[] Origins = [.. Enum.GetNames<DraftOrigin>().Select(name => (SignPart)("origin=" + name))];

    /// <summary>By origin, and by label: first where there is none.</summary>
    private static readonly SignPart[,] Labels = MakeLabels();

    private readonly ItemContext context;
    private readonly List<SignPart> ofMail = [];

    /// <summary>Those of the mail by themselves and together with the origin, for each origin that was met.</summary>
    private readonly List<SignPart>?[] byOrigin = new List<SignPart>?[Enum.GetValues<DraftOrigin>().Length];

    /// <summary>What the lead-in looked at last says: all fields of a form and entries of a list have the same.</summary>
    private readonly List<SignPart> ofLeadIn = [];
    private TextSpan? lastLeadIn;

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

    private static SignPart[,] MakeLabels()
    {
        var (origins, labels) = (Enum.GetNames<DraftOrigin>(), Enum.GetValues<FieldLabel>());
        var signs = new SignPart[origins.Length, (int)labels.Max() + 2];
        for (var origin = 0; origin < origins.Length; origin++)
        {
            signs[origin, 0] = "label=&" + origins[origin];
            foreach (var label in labels) signs[origin, (int)label + 1] = $"label={label}&{origins[origin]}";
        }
        return signs;
    }

    public void Add(SignList signs, Place place)
    {
        foreach (ref readonly var sign in CollectionsMarshal.AsSpan(place.Signs ??= Of(place))) signs.Add(sign);
    }

    private List<SignPart> Of(Place place)
    {
        var signs = new List<SignPart>(Usual) { Origins[(int)place.Origin], Labels[(int)place.Origin, place.Label is { } label0 ? (int)label0 + 1 : 0] };
        signs.AddRange(CollectionsMarshal.AsSpan(byOrigin[(int)place.Origin] ??= OfMail(place.Origin.ToString())));
        if (place.LabelWords is { } label) signs.Add("labelWords=" + Folding.Plain(label).Trim());
        if (place.Origin == DraftOrigin.List) signs.Add("depth=" + place.Depth);
        foreach (var (kind, name, _) in Matters) if (context.Matters.Any(kind, place.Span)) signs.Add(name);
        var passage = Passage.Of(context.Marked, place.Span);
        foreach (var (mood, name, _) in MoodNames) if ((passage.Moods & mood) != 0) signs.Add(name);
        if (context.Meets is { } topic) signs.Add(topic.Covers(place.Span) ? "meets" : "mayMeet");
        if (Oneself.IsOurs(context, place.Span.Start, place.Span.End)) signs.Add("ours");
        var above = Passage.Of(context.Marked, TextSpan.FromBounds(Math.Max(0, place.Span.Start - Above), place.Span.Start)).Intents;
        foreach (var (intent, name, _, _) in IntentNames) if ((above & intent) != 0) signs.Add(name);
        if (place.LeadIn is { Length: < LongestLeadIn } leadIn) signs.AddRange(CollectionsMarshal.AsSpan(LeadIn(leadIn)));
        else signs.Add(NoLead);
        return signs;
    }

    private List<SignPart> OfMail(string origin) => [.. ofMail, .. ofMail.Select(sign => (SignPart)$"{sign.Words}&{origin}")];

    private List<SignPart> LeadIn(TextSpan leadIn)
    {
        if (leadIn == lastLeadIn) return ofLeadIn;
        lastLeadIn = leadIn;
        ofLeadIn.Clear();
        var last = SentenceSplitter.Split(context.Text, leadIn) is [.., var sentence] ? sentence : leadIn;
        var passage = Passage.Of(context.Marked, last);
        foreach (var (intent, _, name, _) in IntentNames) if ((passage.Intents & intent) != 0) ofLeadIn.Add(name);
        foreach (var (mood, _, name) in MoodNames) if ((passage.Moods & mood) != 0) ofLeadIn.Add(name);
        foreach (var (kind, name) in LeadWords) if (context.Marked.Any(kind, leadIn.Start, leadIn.End)) ofLeadIn.Add(name);
        foreach (var (kind, _, name) in Matters) if (context.Matters.Any(kind, leadIn)) ofLeadIn.Add(name);
        if (Sections.IsActivities(context.Marked, leadIn)) ofLeadIn.Add("leadActivities");
        if (Sections.IsOrganizations(context.Marked, leadIn)) ofLeadIn.Add("leadOrganizations");
        foreach (ref readonly var word in new TextWords(context.Text, leadIn).LastBefore(leadIn.End, leadIn.Start, LeadInWords)) ofLeadIn.Add("leadIn=" + word.Stem.Words);
        return ofLeadIn;
    }
}
