using MimeKit.Text;

namespace JcaCop.Reading.Text;

/// <summary>Names by which mail programs mark quotes, their introductions and signatures in HTML.</summary>
internal static class HtmlMailMarks
{
    /// <summary>Gmail, Thunderbird, Outlook and Outlook on the web (with the <c>x_</c> that it puts before names it relays).</summary>
    private static readonly string[] Introductions = ["gmail_attr", "moz-cite-prefix", "moz-email-headers-table", "divRplyFwdMsg", "OutlookMessageHeader", "reply-intro", "zmail_extra_hr"];

    /// <summary>ProtonMail, Yahoo, NetEase, Zimbra, Zoho, Tutanota.</summary>
    private static readonly string[] Quotes = ["protonmail_quote", "yahoo_quoted", "isReplyContent", "zmail_quote", "tutanota_quote", "wm_quote"];

    private static readonly string[] Signatures = ["gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "protonmail_signature_block", "evo-signature", "ydpsignature", "zmail_signature"];

    public static TextMarkKind? Of(HtmlTagId tag, string names, string id, string type, bool cite, string css)
    {
        if (tag == HtmlTagId.BlockQuote && (cite || type.Equals("cite", StringComparison.OrdinalIgnoreCase) || names.Contains("quote", StringComparison.OrdinalIgnoreCase)
            || css.Contains("border-left", StringComparison.OrdinalIgnoreCase)))
            return TextMarkKind.Quote;
        if (names.Length == 0 && id.Length == 0) return null;
        if (Has(Quotes, names, id)) return TextMarkKind.Quote;
        if (Has(Introductions, names, id)) return TextMarkKind.Introduction;
        return Has(Signatures, names, id) || id.Equals("Signature", StringComparison.OrdinalIgnoreCase) || id.Equals("x_Signature", StringComparison.OrdinalIgnoreCase)
            ? TextMarkKind.Signature
            : null;
    }

    private static bool Has(string[] known, string names, string id)
    {
        foreach (var name in known)
            if (names.Contains(name, StringComparison.OrdinalIgnoreCase) || id.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
