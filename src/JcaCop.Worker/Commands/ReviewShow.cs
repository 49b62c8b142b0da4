using JcaCop.Register.Deciding;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Reading;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop review show ID</c>: the mail, what was understood of it, and why it waits.</summary>
internal static class ReviewShow
{
    public static Verb Make(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number of the mail, as review list shows it." };
        var raw = new Option<bool>("--raw") { Description = "The mail itself, byte by byte." };
        var json = Json.Option();
        var verb = new Verb("show", "One mail: its new text, what was understood of it, and why it waits.", "review show 17", "review show 17 --raw > mail.eml") { id, raw, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var queries = provider.GetRequiredService<MessageQueries>();
            var number = line.GetRequiredValue(id);
            var details = await services.MailAsync(number, provider, stop);
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(raw))
            {
                if (services.MessageId is not null) throw new Refusal(ExitCode.Usage, "--raw works on the command line; a letter holds no bytes of a mail.");
                var bytes = await queries.RawAsync(number, stop);
                if (bytes is not { Length: > 0 }) throw new Refusal(ExitCode.Usage, $"The bytes of mail {number} are here no more: they were erased, or are kept no longer.");
                await using var standard = Console.OpenStandardOutput();
                await standard.WriteAsync(bytes, stop);
            }
            else if (line.GetValue(json)) output.WriteLine(AsJson(details).ToJsonString(Json.Form));
            else Write(output, details, provider.ZoneOf(details.Line.Group), await queries.RawAsync(number, stop));
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static JsonNode AsJson(MessageDetails details) => new JsonObject
    {
        ["message"] = JsonSerializer.SerializeToNode(details.Line with { Kind = Spelling.OrNull(details.Line.Kind) }, Json.Form),
        ["reading"] = details.ReadingJson is { } reading ? JsonNode.Parse(reading) : null,
        ["items"] = new JsonArray([.. details.Items.Select(item =>
        {
            var node = JsonSerializer.SerializeToNode(item, Json.Form)!.AsObject();
            node["item"] = JsonNode.Parse(item.Json);
            node.Remove("json");
            return (JsonNode)node;
        })]),
    };

    private static void Write(TextWriter output, MessageDetails details, TimeZoneInfo zone, byte[]? raw)
    {
        var mail = details.Line;
        output.WriteLine($"Mail {mail.Id}: {Text.Spaced(mail.State.ToString())}{(mail.Reason is { } why ? $": {Printable.Line(why)}" : "")}");
        output.WriteLine($"  from     {Printable.Line($"{mail.SenderName} <{mail.Sender ?? "nobody"}>".Trim())}");
        output.WriteLine($"  subject  {Printable.Line(mail.Subject)}");
        output.WriteLine($"  arrived  {Text.Local(mail.ArrivedAt, zone)} in {mail.Mailbox}, {mail.Size} bytes, Message-ID {Printable.Line(mail.InternetId)}");
        if (mail.Kind is not null) output.WriteLine($"  read as  {Spelling.Of(mail.Kind)}, language {mail.Language}");
        foreach (var answer in details.Answer?.All ?? [])
            output.WriteLine($"  answers  {Printable.Line($"{answer.Call}, for {answer.Respondent}: {answer.Said?.Gist ?? "nothing said"}{(answer.State == ItemState.Held ? ", waits" : "")}: {answer.Why}")}");
        var read = raw is null ? null : Again(raw);
        foreach (var file in read?.Attachments.Where(file => file.Listed) ?? [])
            output.WriteLine($"  file     {Printable.Line(file.Name)}{(file.Problem is { } problem ? $" ({Printable.Line(problem)})" : string.IsNullOrWhiteSpace(file.Text) ? " (no text in it)" : "")}");
        if (read is { Body.HiddenText: true }) output.WriteLine("  note     it holds text that a reader cannot see; that was not read");
        foreach (var item in details.Items)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  item {item.Position}  {item.Type}: {Text.Word(item.State)} ({item.Confidence:0.00}): {Printable.Line(item.Why)}"));
            foreach (var (field, value) in ItemFields.Of(item.Json)) output.WriteLine($"    {field,-24} {Printable.Line(value)}");
        }
        if (read?.Body.ReplyText is not { Length: > 0 } text) return;
        output.WriteLine();
        foreach (var textLine in text.Split('\n')) output.WriteLine($"  | {Printable.Line(textLine)}");
    }

    /// <summary>Read again from the bytes: the register does not keep the text beside them.</summary>
    private static ReceivedMail? Again(byte[] raw)
    {
        try
        {
            return MailReader.Read(new MemoryStream(raw)).Mail;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
