using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JcaCop.Bench.Mails;

/// <summary>Makes mails as ministries and associations write them, in six languages, some 2.5 kB each. The same number always gives the same mail.</summary>
internal sealed class MailMaker
{
    private sealed record Language(string[] Given, string[] Family, string[] Organizations, string[] Posts, string[] Subject, string[] Bodies);

    private static readonly DateTimeOffset FirstDay = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);

    private readonly Language[] languages;

    public MailMaker()
    {
        using var data = typeof(MailMaker).Assembly.GetManifestResourceStream("templates.json")!;
        languages = [.. JsonSerializer.Deserialize<SortedDictionary<string, Language>>(data, JsonSerializerOptions.Web)!.Values];
    }

    public IEnumerable<byte[]> Make(int count) => Enumerable.Range(0, count).Select(One);

    public byte[] One(int number)
    {
        // A fixed mixture instead of chance: neighbours differ in everything, and a run can be repeated.
        var language = languages[number % languages.Length];
        var seed = number / languages.Length;
        string Of(string[] from, int step) => from[(int)((seed * 2654435761L + step * 40503L >> 4) % from.Length + from.Length) % from.Length];
        var domain = string.Create(CultureInfo.InvariantCulture, $"agency{seed % 977}.example");
        var at = FirstDay.AddMinutes(number * 7);
        var text = Of(language.Bodies, 1)
            .Replace("{org}", string.Create(CultureInfo.InvariantCulture, $"{Of(language.Organizations, 2)} {seed}"), StringComparison.Ordinal)
            .Replace("{given}", Of(language.Given, 3), StringComparison.Ordinal).Replace("{family}", Of(language.Family, 4), StringComparison.Ordinal)
            .Replace("{given2}", Of(language.Given, 5), StringComparison.Ordinal).Replace("{family2}", Of(language.Family, 6), StringComparison.Ordinal)
            .Replace("{post}", Of(language.Posts, 7), StringComparison.Ordinal)
            .Replace("{email}", string.Create(CultureInfo.InvariantCulture, $"contact{number}@{domain}"), StringComparison.Ordinal)
            .Replace("{phone}", string.Create(CultureInfo.InvariantCulture, $"+41 22 555 {number / 100 % 100:00} {number % 100:00}"), StringComparison.Ordinal)
            .Replace("{phone2}", string.Create(CultureInfo.InvariantCulture, $"+41 31 555 {seed / 100 % 100:00} {seed % 100:00}"), StringComparison.Ordinal)
            .Replace("{domain}", domain, StringComparison.Ordinal)
            .Replace("{n}", (seed % 90 + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{quoteday}", at.AddDays(-12).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        var sender = $"{Of(language.Given, 5)} {Of(language.Family, 6)}";
        return Write(number, sender, domain, Of(language.Subject, 8), at, text);
    }

    private static byte[] Write(int number, string sender, string domain, string subject, DateTimeOffset at, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var quoted = number % 3 == 0;
        var mail = new StringBuilder();
        void Line(string line) => mail.Append(line).Append("\r\n");
        var day = at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
        Line($"Return-Path: <liaison{number}@{domain}>");
        Line($"Received: from mx1.{domain} (mx1.{domain} [192.0.2.{number % 250 + 1}])");
        Line($"\tby mail.union.example (Postfix) with ESMTPS id {number * 7919L:X10}");
        Line($"\tfor <jca-cop@union.example>; {day}");
        Line($"Received: from desk{number % 40}.{domain} ([198.51.100.{number % 250 + 1}]) by mx1.{domain} with ESMTPSA; {day}");
        Line($"Authentication-Results: mail.union.example; spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}");
        Line($"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=mail; t={at.ToUnixTimeSeconds()};");
        Line("\th=from:to:subject:date:message-id:mime-version:content-type;");
        Line($"\tbh={Convert.ToBase64String(SHA256.HashData(body))};");
        foreach (var part in Convert.ToBase64String(SHA512.HashData(body)).Chunk(44)) Line($"\tb{number % 10}{new string(part)}");
        Line($"X-Spam-Status: No, score=-{number % 5}.1 required=5.0 tests=DKIM_SIGNED,DKIM_VALID,SPF_PASS autolearn=ham");
        Line($"From: {Word(sender)} <liaison{number}@{domain}>");
        Line("To: JCA-COP <jca-cop@union.example>");
        Line($"Subject: {Word(subject)}");
        Line($"Date: {day}");
        Line($"Message-ID: <{number * 104729L:x}.{at.ToUnixTimeSeconds():x}@{domain}>");
        Line("X-Mailer: Desk Mail 4.1");
        Line("MIME-Version: 1.0");
        Line("Content-Type: text/plain; charset=utf-8");
        Line(quoted ? "Content-Transfer-Encoding: base64" : "Content-Transfer-Encoding: 8bit");
        Line("");
        var head = Encoding.ASCII.GetBytes(mail.ToString());
        return [.. head, .. quoted ? Encoding.ASCII.GetBytes(Convert.ToBase64String(body, Base64FormattingOptions.InsertLineBreaks) + "\r\n") : body];
    }

    /// <summary>Encoded words of RFC 2047, each short enough for its line.</summary>
    private static string Word(string text)
    {
        if (text.All(char.IsAscii)) return text;
        var words = text.Chunk(12).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?=");
        return string.Join("\r\n ", words);
    }
}
