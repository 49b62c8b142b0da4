using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a word says about whom a mail speaks for.</summary>
internal enum RespondentWord
{
    /// <summary>Names an office that a country has (ministry, administration, agency).</summary>
    Authority,
    /// <summary>A mission abroad: its host's domain, telephone and address say nothing.</summary>
    Mission,
    /// <summary>An office in a group (chairman, rapporteur, secretariat).</summary>
    Officer,
    /// <summary>"In my capacity as": the office that follows is the writer's.</summary>
    Capacity,
    /// <summary>The mail calls itself a liaison statement.</summary>
    Liaison,
    /// <summary>Names the house to which missions are sent: its office stands in their names.</summary>
    Host,
    /// <summary>The mail brings the report of a meeting.</summary>
    MeetingReport,
}

/// <summary>The words of <c>Lexicons/respondents</c>.</summary>
internal static class RespondentWords
{
    public static PhraseIndex<RespondentWord> Index { get; } = new(
        LexiconFile.Phrases("respondents/respondents").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<RespondentWord>(entry.Code, ignoreCase: true))));

    /// <summary>True where the name holds a word of the kind.</summary>
    public static bool Says(string name, RespondentWord kind) => Index.FindAll(Folding.Fold(name)).Exists(word => word.Value == kind);
}
