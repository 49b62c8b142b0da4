using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>What a reader of items may know: the mail, its language, whom it speaks for and what it answers.</summary>
/// <param name="Text">The new and forwarded text with everything else blanked, so that offsets are those of the body (<see cref="Text.MailBody.Readable"/>).</param>
/// <param name="Year">The day that dates without a year are nearest to: the mail's own date; null where it has none.</param>
public sealed record ItemContext(ReceivedMail Mail, string Language, Respondent? Respondent, Answers Answers, string Text, DateOnly? Year)
{
    private MailLayout? layout;
    private MarkedText? marked;
    private List<Mention<string>>? emails;
    private List<Mention<PhoneNumber>>? phones;
    private List<Mention<string>>? websites;
    private List<Passage>? passages;
    private List<Mention<string>>? countryMentions;
    private List<Mention<string>>? bodyMentions;
    private IReadOnlyList<ItemContext>? readings;
    private Matters? matters;
    private List<Utterances.Utterance>? utterances;
    private Matters? subjectMatters;
    private List<PhraseHit<ReadAs.Side>>? corrigenda;
    private List<(Piece, Tag, double)>? told;
    private Lazy<MeetingTopic?>? meets;

    /// <summary>Who is nominated and seated; read once for both readers.</summary>
    internal Seats? Seats { get; set; }

    /// <summary>Who will attend and who will not; read once for both readers.</summary>
    internal IReadOnlyList<Item>? Attendance { get; set; }

    /// <summary>What each piece of the text does there; told when first asked for.</summary>
    internal List<(Piece Piece, Tag Tag, double Sure)> Told => told ??= Settling.Of(this, Tagger.Tell(this));

    /// <summary>What could be told instead, where tags are not sure; null until the pieces are told, and where there are none.</summary>
    internal OtherTags? Others { get; set; }

    /// <summary>The same text with other tags: what follows from them is read anew, all else is known already.</summary>
    internal ItemContext Retold(List<(Piece, Tag, double)> other)
    {
        var context = this with { Seats = null, Attendance = null };
        context.readings = [context];
        context.told = Settling.Of(context, other);
        return context;
    }

    /// <summary>Which statements are about coming to a meeting; null where none is.</summary>
    internal MeetingTopic? Meets => (meets ??= new(() => MeetingTopic.Of(this))).Value;

    /// <summary>All words that are asked for where the writer speaks of himself or herself; found when first asked for.</summary>
    internal List<Lexicons.PhraseHit<string>>? SelfWords { get; set; }

    /// <summary>Words with which the writer speaks of himself or herself; found when first asked for (<see cref="Oneself.Words"/>).</summary>
    internal IReadOnlyList<Lexicons.PhraseHit<string>>? WriterWords { get; set; }

    /// <summary>Who wrote, as a person to be recorded; read once for all who ask.</summary>
    internal Person? Writer { get; set; }

    /// <summary>The persons named between two offsets, for each pair that was asked for (<see cref="NamesIn"/>).</summary>
    internal Dictionary<(int Start, int End), Mention<string>[]> Names { get; } = [];

    /// <summary>Single statements, in order; cut when first asked for.</summary>
    internal List<Utterances.Utterance> Utterances => utterances ??= Items.Utterances.Of(this);

    /// <summary>The words of meetings, changes, consultations and attention, marked when first asked for.</summary>
    internal Matters Matters => matters ??= new Matters(Marked);

    /// <summary>The words of a corrigendum ("for X read Y"), found when first asked for.</summary>
    internal List<PhraseHit<ReadAs.Side>> Corrigenda => corrigenda ??= ReadAs.Words(Marked.Folded);

    /// <summary>The same words of the subject.</summary>
    internal Matters SubjectMatters => subjectMatters ??= new Matters(Folding.Fold(Mail.Subject));

    /// <summary>Null for the body; otherwise the name of the attachment whose text this is.</summary>
    public string? Source { get; init; }

    /// <summary>Lines and blocks of <see cref="Text"/>; laid out when first asked for.</summary>
    public MailLayout Layout => layout ??= MailLayout.Of(Text);

    /// <summary>The text with all words of the lexicon marked.</summary>
    public MarkedText Marked => marked ??= new MarkedText(Text);

    /// <summary>All e-mail addresses of <see cref="Text"/>, in order.</summary>
    public List<Mention<string>> Emails => emails ??= EmailAddresses.Find(Text);

    /// <summary>All telephone and fax numbers, in order.</summary>
    public List<Mention<PhoneNumber>> Phones => phones ??= Parts.PhoneNumbers.Find(Text);

    /// <summary>All web addresses, in order.</summary>
    public List<Mention<string>> Websites => websites ??= Parts.Websites.Find(Text);

    /// <summary>All countries that the text names, in order.</summary>
    public List<Mention<string>> CountryMentions => countryMentions ??= Countries.Find(Text, Marked.Folded);

    /// <summary>Whether the text says that nobody is put forward, whatever it names beside that.</summary>
    public bool DeniesNomination => deniesNomination ??= DeclineReader.DeniesNomination(this);

    private bool? deniesNomination;

    /// <summary>All bodies that the text names, in order.</summary>
    public List<Mention<string>> BodyMentions => bodyMentions ??= Bodies.Find(Text, Marked.Folded);

    /// <summary>The first body named between the offsets; null where none is.</summary>
    internal Mention<string>? BodyIn(int start, int end)
    {
        foreach (ref readonly var body in BodyMentions.From(start, end)) if (body.End <= end) return body;
        return null;
    }

    /// <summary>Sentences, list entries, forms and tables with what each of them does, in order.</summary>
    public List<Passage> Passages => passages ??= [.. Spans().Select(span => Passage.Of(Marked, span))];

    /// <summary>This text, and those of the attachments that carry an answer.</summary>
    internal IReadOnlyList<ItemContext> Readings => readings ??=
        [this, .. Source is null
            ? Mail.Attachments.Where(file => !string.IsNullOrWhiteSpace(file.Text))
            .Select(file => new ItemContext(Mail, Language, Respondent, Answers, ReturnLines.Blank(DelegationRanks.Blank(ModeFields.Settle(RoleBoxes.Settle(UntickedLines.Blank(file.Text!))))), Year) { Source = file.Name }) : []];

    private IEnumerable<TextSpan> Spans()
    {
        foreach (var block in Layout.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    foreach (var sentence in paragraph.Sentences) yield return sentence;
                    break;
                case Listing listing:
                    foreach (var entry in listing.Entries) yield return entry.Text;
                    break;
                default:
                    yield return block.Span;
                    break;
            }
        }
    }
}
