using System.Globalization;
using System.Text;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>Mails to take in: sound ones, and such as have stopped mail programs.</summary>
internal static class SampleMails
{
    private static readonly string[] Texts =
    [
        "Dear colleagues,\r\n\r\nplease note that we have no comments on the draft agenda.\r\n\r\nKind regards\r\nA. Writer\r\n",
        "Bonjour,\r\n\r\nnous avons bien reçu la circulaire et n'avons pas d'observation.\r\n\r\nCordialement\r\nA. Écrivain\r\n",
        "Добрый день!\r\n\r\nЗамечаний к проекту повестки дня нет.\r\n\r\nС уважением,\r\nА. Автор\r\n",
        "各位同事：\r\n\r\n我们对议程草案没有意见。\r\n\r\n此致\r\n敬礼\r\n",
    ];

    /// <summary>From a sender of its own, so that no answer budget comes between.</summary>
    public static byte[] Sound(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        From: Writer {number} <writer{number}@ministry{number}.example>
        To: jca-cop@union.example
        Subject: Circular 313, answer {number}
        Date: {new DateTimeOffset(2012, 10, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(number):r}
        Message-ID: <answer-{number}@ministry{number}.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit


        """).ReplaceLineEndings("\r\n") + Texts[number % Texts.Length]);

    public static IEnumerable<byte[]> Sound(int from, int count) => Enumerable.Range(from, count).Select(number => Sound(number));

    public static byte[] Empty => "\r\n"u8.ToArray();

    public static byte[] Nested(int depth)
    {
        var mail = new StringBuilder("From: deep@ministry.example\r\nTo: jca-cop@union.example\r\nSubject: deep\r\nMessage-ID: <deep@ministry.example>\r\n");
        for (var level = 0; level < depth; level++)
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n");
        return Encoding.ASCII.GetBytes(mail.Append("\r\nat the bottom\r\n").ToString());
    }

    public static byte[] WithoutCharset =>
        [.. "From: old@ministry.example\r\nTo: jca-cop@union.example\r\nSubject: "u8, 0xCF, 0xD4, 0xD7, 0xC5, 0xD4, .. "\r\nMessage-ID: <old@ministry.example>\r\nContent-Type: text/plain\r\n\r\n"u8, 0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, .. "\r\n"u8];

    public static byte[] Noise
    {
        get
        {
            var bytes = new byte[4000];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 167 + i / 251);
            return bytes;
        }
    }

    public static byte[] Large(int bytes) =>
        Encoding.ASCII.GetBytes("From: big@ministry.example\r\nTo: jca-cop@union.example\r\nSubject: big\r\nMessage-ID: <big@ministry.example>\r\n\r\n" + string.Concat(Enumerable.Repeat(new string('x', 76) + "\r\n", bytes / 78)));
}
