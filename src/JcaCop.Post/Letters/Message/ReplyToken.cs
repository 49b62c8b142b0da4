using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace JcaCop.Post.Letters.Message;

/// <summary>
/// The code of one question to a person: stands in the reply address and, for programs that drop it, at the end of the subject, as
/// <c>[JCA-COP #K7M2-9QXA]</c>. 40 random bits in Crockford's alphabet, so that it can be read out and retyped. It names a question;
/// whether it is still open and who may decide it, the register knows.
/// </summary>
public sealed partial record ReplyToken
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ReplyToken(string code) => Code = code;

    /// <summary>Eight characters without the dash: the form to keep and compare.</summary>
    public string Code { get; }

    /// <summary>As people see it: <c>K7M2-9QXA</c>.</summary>
    public override string ToString() => $"{Code[..4]}-{Code[4..]}";

    public static ReplyToken New() => new(RandomNumberGenerator.GetString(Alphabet, 8));

    /// <param name="text">With or without dash or blank, in either case; I and L are taken for 1, O for 0.</param>
    /// <returns>Null where it is no code.</returns>
    public static ReplyToken? Parse(string? text)
    {
        if (text is null || text.Length > 12) return null;
        var code = string.Concat(text.ToUpperInvariant().Where(c => c is not ('-' or ' ')).Select(c => c switch { 'I' or 'L' => '1', 'O' => '0', _ => c }));
        return code.Length == 8 && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? new ReplyToken(code) : null;
    }

    /// <summary>The code at the end of a subject or anywhere in it, whatever group it was written for.</summary>
    public static ReplyToken? InSubject(string subject) =>
        Marked().Matches(subject) is { Count: > 0 } found ? Parse(found[^1].Groups["code"].Value)
            : Copied().Matches(subject) is { Count: > 0 } copied ? Parse(copied[^1].Value) : null;

    internal string Mark(string groupName) => $"[{groupName} #{this}]";

    [GeneratedRegex(@"#\s?(?<code>[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    /// <summary>As letters show it, without the sign before it: somebody copied it into the subject of a new mail. What only looks like it names no question.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z\-–/.])[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Za-z\-–/])", RegexOptions.CultureInvariant)]
    private static partial Regex Copied();
}
