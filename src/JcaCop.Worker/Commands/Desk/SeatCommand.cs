using System.CommandLine;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop seat</c>: who stands for which body or organization, from when until when.</summary>
internal static class SeatCommand
{
    public static Command Make(IServiceSource services) => new("seat", "Who stands for which body or organization, from when until when.")
    {
        RegisterTable.List(services, "seat", "seats", ["id", "body", "role", "person", "e-mail", "from", "until", "ended by", "confirmed"],
            (register, time) => register.Seats.Select(seat => (seat, (IReadOnlyList<string?>)
            [
                Text.Number(seat.Id), seat.Body, Text.Word(seat.Role), register.Person(seat.PersonId)?.Name, register.Person(seat.PersonId)?.Email,
                Text.Day(seat.From), Text.Day(seat.Until), seat.EndedBy, Text.Local(seat.ConfirmedAt, time.Zone),
            ]))),
        RegisterTable.Show(services, "seat", EntryKind.Seat),
        Add(services),
        Begin(services),
        End(services),
        Confirm(services),
    };

    private static Verb Add(IServiceSource services)
    {
        var body = new Argument<string>("BODY") { Description = "Canonical code, as in 'ITU-T SG17', or the organization's name." };
        var person = new Option<long>("--person") { Description = "Number of the person, as person list shows it.", HelpName = "ID", Required = true };
        var role = Choice.Of<SeatRole>("--role", $"{Choice.Words<SeatRole>()}. Default: representative.", "ROLE");
        var from = new Option<string?>("--from") { Description = "First day, in the group's zone. Default: today.", HelpName = "DAY" };
        var by = new Option<string?>("--nominated-by") { Description = "Address of whoever designated the person. Default: nobody is noted.", HelpName = "ADDRESS" }.Checked();
        var verb = new Verb("add", "Give a person a seat.", "seat add \"ITU-T SG17\" --person 3 --role alternate --from 2012-08-30") { body, person, role, from, by };
        return DeskVerb.Changing(verb, services, line =>
        {
            var day = line.Value(from) is { } told ? GroupTime.Day(told, "--from") : Today(line);
            return new DeskOrder(line.Who, "seat add", line.Value(body), SeatDesk.AddNeeds,
                draft => SeatDesk.Add(line.Value(body), line.Value(person), line.Value(role) ?? SeatRole.Representative, day, string.IsNullOrWhiteSpace(line.Value(by)) ? null : line.Value(by)!.Trim(), draft));
        });
    }

    private static Verb Begin(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as seat list shows it." };
        var from = new Option<string>("--from") { Description = "First day on which it holds, in the group's zone.", HelpName = "DAY", Required = true };
        var verb = new Verb("begin", "Put the first day of a seat right.", "seat begin 4 --from 2013-03-01") { id, from };
        return DeskVerb.Changing(verb, services, line =>
        {
            var day = GroupTime.Day(line.Value(from)!, "--from");
            return new DeskOrder(line.Who, "seat begin", $"seat {line.Value(id)}", SeatDesk.Needs, draft => SeatDesk.Begin(line.Value(id), day, draft));
        });
    }

    private static Verb End(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as seat list shows it." };
        var until = new Option<string?>("--until") { Description = "First day on which it no longer holds. Default: today.", HelpName = "DAY" };
        var why = new Option<string>("--why") { Description = "Kept with the seat.", HelpName = "TEXT", DefaultValueFactory = _ => "ended by the secretariat" };
        var verb = new Verb("end", "End a seat; it stays on record.", "seat end 4", "seat end 4 --until 2013-05-01 --why \"left the ministry\"") { id, until, why };
        return DeskVerb.Changing(verb, services, line =>
        {
            var day = line.Value(until) is { } told ? GroupTime.Day(told, "--until") : Today(line);
            return new DeskOrder(line.Who, "seat end", $"seat {line.Value(id)}", SeatDesk.Needs, draft => SeatDesk.End(line.Value(id), day, line.Value(why)!, Today(line), draft)) { Named = SeatDesk.About(line.Value(id)) };
        });
    }

    private static Verb Confirm(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as seat list shows it." };
        var verb = new Verb("confirm", "Note that a seat is still held.", "seat confirm 4") { id };
        return DeskVerb.Changing(verb, services, line =>
            new DeskOrder(line.Who, "seat confirm", $"seat {line.Value(id)}", SeatDesk.Needs, draft => SeatDesk.Confirm(line.Value(id), line.Who, Today(line), draft)) { Named = SeatDesk.About(line.Value(id)) });
    }

    private static DateOnly Today(DeskLine line) => GroupTime.Today(line.Services.GetRequiredService<TimeProvider>(), line.Group.Zone);
}
