using System.Text.Json.Nodes;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Training;

/// <summary>Single sentences with what they say, one a line (<c>tests/JcaCop.Reading.Tests/Sentences</c>), as mails.</summary>
internal static class Sentences
{
    public static IEnumerable<Golden> In(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('|');
            var reading = SentenceMail.Under("JCA-COP", row[0], row[1].Replace("\\n", "\n", StringComparison.Ordinal));
            var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, reading.Mail.Body.Readable, DateOnly.FromDateTime(reading.Mail.WrittenAt!.Value.DateTime));
            yield return new Golden(file, Path.GetFileName(file), context, [.. row[2].Split("//", StringSplitOptions.RemoveEmptyEntries).Select(Item)]);
        }
    }

    /// <summary><c>type/field=value/…</c></summary>
    private static JsonObject Item(string written)
    {
        var item = new JsonObject { ["type"] = written.Split('/')[0] };
        foreach (var field in written.Split('/').Skip(1))
        {
            if (field.Split('=', 2) is not [var path, var value]) continue;
            if (path.Split('.') is [var outer, var inner])
            {
                if (item[outer] is not JsonObject) item[outer] = new JsonObject();
                item[outer]![inner] = value;
            }
            else item[path] = value;
        }
        return item;
    }
}
