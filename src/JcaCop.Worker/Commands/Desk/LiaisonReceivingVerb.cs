using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop liaison receive</c>: a statement that came on paper, or in a mail that was not read.</summary>
internal static class LiaisonReceivingVerb
{
    public static Verb Make(IServiceSource services)
    {
        var title = new Argument<string>("TITLE") { Description = "As the statement has it." };
        var from = new Option<string[]>("--from") { Description = "The body that sends it: canonical code or name; may be repeated.", HelpName = "BODY", Required = true };
        var reference = new Option<string?>("--reference") { Description = "The sender's number.", HelpName = "NUMBER" };
        var action = LiaisonCommand.Addressees("--action", "asked to act");
        var comment = LiaisonCommand.Addressees("--comment", "asked to comment");
        var information = LiaisonCommand.Addressees("--information", "informed");
        var deadline = new Option<string?>("--deadline") { Description = "Day by which it asks for an answer, inclusive (yyyy-MM-dd).", HelpName = "DAY" };
        var reply = new Option<string?>("--reply-to") { Description = "Our statement that it answers, which closes what its sender owed.", HelpName = "REFERENCE" };
        var name = new Option<string?>("--contact") { Description = "Name of its contact.", HelpName = "NAME" };
        var email = new Option<string?>("--email") { Description = "Address of its contact.", HelpName = "ADDRESS" }.Checked();
        var mail = new Option<long?>("--mail") { Description = "The mail that brought it: it goes along to whom the statement concerns.", HelpName = "ID" };
        var verb = new Verb("receive", "Enter a statement that came on paper, or in a mail that was not read. It is passed on to whom it concerns; no acknowledgement is sent.",
            "liaison receive \"Work on filters\" --from \"ITU-T SG16\" --reference SG16-LS45 --action JCA-COP --deadline 2012-11-01 --mail 17",
            "liaison receive \"Reply on filters\" --from \"ITU-T SG16\" --reply-to JCA-COP-LS1") { title, from, reference, action, comment, information, deadline, reply, name, email, mail };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var brought = line.Value(mail) is { } id ? await services.MailAsync(id, line.Services, stop) : null;
            if (brought is not null && brought.Line.Group is { } other && other != line.Group.Key) throw new Refusal(ExitCode.Usage, $"Mail {line.Value(mail)} is not of {line.Group.Name}.");
            var contact = line.Value(name) is null && line.Value(email) is null ? null : new LiaisonContact(line.Value(name), line.Value(email), null);
            var told = new ReceivedLiaison(line.Value(title), line.Value(reference)?.Trim(), [.. (line.Value(from) ?? []).Select(body => body.Trim())],
                LiaisonCommand.To(line.Value(action), line.Value(comment), line.Value(information)),
                line.Value(deadline) is { } day ? GroupTime.Day(day, "--deadline") : null, line.Value(reply), contact,
                brought?.Line.ArrivedAt ?? line.Services.GetRequiredService<TimeProvider>().GetUtcNow(), brought?.Line.Id, brought?.Line.Sender);
            return (new DeskOrder(line.Who, "liaison receive", told.Title, LiaisonDesk.Needs, draft => LiaisonReceiving.Receive(told, LiaisonPost.HouseOf(line.Group), line.Who, draft)),
                (_, _) => Task.CompletedTask);
        });
    }
}
