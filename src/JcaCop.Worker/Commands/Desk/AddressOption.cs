using System.CommandLine;
using JcaCop.Post.Letters;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Options that take mail addresses.</summary>
internal static class AddressOption
{
    /// <summary>Refuses what no letter could be sent to; nothing at all is left to the verb.</summary>
    public static T Checked<T>(this T option) where T : Option
    {
        option.Validators.Add(told =>
        {
            foreach (var word in told.Tokens.Select(token => token.Value).Where(word => word.Length > 0 && !new LetterAddress(word.Trim()).CanReceive))
                told.AddError($"{option.Name} takes a mail address; '{word}' is none.");
        });
        return option;
    }
}
