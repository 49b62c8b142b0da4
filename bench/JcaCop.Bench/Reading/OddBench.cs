using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Tests.Odd;

namespace JcaCop.Bench.Reading;

/// <summary>Mails that no program should send: how long the slowest takes, and how much memory the process ever held.</summary>
internal static class OddBench
{
    private const int Mails = 3000;
    private const int WarmUp = 1_000_000;
    private const int LargeMail = 50 * 1000 * 1000;
    private const double MostMilliseconds = 1000;
    private const double MostGrowth = 8;
    private const int Short = 25_000;

    /// <param name="args">Nothing, how many mails to read, or the numbers of some ("17", "0-2999") and the folder to write them to.</param>
    public static Task<int> Run(string[] args)
    {
        if (args is [var numbers, var folder])
        {
            Directory.CreateDirectory(folder);
            var range = numbers.Split('-').Select(static n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            for (var number = range[0]; number <= range[^1]; number++) File.WriteAllBytes(Path.Combine(folder, $"odd-{number:0000}.eml"), OddMails.Make(number));
            return Task.FromResult(0);
        }
        var count = args is [var told, ..] ? int.Parse(told, CultureInfo.InvariantCulture) : Mails;
        var took = new List<(double Milliseconds, string What)>();
        var refused = 0;
        for (var number = WarmUp; number < WarmUp + 200; number++) Time(OddMails.Make(number), ref refused); // compiled and lexicons loaded before the first is timed
        refused = 0;
        for (var number = 0; number < count; number++)
        {
            var mail = OddMails.Make(number);
            if (number % 50 == 0) GC.Collect();
            var what = $"{number} {OddMails.Name(number)}, {mail.Length / 1000} kB";
            took.Add((Time(mail, ref refused), what));
            if (took[^1].Milliseconds > MostMilliseconds) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took[^1].Milliseconds:0} ms: {what}"));
        }
        var peak = Peak();
        took.Sort(static (a, b) => b.Milliseconds.CompareTo(a.Milliseconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} odd mails: {refused} refused as no mail, none broke the reader; median {took[count / 2].Milliseconds:0.0} ms; most memory of the process {peak >> 20} MB"));
        foreach (var (milliseconds, what) in took.Take(12)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {milliseconds,8:0.0} ms  {what}"));

        GC.Collect();
        foreach (var (what, mail) in Large())
        {
            var milliseconds = Time(mail, ref refused);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {milliseconds,8:0.0} ms  50 MB, {what}; most memory of the process {Peak() >> 20} MB, the mail itself {mail.Length >> 20} MB of it"));
        }
        var steepest = Growth();
        return Task.FromResult(took[0].Milliseconds <= MostMilliseconds && steepest <= MostGrowth ? 0 : 1);
    }

    /// <summary>Texts of one piece repeated, four times as long the second time: what takes much more than four times as long is no longer linear.</summary>
    private static double Growth()
    {
        var grown = new List<(double Factor, string What)>();
        var refused = 0;
        foreach (var piece in Pieces)
        {
            double Best(int length) => Enumerable.Range(0, 3).Min(_ => Time(Repeated(piece, length), ref refused));
            Best(Short / 4);
            var small = Math.Max(1, Best(Short));
            grown.Add((Best(4 * Short) / small, $"{piece.ReplaceLineEndings("\\n")} ({small:0.0} ms for {Short / 1000},000 characters)"));
        }
        grown.Sort(static (a, b) => b.Factor.CompareTo(a.Factor));
        Console.WriteLine($"Four times the text, for {grown.Count} pieces repeated; the steepest (4 is linear):");
        foreach (var (factor, what) in grown.Take(8)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {factor,8:0.0} times  {what}"));
        return grown[0].Factor;
    }

    private static byte[] Repeated(string piece, int length) =>
        System.Text.Encoding.UTF8.GetBytes("From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + string.Concat(Enumerable.Repeat(piece, length / piece.Length)));

    private static readonly string[] Pieces =
    [
        ">", "> > a\n", "@", "a@b.c ", "1.", "12/", "-", "- a\n", "1) a\n", "(", "\"", ":", "Name: \n", "Name: a\n", "Organization: a\nContact: b\n", "\t", "a\tb\n", "|", "Mr ", "Mr A ", "Ms Ana Li, ", "of the ",
        "On 5 Nov 2012 10:04, x wrote:\n", "From: a\nSent: b\n", "http://", "www.a.b ", "Ministry of ", "the Ministry of A ", "we nominate ", "will attend ", "Question 1\nYes\n", "ITU-T SG17 ", "SG2, ", "ITU-T, ", "JCA-COP, ", "Q4/17 ", "ISO/IEC JTC 1/SC 27 ", "Circular 313, ", "no. 5 ", "22 May ", "22/05/2013 ", "May - ", "2013 ",
        "+41 22 ", "Kenya ", "representative of ", "if ", "? ", "not ", "a. ", "A. ", "«", "\n", "\n\n", " \n", "и ", "г-н ", "Министерство ", "وال", "السيد ", "وزارة ", "的", "先生", "提名", "、", "１２", "\u202e", "A\u0301", "🎉", "==\n", "--\n", "Regards,\n", "Ana Li\n", "Annex 1\n",
        "> From: a@b.example\n> Date: 5 Nov 2012 10:04\n", "From: a@b.example\nDate: 5 Nov 2012 10:04\n> x\n", "On 5 Nov 2012 10:04, x wrote:\n> a\n", "- of the\nlist a\nb c\n", "a b\n", "a@b.example, +41 22 730 51 11, www.a.example\n", "COM 17 - LS ", "LS-1.LS/", "SC 27 N", "1A/TEMP/",
    ];

    /// <summary>Processor time of the whole process, milliseconds: other programs on the machine do not count, work on other threads does.</summary>
    private static double Time(byte[] mail, ref int refused)
    {
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            MailReader.Read(new MemoryStream(mail));
        }
        catch (FormatException)
        {
            refused++;
        }
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static IEnumerable<(string, byte[])> Large()
    {
        yield return ("one attachment", Mail("multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee attached.\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n", "JVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjc=\n"));
        yield return ("text", Mail("text/plain; charset=utf-8\n\n", "We nominate the Safe Web Foundation, contact Ms Eva Holm (eva@safeweb.example).\n"));
        yield return ("HTML", Mail("text/html; charset=utf-8\n\n", "<p>We nominate <b>the Safe Web Foundation</b>, contact Ms Eva Holm</p>\n"));
    }

    private static byte[] Mail(string head, string line)
    {
        var mail = new byte[LargeMail];
        var at = System.Text.Encoding.ASCII.GetBytes("From: a@b.example\nSubject: x\nContent-Type: " + head, mail);
        var bytes = System.Text.Encoding.ASCII.GetBytes(line);
        for (; at + bytes.Length <= mail.Length; at += bytes.Length) bytes.CopyTo(mail, at);
        mail.AsSpan(at).Fill((byte)'\n');
        return mail;
    }

    /// <summary>Most resident memory that the process ever had (Linux); elsewhere what it has now.</summary>
    private static long Peak()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status)) return Environment.WorkingSet;
        var line = File.ReadLines(status).FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? Environment.WorkingSet : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
