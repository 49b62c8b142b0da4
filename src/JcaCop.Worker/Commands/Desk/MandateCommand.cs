using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop mandate</c>: the versions of the terms of reference, how long they last, and their review.</summary>
internal static class MandateCommand
{
    private const int LongestText = 20_000;

    public static Command Make(IServiceSource services) => new("mandate", "Terms of reference by version, their lifetime and review.")
    {
        RegisterTable.List(services, "mandate", "mandates", ["id", "title", "from", "until", "review", "decided by", "parent", "officers", "state"],
            (register, time) => register.All<MandateEntry>().OrderBy(mandate => mandate.From).Select(mandate => (mandate, (IReadOnlyList<string?>)
            [
                Text.Number(mandate.Id), mandate.Title, Text.Day(mandate.From), Text.Day(mandate.Until), Text.Day(mandate.Review), mandate.DecidedBy, mandate.Parent,
                string.Join("; ", mandate.Officers.Select(officer => $"{officer.Name} ({officer.Role})")),
                mandate.StandingOn(time.Day),
            ])), "Only what holds on this day, by what is known now.", (mandate, day) => mandate.HoldsOn(day)),
        RegisterTable.Show(services, "mandate", EntryKind.Mandate),
        Add(services),
        Set(services),
        Review(services),
        End(services),
    };

    private static Verb Add(IServiceSource services)
    {
        var title = new Argument<string>("TITLE") { Description = "As in lists: 'Terms of reference of 2012'." };
        var fields = new Fields();
        var from = new Option<string?>("--from") { Description = "First day (yyyy-MM-dd). Default: the day of the decision, or today.", HelpName = "DAY" };
        var decidedBy = DecidedBy();
        var verb = new Verb("add", "Add a version. It takes the place of the one before; its end and review are owed by the secretariat, which is reminded.",
            "mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17, TSB Circular 278\" --decided-on 2012-04-30 --until 2013-04-30 --parent \"ITU-T SG17\"",
            "mandate add \"Terms of reference of 2015\" --from 2015-09-17 --decided-by \"ITU-T SG17\" --review 2017-05-01 --officer \"Chairman=Ann Marsh\"") { title, from, decidedBy };
        fields.AddTo(verb);
        return DeskVerb.Changing(verb, services, line =>
        {
            var now = GroupTime.Today((TimeProvider)line.Services.GetService(typeof(TimeProvider))!, line.Group.Zone);
            var decided = line.Value(fields.DecidedOn) is { } day ? GroupTime.Day(day, "--decided-on") : (DateOnly?)null;
            var told = fields.Apply(line, new MandateEntry(
                0, line.Group.Key, line.Value(title).Trim(), line.Group.Parent, [], line.Value(decidedBy)!, decided,
                line.Value(from) is { } first ? GroupTime.Day(first, "--from") : decided ?? now, null, null, services.TakeTextBelow()));
            return new DeskOrder(line.Who, "mandate add", told.Title, MandateDesk.Needs, draft => MandateDesk.Add(told, LiaisonPost.HouseOf(line.Group), draft));
        });
    }

    private static Verb Set(IServiceSource services)
    {
        var id = Id();
        var fields = new Fields();
        var decidedBy = new Option<string?>("--decided-by") { Description = "Body that decided it.", HelpName = "WHO" };
        var verb = new Verb("set", "Correct what is on record of a version; what is not named stays.", "mandate set 1 --until 2013-06-30",
            "mandate set 1 --officer \"Chairman=Ann Marsh\" --officer \"Vice-chairman=Paul Reyes\"") { id, decidedBy };
        fields.AddTo(verb);
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "mandate set", $"mandate {line.Value(id)}", MandateDesk.Needs, draft =>
            MandateDesk.Set(line.Value(id), before => fields.Apply(line, before with { DecidedBy = line.Value(decidedBy) ?? before.DecidedBy }), LiaisonPost.HouseOf(line.Group), draft)));
    }

    private static Verb Review(IServiceSource services)
    {
        var id = Id();
        var decidedBy = DecidedBy();
        var until = new Option<string?>("--until") { Description = "New last day of the lifetime. Default: as it was.", HelpName = "DAY" };
        var next = new Option<string?>("--next") { Description = "Day of the next review. Default: the one on record, where it is still to come.", HelpName = "DAY" };
        var verb = new Verb("review", "The review took place and the activity goes on. Its first TSAG meeting after a WTSA reviews a joint coordination activity (Rec. ITU-T A.1, 2.2.10).",
            "mandate review 2 --decided-by \"TSAG, 4 June 2013\" --until 2016-12-31 --next 2017-05-01") { id, decidedBy, until, next };
        return DeskVerb.Changing(verb, services, line =>
        {
            var (last, coming) = (Day(line, until, "--until"), Day(line, next, "--next"));
            return new DeskOrder(line.Who, "mandate review", $"mandate {line.Value(id)}", MandateDesk.Needs,
                draft => MandateDesk.Review(line.Value(id), line.Value(decidedBy)!, last, coming, LiaisonPost.HouseOf(line.Group), draft));
        });
    }

    private static Verb End(IServiceSource services)
    {
        var id = Id();
        var decidedBy = DecidedBy();
        var on = new Option<string>("--on") { Description = "Last day.", HelpName = "DAY", Required = true };
        var verb = new Verb("end", "The activity ends on a day; nothing more is owed for its mandate.", "mandate end 2 --on 2017-05-05 --decided-by TSAG") { id, on, decidedBy };
        return DeskVerb.Changing(verb, services, line =>
        {
            var day = GroupTime.Day(line.Value(on)!, "--on");
            return new DeskOrder(line.Who, "mandate end", $"mandate {line.Value(id)}", MandateDesk.Needs, draft => MandateDesk.End(line.Value(id), day, line.Value(decidedBy)!, draft));
        });
    }

    private static Argument<long> Id() => new("ID") { Description = "Number, as mandate list shows it." };

    private static Option<string> DecidedBy() => new("--decided-by") { Description = "Body or meeting that decided it, and where it is written.", HelpName = "WHO", Required = true };

    private static DateOnly? Day(DeskLine line, Option<string?> option, string name) => line.Value(option) is { } day ? GroupTime.Day(day, name) : null;

    /// <summary>What a version may say, when it is added and when it is corrected.</summary>
    private sealed class Fields
    {
        private readonly Option<string?> until = new("--until") { Description = "Last day of the lifetime, inclusive.", HelpName = "DAY" };
        private readonly Option<string?> review = new("--review") { Description = "Day of the next review.", HelpName = "DAY" };
        private readonly Option<string?> parent = new("--parent") { Description = "Body to which the group reports. Default: that of the settings.", HelpName = "BODY" };
        private readonly Option<string[]> officers = new("--officer") { Description = "An officer, as in 'Chairman=Ann Marsh'; may be repeated; all are named anew.", HelpName = "ROLE=NAME" };
        private readonly Option<string?> text = new("--text") { Description = "The terms of reference; paragraphs are parted by \\n\\n. By mail, what stands below the order serves as well.", HelpName = "TEXT" };

        public Option<string?> DecidedOn { get; } = new("--decided-on") { Description = "Day of the decision.", HelpName = "DAY" };

        public void AddTo(Verb verb)
        {
            foreach (var option in new Option[] { DecidedOn, until, review, parent, officers, text }) verb.Add(option);
        }

        /// <exception cref="Refusal">A day or an officer is none.</exception>
        public MandateEntry Apply(DeskLine line, MandateEntry before)
        {
            if (line.Value(text) is { Length: > LongestText }) throw new Refusal(ExitCode.Usage, "--text: at most 20,000 characters; longer terms of reference are filed as a document.");
            return before with
            {
                DecidedOn = Day(line, DecidedOn, "--decided-on") ?? before.DecidedOn, Until = Day(line, until, "--until") ?? before.Until, Review = Day(line, review, "--review") ?? before.Review,
                Parent = line.Value(parent) ?? before.Parent, Text = line.Value(text)?.Replace("\\n", "\n", StringComparison.Ordinal).Trim() ?? before.Text,
                Officers = line.Value(officers) is { Length: > 0 } named ? [.. named.Select(Officer)] : before.Officers,
            };
        }

        private static MandateOfficer Officer(string told) => told.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } role, { Length: > 0 } name]
            ? new MandateOfficer(role, name) : throw new Refusal(ExitCode.Usage, $"--officer takes a role, '=' and a name, as in 'Chairman=Ann Marsh'; '{told}' is none.");
    }
}
