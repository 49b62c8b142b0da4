namespace JcaCop.Reading.Sorting;

/// <summary>Finds enhanced status codes (RFC 3463) and SMTP replies (RFC 5321, 4.2) in the words of mail servers.</summary>
public static class StatusCode
{
    /// <summary>The first enhanced code of class 4 or 5 in the text; parts of addresses, versions and dates do not count. Null where there is none.</summary>
    public static string? Enhanced(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] is not ('4' or '5') || text[i + 1] != '.') continue;
            if (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '-' or '/' or '@' or '_')) continue;
            var at = i + 2;
            if (!Number(text, ref at) || at >= text.Length || text[at] != '.') continue;
            at++;
            if (!Number(text, ref at)) continue;
            if (at < text.Length
                    && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '@'
                        || (text[at] is '.' or '-' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) && text[at] == '.')))
                continue;
            return text[i..at].ToString();
        }
        return null;
    }

    /// <summary>The first SMTP reply of class 4 or 5 ("550 no such user"); 0 where there is none.</summary>
    public static int Reply(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('4' or '5') || text[i + 1] is not (>= '0' and <= '7') || !char.IsAsciiDigit(text[i + 2])) continue;
            if (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '-' or ':' or '/' or '@' or '_' or '+')) continue;
            if (i + 3 < text.Length && text[i + 3] is not (' ' or '-' or '\n' or '\r' or '\t' or ',' or ')' or ']' or '"' or '\'' or '.' or ':' or '<')) continue;
            if (i + 4 < text.Length && text[i + 3] is '.' or ':' or ',' && char.IsAsciiDigit(text[i + 4])) continue;
            var code = ((text[i] - '0') * 100) + ((text[i + 1] - '0') * 10) + (text[i + 2] - '0');
            if (code is 421 or 422 or 431 or 432 or 441 or 442 or 446 or 447 or 449 or 450 or 451 or 452 or 454 or 455 or 471
                or (>= 500 and <= 504) or 510 or 511 or 512 or 513 or 521 or 523 or 530 or 533 or 534 or 535 or 541 or 544 or 546 or 547
                or (>= 550 and <= 560) or 571 or 572 or 577 or 578 or 590 or 591) return code;
        }
        return 0;
    }

    /// <summary>The code that the reason stands for where a server gives no number.</summary>
    public static string? Of(Sign reason) => reason switch
    {
        Sign.UnknownUser => "5.1.1",
        Sign.UnknownHost => "5.1.2",
        Sign.MailboxFull => "5.2.2",
        Sign.Disabled => "5.2.1",
        Sign.TooLarge => "5.3.4",
        Sign.Loop => "5.4.6",
        Sign.Expired => "4.4.7",
        Sign.Refused => "5.7.1",
        _ => null,
    };

    /// <summary>Class 5 is permanent, class 4 is not; no code says nothing against a failure that was announced as one.</summary>
    public static bool IsPermanent(string? status) => status is null || status[0] != '4';

    private static bool Number(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && at - from < 3 && char.IsAsciiDigit(text[at])) at++;
        return at > from;
    }
}
