using System.CommandLine;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop meeting register|excuse</c>: who comes and who does not, where no mail said so that could be read.</summary>
internal static class MeetingPeople
{
    public static Verb Register(IServiceSource services)
    {
        var number = Number();
        var name = new Argument<string>("NAME") { Description = "Without honorific or title; or the person's number, as person list shows it." };
        var mode = Choice.Of<AttendanceMode>("--mode", "How the person takes part.", string.Join('|', Spelling.All<AttendanceMode>()));
        var organization = new Option<string?>("--organization") { Description = "For whom the person comes.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "ISO 3166-1 alpha-2.", HelpName = "CC" }.OfCountry();
        var function = new Option<string?>("--function") { Description = "The post.", HelpName = "TEXT" };
        var email = new Option<string?>("--email") { Description = "Where letters about the meeting go.", HelpName = "ADDRESS" }.Checked();
        var phone = new Option<string?>("--phone") { Description = "Telephone.", HelpName = "NUMBER" }.OfPhone();
        var instead = new Option<string?>("--instead-of") { Description = "Somebody registered, who stays away.", HelpName = "NAME" };
        var verb = new Verb("register", "Register somebody, or change a registration: by telephone, on paper, from a mail that was not read. No receipt is sent; the letters to participants are.",
            "meeting register 7 \"Lucy Park\" --organization \"Department of Communications\" --country AU --mode remote --email l.park@communications.example",
            "meeting register 7 \"Paul Girard\" --instead-of \"Claire Morvan\"", "meeting register 7 12 --mode in-person") { number, name, mode, organization, country, function, email, phone, instead };
        return DeskVerb.Changing(verb, services, line =>
        {
            var told = new ParticipantOrder(line.Value(number), line.Value(name))
            {
                Organization = line.Value(organization), Country = line.Value(country)?.ToUpperInvariant(), Function = line.Value(function), Email = line.Value(email), Phone = line.Value(phone),
                Mode = line.Value(mode), InsteadOf = line.Value(instead),
            };
            return new DeskOrder(line.Who, "meeting register", $"meeting {told.Meeting}: {told.Who}", MeetingKinds.All, draft => ParticipantDesk.Register(told, draft));
        });
    }

    public static Verb Excuse(IServiceSource services)
    {
        var number = Number();
        var name = new Argument<string>("NAME") { Description = "Of the person, or the person's number; or of a body or member that sends nobody." };
        var verb = new Verb("excuse", "Somebody does not come: a registration is taken back, or the regret is noted.", "meeting excuse 7 \"Lucy Park\"", "meeting excuse 7 \"ITU-T SG16\"") { number, name };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "meeting excuse", $"meeting {line.Value(number)}: {line.Value(name)}", MeetingKinds.All,
            draft => ParticipantDesk.Excuse(line.Value(number), line.Value(name), draft)));
    }

    private static Argument<string> Number() => new("NUMBER") { Description = "Of the meeting, as meeting list shows it." };
}
