using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop person</c>: people, their posts and addresses.</summary>
internal static class PersonCommand
{
    public static Command Make(IServiceSource services) => new("person", "People: posts, organizations, addresses.")
    {
        RegisterTable.List(services, "person", "persons", ["id", "name", "function", "organization", "addresses", "phone"],
            (register, _) => register.Persons.Select(person => (person, (IReadOnlyList<string?>)
            [
                Text.Number(person.Id), person.Name, person.Function, register.Organization(person.OrganizationId)?.Name,
                string.Join(", ", person.Addresses.Select(address => address.Reachability == Reachability.Unreachable ? $"{address.Email} (unreachable)" : address.Email)), person.Phone,
            ]))),
        RegisterTable.Show(services, "person", EntryKind.Person),
        Write(services, adds: true),
        Write(services, adds: false),
        RegisterTable.Proposals(services, "person", EntryKind.Person),
        Merge(services),
        PersonDataVerb.Make(services),
    };

    private static Verb Write(IServiceSource services, bool adds)
    {
        var id = new Argument<long>("ID") { Description = "Number, as person list shows it." };
        var name = new Option<string?>("--name") { Description = "Without honorific or title.", HelpName = "NAME" };
        var called = NamedVerb.Argument(name);
        var function = new Option<string?>("--function") { Description = "The post.", HelpName = "TEXT" };
        var organization = new Option<string?>("--organization") { Description = "An organization of the register.", HelpName = "NAME" };
        var email = new Option<string?>("--email") { Description = "The address to write to first; earlier ones are kept after it.", HelpName = "ADDRESS" }.Checked();
        var phone = new Option<string?>("--phone") { Description = "Telephone.", HelpName = "NUMBER" }.OfPhone();
        var fax = new Option<string?>("--fax") { Description = "Fax.", HelpName = "NUMBER" }.OfPhone();
        var address = new Option<string?>("--address") { Description = "Postal address.", HelpName = "TEXT" };
        var verb = adds
            ? new Verb("add", "Add a person.", "person add --name \"Anna Sample\" --email anna@network.example --function \"Head of Unit\"")
            : new Verb("set", "Change what is on record of a person; an empty text takes a value away.", "person set 3 --phone \"+61 3 5550 4500\"", "person set 3 --fax \"\"") { id };
        if (adds) NamedVerb.Takes(verb, name, called, required: false);
        foreach (var option in new Option[] { name, function, organization, email, phone, fax, address }) verb.Add(option);
        return DeskVerb.Changing(verb, services, line =>
        {
            var order = new PersonOrder(
                line.Value(name) ?? (adds ? line.Value(called) : null), line.Value(function), line.Value(organization), line.Value(email), line.Value(phone), line.Value(fax), line.Value(address));
            return adds
                ? new DeskOrder(line.Who, "person add", order.Name ?? order.Email ?? "", PersonDesk.Needs, draft => PersonDesk.Add(order, draft))
                : new DeskOrder(line.Who, "person set", $"person {line.Value(id)}", PersonDesk.Needs, draft => PersonDesk.Set(line.Value(id), order, draft));
        });
    }

    private static Verb Merge(IServiceSource services)
    {
        var kept = new Argument<long>("KEPT") { Description = "The entry that stays." };
        var gone = new Argument<long>("GONE") { Description = "The entry that goes into it: addresses, seats and what the other lacks." };
        var verb = new Verb("merge", "Make one person of two.", "person merge 3 17") { kept, gone };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(
            line.Who, "person merge", $"person {line.Value(kept)} and {line.Value(gone)}", PersonDesk.MergeNeeds,
            draft => PersonDesk.Merge(line.Value(kept), line.Value(gone), draft)));
    }
}
