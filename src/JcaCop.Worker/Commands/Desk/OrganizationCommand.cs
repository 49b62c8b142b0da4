using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop organization</c>: organizations that were put forward, and how they stand.</summary>
internal static class OrganizationCommand
{
    public static Command Make(IServiceSource services) => new("organization", "Organizations that were put forward, and how they stand.")
    {
        RegisterTable.List(services, "organization", "organizations", ["id", "name", "country", "state", "contact", "e-mail", "website"],
            (register, _) => register.Organizations.Select(organization => (organization, (IReadOnlyList<string?>)
            [
                Text.Number(organization.Id), organization.Name, Text.Country(organization.Country), Text.Word(organization.State),
                register.Person(organization.ContactId)?.Name, register.Person(organization.ContactId)?.Email, organization.Website,
            ]))),
        RegisterTable.Show(services, "organization", EntryKind.Organization),
        Write(services, adds: true),
        Write(services, adds: false),
        RegisterTable.Proposals(services, "organization", EntryKind.Organization),
        Merge(services),
    };

    private static Verb Write(IServiceSource services, bool adds)
    {
        var id = new Argument<long>("ID") { Description = "Number, as organization list shows it." };
        var name = new Option<string?>("--name") { Description = "With its legal form.", HelpName = "NAME" };
        var called = NamedVerb.Argument(name);
        var other = new Option<string?>("--other-name") { Description = "A further name under which it is found: another language, an acronym. Empty: all of them are taken away.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "ISO 3166-1 alpha-2.", HelpName = "CC" }.OfCountry();
        var website = new Option<string?>("--website") { Description = "Website.", HelpName = "URL" }.OfWebsite();
        var address = new Option<string?>("--address") { Description = "Postal address.", HelpName = "TEXT" };
        var state = Choice.Of<OrganizationState>("--state", $"{Choice.Words<OrganizationState>()}.", "STATE");
        var contact = new Option<long?>("--contact") { Description = "Number of the person to write to.", HelpName = "ID" };
        var by = new Option<string?>("--nominated-by") { Description = "Address of whoever put it forward. Default: nobody is noted.", HelpName = "ADDRESS" }.Checked();
        var verb = adds
            ? new Verb("add", "Add an organization.", "organization add --name \"Lantern Children's Network\" --country AU")
            : new Verb("set", "Change what is on record of an organization; an empty text takes a value away.", "organization set 3 --state taking-part", "organization set 3 --other-name LCN") { id };
        if (adds) NamedVerb.Takes(verb, name, called, required: true);
        foreach (var option in new Option[] { name, other, country, website, address, state, contact, by }) verb.Add(option);
        return DeskVerb.Changing(verb, services, line =>
        {
            var code = line.Value(country)?.ToUpperInvariant();
            var order = new OrganizationOrder(line.Value(name) ?? (adds ? line.Value(called) : null), line.Value(other), code, line.Value(website), line.Value(address), line.Value(state), line.Value(contact)) { NominatedBy = line.Value(by) };
            return adds
                ? new DeskOrder(line.Who, "organization add", order.Name ?? "", OrganizationDesk.Needs, draft => OrganizationDesk.Add(order, draft))
                : new DeskOrder(line.Who, "organization set", $"organization {line.Value(id)}", OrganizationDesk.Needs, draft => OrganizationDesk.Set(line.Value(id), order, draft));
        });
    }

    private static Verb Merge(IServiceSource services)
    {
        var kept = new Argument<long>("KEPT") { Description = "The entry that stays." };
        var gone = new Argument<long>("GONE") { Description = "The entry that goes into it: names, people, seats and what the other lacks." };
        var verb = new Verb("merge", "Make one organization of two.", "organization merge 3 17") { kept, gone };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(
            line.Who, "organization merge", $"organization {line.Value(kept)} and {line.Value(gone)}", OrganizationDesk.Needs,
            draft => OrganizationDesk.Merge(line.Value(kept), line.Value(gone), draft)));
    }
}
