using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop member</c>: administrations, sector members, groups and bodies that are written to.</summary>
internal static class MemberCommand
{
    public static Command Make(IServiceSource services) => new("member", "Administrations, sector members, groups and bodies that letters go to.")
    {
        Add(services),
        Remove(services),
        RegisterTable.List(services, "member", "members", ["id", "name", "sort", "country", "body", "addresses", "language"],
            (register, _) => register.All<MemberEntry>().Where(member => member.Active).Select(member => (member, (IReadOnlyList<string?>)
            [
                Text.Number(member.Id), member.Name, Text.Word(member.Sort), Text.Country(member.Country), member.Body, string.Join(", ", member.Addresses.Select(address => address.Email)), member.Language,
            ]))),
        RegisterTable.Show(services, "member", EntryKind.Member),
    };

    private static Verb Add(IServiceSource services)
    {
        var name = new Argument<string>("NAME") { Description = "As in letters." };
        var country = new Option<string?>("--country") { Description = "ISO 3166-1 alpha-2: the member is that country's administration.", HelpName = "CC" }.OfCountry();
        var sort = Choice.Of<MemberSort>("--sort", $"{Choice.Words<MemberSort>()}. Default: administration with --country, otherwise external.", "SORT");
        var body = new Option<string?>("--body") { Description = "Canonical code of a body, as in 'ITU-T SG17'.", HelpName = "CODE" };
        var email = new Option<string[]>("--email") { Description = "Where letters go; may be repeated, the first counts first.", HelpName = "ADDRESS" }.Checked();
        var language = new Option<string?>("--language") { Description = "Language of letters. Default: the one in which the member writes, otherwise the group's.", HelpName = "ar|zh|en|fr|ru|es" };
        language.OneOf("ar", "zh", "en", "fr", "ru", "es");
        var rename = new Option<bool>("--rename") { Description = "The country or body is on record under another name, and this is its name now." };
        var verb = new Verb("add", "Add a member, or change what is on record of it.",
            "member add \"Administration of Australia\" --country AU --email itu@communications.example --language en",
            "member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example") { name, country, sort, body, email, language, rename };
        return DeskVerb.Changing(verb, services, line =>
        {
            var code = line.Value(country) is { Length: > 0 } given ? given.ToUpperInvariant() : null;
            var told = new MemberEntry(0, line.Group.Key, line.Value(name).Trim(),
                line.Value(sort) ?? (code is not null ? MemberSort.Administration : MemberSort.External), code, line.Value(body),
                [.. (line.Value(email) ?? []).Select(address => new PersonAddress(address, Reachability.Unknown))], line.Value(language), Active: true);
            return new DeskOrder(line.Who, "member add", told.Name, MemberDesk.Whole, draft => MemberDesk.Add(told, line.Value(rename), draft));
        });
    }

    private static Verb Remove(IServiceSource services)
    {
        var name = new Argument<string>("NAME") { Description = "Name, body code, or two-letter country code of an administration." };
        var verb = new Verb("remove", "Write to a member no longer. What it answered stays on record.", "member remove AU", "member remove \"ITU-T SG17\"") { name };
        return DeskVerb.Changing(verb, services, line =>
            new DeskOrder(line.Who, "member remove", line.Value(name), MemberDesk.Whole, draft => MemberDesk.Remove(line.Value(name), line.Who, draft)));
    }
}
