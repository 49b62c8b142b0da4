using System.Globalization;
using System.Text;
using JcaCop.Reading;
using JcaCop.Reading.Explaining;
using JcaCop.Reading.Items;
using JcaCop.Reading.Text;

namespace JcaCop.Worker.Commands;

/// <summary>A mail as the reader saw it: its text line by line, each value's passage in brackets with its number, and below the line what was made of it.</summary>
/// <remarks>The sign before a line tells what it is: <c>&gt;</c> quoted, <c>~</c> signature, <c>-</c> disclaimer or footer, <c>+</c> passed on, none for new text.</remarks>
internal sealed class MarkedUpMail(MailReading reading, string file)
{
    private readonly IReadOnlyList<ExplainedField> fields = Explanation.Of(reading);

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Printable.Line(file)}: {fields[0].Value}, {reading.Language}, {(reading.NeedsAttention ? "a person must look" : "nobody need look")}; {Printable.Line(reading.Mail.Subject)}");
        for (var i = 0; i < reading.Items.Count; i++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  item {i + 1}: {reading.Items[i].GetType().Name.ToLowerInvariant()}, confidence {reading.Items[i].Confidence:0.00}, {(reading.Items[i].Decision == Decision.Accept ? "accept" : "review")}"));
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Passage is null) output.WriteLine("  " + Told(i));
        Write(output, PassageSource.Subject, reading.Mail.Subject, []);
        Write(output, null, reading.Mail.Body.Text, reading.Mail.Body.Passages);
        foreach (var attachment in reading.Mail.Attachments)
        {
            output.WriteLine($"  attachment {Printable.Line(attachment.Name)}{(attachment.Problem is { } problem ? $": {Printable.Line(problem)}" : "")}");
            if (attachment.Text is { } text && fields.Any(field => field.Passage?.Source == attachment.Name)) Write(output, attachment.Name, text, []);
        }
        output.WriteLine();
    }

    private void Write(TextWriter output, string? source, string text, IReadOnlyList<BodyPassage> cuts)
    {
        var here = Enumerable.Range(0, fields.Count).Where(index => fields[index].Passage is { } passage && passage.Source == source).ToList();
        if (source == PassageSource.Subject && here.Count == 0) return;
        var number = 0;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var marks = here.Where(index => fields[index].Passage is { } p && p.Offset < end + 1 && p.Offset + p.Length > start).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(source is null ? Sign(cuts, start, end) : ' ')}{++number,5} | {Marked(text, start, end, marks)}"));
            foreach (var index in marks.Where(index => fields[index].Passage!.Offset >= start)) output.WriteLine($"       |   {Told(index)}");
            start = end + 1;
        }
    }

    private string Told(int index)
    {
        var field = fields[index];
        var confidence = field.Confidence is { } sure ? string.Create(CultureInfo.InvariantCulture, $"{sure:0.00}, ") : "";
        return $"[{index + 1}] {(field.Item is { } item ? $"{item} " : "")}{field.Field} = {Printable.Line(field.Value)} ({confidence}{Printable.Line(field.Why)})";
    }

    private string Marked(string text, int start, int end, List<int> marks)
    {
        var line = new StringBuilder();
        for (var at = start; at <= end; at++)
        {
            foreach (var index in marks)
                if (at > start && Math.Min(end, fields[index].Passage!.Offset + fields[index].Passage!.Length) == at) line.Append('⟧');
            foreach (var index in marks)
                if (Math.Max(start, fields[index].Passage!.Offset) == at && at < end) line.Append(CultureInfo.InvariantCulture, $"⟦{index + 1} ");
            if (at < end) line.Append(text[at] == '\t' ? " │ " : Shown(text[at]));
        }
        return line.ToString();
    }

    /// <summary>Halves of a pair pass: together they are one character.</summary>
    private static string Shown(char c) => char.IsSurrogate(c) ? c.ToString() : Printable.Line(c.ToString());

    private static char Sign(IReadOnlyList<BodyPassage> cuts, int start, int end)
    {
        foreach (var cut in cuts)
            if (cut.Start < end && cut.Start + cut.Length > start)
                return cut.Kind switch { PassageKind.Quote => '>', PassageKind.Signature => '~', PassageKind.Boilerplate => '-', PassageKind.Forwarded => '+', _ => ' ' };
        return ' ';
    }
}
