using JcaCop.Post.Letters.Message;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Letters;

/// <summary>A letter of invented people that shows what a kind looks like; the same every time.</summary>
/// <param name="Name">The kind's name, with a word behind it where the kind has several: <c>call</c>, <c>call-consultation</c>.</param>
/// <param name="Make">Takes the language.</param>
/// <param name="Asks">It asks for a decision, so that a code goes with it.</param>
public sealed record LetterSample(string Name, Func<string, Letter> Make, bool Asks = false)
{
    /// <exception cref="Wording.TemplateException">A template or word file is wrong.</exception>
    public OutgoingLetter Write(LetterWriter letters, string language) => letters.Write(
        Make(language), new LetterAddress("official@example.org", language), new Dispatch(Sample.Group, Sample.Now) { Token = Asks ? ReplyToken.Parse("K7M2-9QXA") : null })!;
}
