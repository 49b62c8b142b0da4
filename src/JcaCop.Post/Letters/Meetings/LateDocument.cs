using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Meetings;

/// <summary>A contribution that came late, and the meeting that it was meant for; each in a paragraph of its own.</summary>
/// <param name="Source">Who submits it, as the register has it; null where nobody is named.</param>
public sealed record LateDocument(string Cited, string Title, string? Source, MeetingName Meeting) : Shown
{
    internal override string In(LetterLanguage language) =>
        $"{Cited}{language.Sentence("colon")}{Title}{(Source is null ? "" : $" – {RegisterNames.In(Source, language)}")}\n\n{Meeting.In(language)}{(Meeting.Title is null ? "" : $" – {Meeting.Title}")}";
}
