using JcaCop.Post.Letters.Message;
using JcaCop.Register;

namespace JcaCop.Post.Letters.Wording;

/// <summary>What every letter may name beside its own values.</summary>
/// <param name="Token">The code that stands in the subject; null where no decision is asked for.</param>
internal sealed record LetterSender(string Group, string FullName, string Address, string? Token)
{
    public static LetterSender Of(Group group, ReplyToken? token) => new(group.Name, group.FullName, group.Address, token?.ToString());
}
