using System.Buffers;
using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>Decodes bytes by their declared charset, unless the bytes themselves say otherwise.</summary>
/// <remarks>
/// Valid UTF-8 is UTF-8 whatever is declared, unless its few characters are likelier in a declared multi-byte charset. A few characters that such a charset can hold are not guessed at. Otherwise the declared charset stands unless another
/// gives a text that is far more like writing; where nothing is declared, or us-ascii over 8-bit bytes, the best one is taken.
/// </remarks>
internal static class CharsetRepair
{
    private const int SampleBytes = 6000;
    private const double Margin = 0.22;

    /// <summary>With more of them well-formed, chance is out of the question.</summary>
    private const int FewCharacters = 12;

    /// <summary>What no text holds that was decoded by its own charset: replacement, control and private characters.</summary>
    private static readonly SearchValues<char> Broken = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Concat(Enumerable.Range(0xe000, 0x1900)).Append(0xfffd).Select(static code => (char)code)]);

    private static readonly Encoding[] Guesses = [.. new[] { 1252, 1251, 20866, 1256, 54936, 950, 28596, 866, 28595, 1254, 1250, 949, 932, 1253, 1255 }.Select(CharsetNames.Page)];

    /// <param name="repair">What was done, for the reviewer; null where the declared charset was right.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared, out string? repair)
    {
        repair = null;
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.Length > 1 && (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) && bytes.Length % 2 == 0)
            return (bytes[0] == 0xff ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);

        var named = CharsetNames.Find(declared);
        var shifted = named is not null && IsShifted(named);
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
        if (first < 0)
        {
            if (shifted) return named!.GetString(bytes);
            return bytes.Contains((byte)0x1b) && LooksIso2022(bytes) ? CharsetNames.Page(50220).GetString(bytes) : Encoding.ASCII.GetString(bytes);
        }
        if (shifted && named!.CodePage is 1200 or 1201 or 12000) return named!.GetString(bytes);

        var (good, bad) = Utf8Evidence(bytes[first..]);
        if (bad == 0 && (named is null or { CodePage: 65001 } || !IsMultiByte(named) || good > FewCharacters || Utf8IsLikelier(bytes[first..], named)))
        {
            if (named is not { CodePage: 65001 }) repair = Told(declared, Encoding.UTF8);
            return Encoding.UTF8.GetString(bytes);
        }
        if (named is { CodePage: 65001 } && good >= 4 * bad) return Encoding.UTF8.GetString(bytes);
        if (named is not null && IsMultiByte(named) && bytes.Length - first <= 2 * FewCharacters && named.GetString(bytes) is var brief && !brief.AsSpan().ContainsAny(Broken)) return brief;

        var chosen = Choose(bytes[Math.Max(0, first - 100)..], named is { CodePage: 65001 } ? null : named);
        if (chosen.CodePage != named?.CodePage) repair = Told(declared, chosen);
        return chosen.GetString(bytes);
    }

    /// <summary>Two or three characters of another charset may be well-formed UTF-8 by chance: D5 AA D2 AA is 摘要 in GB 18030, and an Armenian letter with a Cyrillic one.</summary>
    private static bool Utf8IsLikelier(ReadOnlySpan<byte> bytes, Encoding named)
    {
        Span<char> buffer = new char[bytes.Length + 16];
        return Score(Encoding.UTF8, bytes, buffer) >= Score(named, bytes, buffer);
    }

    private static string Told(string? declared, Encoding read) => $"charset {(string.IsNullOrWhiteSpace(declared) ? "missing" : declared)}, bytes read as {read.WebName}";

    private static Encoding Choose(ReadOnlySpan<byte> bytes, Encoding? named)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        Span<char> buffer = new char[SampleBytes + 16];
        var best = named;
        var bestScore = named is null ? double.MinValue : Score(named, sample, buffer) + Margin;
        if (bestScore - Margin >= 0.78) return named!;
        foreach (var guess in Guesses)
        {
            if (guess.CodePage == named?.CodePage) continue;
            var score = Score(guess, sample, buffer);
            if (score <= bestScore) continue;
            (best, bestScore) = (guess, score);
        }
        return best ?? CharsetNames.Windows1252;
    }

    private static double Score(Encoding encoding, ReadOnlySpan<byte> sample, Span<char> buffer)
    {
        var decoder = encoding.GetDecoder();
        decoder.Convert(sample, buffer, flush: false, out _, out var chars, out _);
        return CharsetScore.Of(buffer[..chars]);
    }

    /// <summary>Counts well-formed multi-byte sequences and bytes that belong to none.</summary>
    private static (int Good, int Bad) Utf8Evidence(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
                if (next < 0) break;
                bytes = bytes[next..];
                continue;
            }
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.Done) good++;
            else if (status == OperationStatus.InvalidData || bytes.Length > 3) bad++;
            bytes = bytes[used..];
        }
        return (good, bad);
    }

    private static bool IsMultiByte(Encoding encoding) => !encoding.IsSingleByte;

    private static bool IsShifted(Encoding encoding) =>
        encoding.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936 or 65000 or 1200 or 1201 or 12000 or 12001;

    private static bool LooksIso2022(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;
}
