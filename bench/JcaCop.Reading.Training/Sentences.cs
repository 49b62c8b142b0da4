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
            var attendance = Path.GetFileName(file).StartsWith("attendance", StringComparison.Ordinal);
            var reading = SentenceMail.Under(attendance ? null : "JCA-COP", row[0], row[1].Replace("\\n", "\n", StringComparison.Ordinal));
            var context = MailReader.ContextOf(reading.Mail, reading.Sort);
            yield return new Golden(file, Path.GetFileName(file), context, attendance ? [.. row[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => Attendee(one, SentenceMail.WriterOf(row[0])))] : [.. row[2].Split("//", StringSplitOptions.RemoveEmptyEntries).Select(Item)]);
        }
    }

    /// <summary><c>R:name:way</c> or <c>G:name</c>, as in <c>attendance.txt</c>; S is the writer.</summary>
    private static JsonObject Attendee(string written, string writer)
    {
        var parts = written.Split(':');
        var name = parts[1] == "S" ? writer : parts[1];
        if (parts[0] == "G") return new JsonObject { ["type"] = "regret", ["name"] = name };
        var item = new JsonObject { ["type"] = "registration", ["person"] = new JsonObject { ["name"] = name } };
        if (parts[2] is "i" or "r") item["mode"] = parts[2] == "i" ? "in-person" : "remote";
        return item;
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
