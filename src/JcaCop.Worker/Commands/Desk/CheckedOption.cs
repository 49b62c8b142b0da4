using System.CommandLine;
using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Reading.Parts;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Options whose words are looked at before anything is done; nothing at all is left to the verb.</summary>
internal static class CheckedOption
{
    /// <summary>Digits without which nobody can be called.</summary>
    private const int FewestDigits = 3;

    /// <summary>Refuses what is no country's code (ISO 3166-1 alpha-2), in capitals or not.</summary>
    public static T OfCountry<T>(this T option) where T : Option => option.Refusing(
        word => word.Length == 2 && CountryTitles.Of(word.ToUpperInvariant(), LetterLanguages.English).Length > 2, word => $"'{word}' is no country code; Australia is AU (ISO 3166-1 alpha-2).");

    /// <summary>Refuses what is no address in the web, with its scheme or without.</summary>
    public static T OfWebsite<T>(this T option) where T : Option => option.Refusing(word => Websites.Parse(word) is not null, word => $"{option.Name} takes a web address; '{word}' is none.");

    /// <summary>Refuses what nobody could dial.</summary>
    public static T OfPhone<T>(this T option) where T : Option => option.Refusing(word => word.Count(char.IsAsciiDigit) >= FewestDigits, word => $"{option.Name} takes a telephone number; '{word}' is none.");

    /// <summary>Refuses numbers that are no number of the thing counted.</summary>
    public static T Between<T>(this T option, int least, int most) where T : Option => option.Refusing(
        // The value of a word that is no number cannot be asked for: the parser tells of it itself.
        word => !int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || number >= least && number <= most,
        _ => string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes a number from {least} to {most}."));

    private static T Refusing<T>(this T option, Predicate<string> isRight, Func<string, string> why) where T : Option
    {
        option.Validators.Add(told =>
        {
            foreach (var word in told.Tokens.Select(token => token.Value.Trim()).Where(word => word.Length > 0 && !isRight(word))) told.AddError(why(word));
        });
        return option;
    }

    /// <summary>Refuses what no letter could be sent to.</summary>
    public static T Checked<T>(this T option) where T : Option =>
        option.Refusing(word => new LetterAddress(word).CanReceive, word => $"{option.Name} takes a mail address; '{word}' is none.");
}
