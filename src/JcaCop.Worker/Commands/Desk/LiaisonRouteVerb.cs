using System.CommandLine;
using JcaCop.Post.Letters;
using JcaCop.Reading.Parts;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop liaison route</c>: a statement that came is passed to a study group or another body.</summary>
internal static class LiaisonRouteVerb
{
    public static Verb Make(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as liaison list shows it." };
        var to = new Option<string>("--to") { Description = "The body that gets it: canonical code, as in 'ITU-T SG17', or name. Whoever holds a seat for it, or where nobody does its own address.", HelpName = "BODY", Required = true };
        var purpose = Choice.Of<LiaisonPurpose>("--for", $"{Choice.Words<LiaisonPurpose>()}. Default: what the statement asks of the body, otherwise information.", "PURPOSE");
        var verb = new Verb("route", "Pass a statement that came to a study group or another body, once to each reader. The chairman and the bodies that it addresses get it by themselves.",
            "liaison route 5 --to \"ITU-T SG17\"", "liaison route 5 --to \"ITU-T SG17\" --for comment") { id, to, purpose };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var register = await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, null, stop);
            if (register.One<LiaisonEntry>(line.Value(id)) is not { Way: LiaisonWay.Incoming } statement) throw new Refusal(ExitCode.Usage, $"There is no statement {line.Value(id)} that came.");
            var today = GroupTime.Today(line.Services.GetRequiredService<TimeProvider>(), line.Group.Zone);
            var body = Called(line.Value(to)!.Trim(), named => ReadersOf(named).Count > 0);
            var told = Told(body);
            var readers = ReadersOf(body);
            var holders = await line.Services.GetRequiredService<OutboxStore>().HoldersAsync(line.Group.Key, new EntryRef(EntryKind.Liaison, statement.Id), readers.Select(reader => reader.Address.Email), stop);
            var raw = statement.MessageId is { } mail ? await line.Services.GetRequiredService<MessageQueries>().RawAsync(mail, stop) : null;
            var text = LiaisonRoutingJob.TextOf(raw);
            var post = line.Services.GetRequiredService<LiaisonPost>();
            return (new DeskOrder(line.Who, "liaison route", $"liaison {statement.Id} to {body}", LiaisonDesk.Needs, draft => LiaisonDesk.Pass(
                statement.Id, told, [.. readers.Select(reader => reader.Address.Email)],
                [.. readers.Where(reader => !holders.Contains(reader.Address.Email))
                    .Select(reader => post.Passing(line.Group, statement, told.Purpose, reader.Address, text, raw, draft.Now)).OfType<OutgoingLetter>()],
                draft)), (_, _) => Task.CompletedTask);

            LiaisonAddressee Told(string named) => new(named, line.Value(purpose) ?? statement.PurposeFor([named]));

            IReadOnlyList<(LetterAddress Address, LiaisonPurpose Purpose)> ReadersOf(string named) => LiaisonReaders.For(Told(named), statement, LiaisonPost.HouseOf(line.Group), register, today);
        });
    }

    /// <summary>"sg17" as "ITU-T SG17". Of several sectors that have a group of the number the one is meant of which somebody is known.</summary>
    private static string Called(string body, Func<string, bool> reached) => StudyGroups.Meant(body) switch
    {
        [var only] => only,
        { Count: > 1 } several => several.Where(reached).ToList() is [var known] ? known
            : throw new Refusal(ExitCode.Usage, $"Which group is '{body}': {string.Join(", ", several)}? Please write it with its sector."),
        _ => Known(body),
    };

    private static string Known(string body) => Bodies.Parse(body) ?? (Domains.IsBodyCode(body) ? Bodies.Parse(body.ToUpperInvariant()) : null) ?? body;
}
