using System.CommandLine;
using System.Text.Json;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop erase</c>: takes personal data out for good, and leaves a stub so that counts stay true.</summary>
internal static class EraseCommand
{
    public static Command Make(IServiceSource services) => new("erase", "Take personal data out for good; a stub stays, so that counts stay true.")
    {
        Person(services),
        Mail(services),
        Attachment(services),
    };

    private static Verb Person(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as person list shows it." };
        var verb = new Verb("person", "A person: entry, history, own mails, letters, and wherever else the name or an address stands. Seats end and keep their dates.", "erase person 3 --yes") { id };
        return Complete(verb, services, (line, store, stop) => store.PersonAsync(line.Group.Key, line.Value(id), services.GroupKey, line.Who, stop));
    }

    private static Verb Mail(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number of the mail, as review list and export messages show it." };
        var verb = new Verb("mail",
            "The bytes of one mail, what was read from it, and the letters that answered it or passed it on. What was recorded of it stays, and so do documents that it brought.",
            "erase mail 17 --yes") { id };
        return Complete(verb, services, async (line, store, stop) =>
        {
            await services.MailAsync(line.Value(id), line.Services, stop);
            return await store.MailAsync(line.Value(id), line.Who, stop);
        });
    }

    private static Verb Attachment(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number of the mail." };
        var name = new Argument<string>("NAME") { Description = "File name of the attachment." };
        var verb = new Verb("attachment", "One attachment of a mail, also where it was filed as a document or passed on; a line that says so takes its place.", "erase attachment 17 passport.pdf --yes") { id, name };
        return Complete(verb, services, async (line, store, stop) =>
        {
            await services.MailAsync(line.Value(id), line.Services, stop);
            return await store.AttachmentAsync(line.Value(id), line.Value(name), line.Who, stop);
        });
    }

    private static Verb Complete(Verb verb, IServiceSource services, Func<DeskLine, EraseStore, CancellationToken, Task<EraseOutcome>> erase)
    {
        var yes = new Option<bool>("--yes") { Description = "Said by somebody who knows that it cannot be undone." };
        var json = Json.Option();
        verb.Add(yes);
        verb.Add(json);
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            if (!line.Value(yes)) throw new Refusal(ExitCode.Usage, "This cannot be undone. Say it again with --yes.");
            var outcome = await erase(line, line.Services.GetRequiredService<EraseStore>(), stop);
            if (outcome.Problem is { } problem) throw new Refusal(ExitCode.Usage, $"Nothing done: {problem}.");
            // By mail the order is still to be committed: then the files go with the next night.
            if (services.MessageId is null)
            {
                line.Services.GetRequiredService<ErasedFiles>().Delete(outcome);
                await line.Services.GetRequiredService<Database>().ScrubAsync(stop);
            }
            if (line.Value(json))
            {
                line.Output.WriteLine(JsonSerializer.Serialize(outcome, Json.Form));
                return ExitCode.Ok;
            }
            line.Output.WriteLine("Erased.");
            if (outcome.Mails.Count > 0) line.Output.WriteLine($"  Their bytes are gone here: {(outcome.Mails.Count == 1 ? "mail" : "mails")} {Numbers(outcome.Mails)}. What lies in the mailbox lies there still; delete it there too. Backups keep what they hold.");
            if (outcome.Mentioned.Count > 0) line.Output.WriteLine($"  Mails of others that named the person: {Numbers(outcome.Mentioned)}. Their bytes are kept; 'erase mail ID' takes them out.");
            if (outcome.Letters.Count > 0) line.Output.WriteLine($"  Letters that held it and were emptied: {outcome.Letters.Count}.");
            foreach (var file in outcome.Files) line.Output.WriteLine($"  Taken out of the archive: {file.Folder}/{file.Name}.");
            return ExitCode.Ok;
        });
    }

    private static string Numbers(IReadOnlyList<long> ids) => string.Join(", ", ids.Select(Text.Number));
}
