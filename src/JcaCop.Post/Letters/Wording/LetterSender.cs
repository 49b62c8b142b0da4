using JcaCop.Post.Letters.Message;
using JcaCop.Register;

namespace JcaCop.Post.Letters.Wording;

/// <summary>What every letter may name beside its own values.</summary>
/// <param name="FullName">In the language of the letter, where the settings have it.</param>
/// <param name="Token">The code that stands in the subject; null where no decision is asked for.</param>
internal sealed record LetterSender(string Group, string FullName, string Address, string? Token)
{
    public static LetterSender Of(Group group, ReplyToken? token, string language) => new(group.Name, group.FullNames.GetValueOrDefault(language, group.FullName), group.Address, token?.ToString());
}
