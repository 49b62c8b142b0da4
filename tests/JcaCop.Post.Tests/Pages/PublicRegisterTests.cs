using JcaCop.Post.Pages;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Post.Tests.Pages;

public sealed class PublicRegisterTests
{
    private static readonly DateTimeOffset Now = new(2012, 9, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly Group Group = new("g", "G", "Group", "desk@union.example", null, null, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), [], null);
    private static readonly RegisterSnapshot Empty = new([], [], []);

    private static PublicRegister Shown(RegisterSnapshot all, PagePolicy? policy = null) => PublicRegister.Of(Group, all, policy ?? new PagePolicy(), Now);

    private static MeetingEntry Meeting(long id, MeetingState state) =>
        new(id, "g", $"{id}", "Meeting", new MeetingTime(new(2012, 8, 30), new(2012, 8, 30), new(18, 0), new(19, 30), "Europe/Zurich"), "Geneva", state);

    private static DocumentEntry Document(long id, DocumentSort sort, DocumentState state, long? meeting) => new(id, "g", $"DOC{id}", "Title", sort, state, meeting);

    [Fact]
    public void Meetings_are_public_once_they_were_announced()
    {
        var told = new Dictionary<string, DateTimeOffset> { [MeetingLetters.Announcement] = Now };
        var all = Empty with { Filed = [Meeting(1, MeetingState.Planned), Meeting(2, MeetingState.Announced), Meeting(3, MeetingState.Held), Meeting(4, MeetingState.Cancelled), Meeting(5, MeetingState.Cancelled) with { Letters = told }] };
        Assert.Equal([5, 3, 2], Shown(all).Meetings.Select(meeting => meeting.Id));
    }

    [Fact]
    public void Documents_are_public_once_filed_reports_once_approved_and_lists_of_participants_never()
    {
        var held = Meeting(1, MeetingState.Held) with { Report = new MeetingReport(ReportState.Approved, 3) };
        var awaiting = Meeting(2, MeetingState.Held) with { Report = new MeetingReport(ReportState.Drafted, 5) };
        var all = Empty with
        {
            Filed =
            [
                held, awaiting, Meeting(9, MeetingState.Planned),
                Document(1, DocumentSort.Contribution, DocumentState.Filed, 1), Document(2, DocumentSort.Contribution, DocumentState.Reserved, 1), Document(3, DocumentSort.Report, DocumentState.Filed, 1),
                Document(4, DocumentSort.Report, DocumentState.Filed, 1), Document(5, DocumentSort.Report, DocumentState.Filed, 2), Document(6, DocumentSort.Participants, DocumentState.Filed, 1),
                Document(7, DocumentSort.Information, DocumentState.Withdrawn, null), Document(8, DocumentSort.Information, DocumentState.Filed, null), Document(10, DocumentSort.Contribution, DocumentState.Filed, 9),
            ],
        };
        Assert.Equal([1, 3, 8], Shown(all).Documents.Select(document => document.Id));
    }

    [Fact]
    public void Statements_of_ours_are_public_once_they_left()
    {
        LiaisonEntry Statement(long id, LiaisonWay way, LiaisonState state) =>
            new(id, "g", way, state, way == LiaisonWay.Outgoing ? $"LS{id}" : null, null, [], [], null, null, null, null, null, null, null, [], "text", Now, null, null);
        var all = Empty with
        {
            Filed =
            [
                Statement(1, LiaisonWay.Outgoing, LiaisonState.Draft), Statement(2, LiaisonWay.Outgoing, LiaisonState.Approved), Statement(3, LiaisonWay.Outgoing, LiaisonState.Sent),
                Statement(4, LiaisonWay.Outgoing, LiaisonState.Withdrawn), Statement(5, LiaisonWay.Incoming, LiaisonState.Received), Statement(6, LiaisonWay.Outgoing, LiaisonState.Closed),
                Statement(7, LiaisonWay.Outgoing, LiaisonState.Closed) with { Number = null },
            ],
        };
        Assert.Equal([3, 5, 6], Shown(all).Liaisons.Select(liaison => liaison.Id));
    }

    [Fact]
    public void Persons_are_named_and_their_addresses_shown_only_where_the_settings_say_so()
    {
        var all = new RegisterSnapshot(
            [],
            [new PersonEntry(1, "g", "Jane Example", "Counsellor", null, [new("jane@union.example", Reachability.Unknown)], "+41 22 555 0101", null, "Street 1")],
            [new SeatEntry(1, "g", "ITU-T SG17", SeatRole.Representative, 1, null, new(2012, 8, 1), null, null, null, null), new SeatEntry(2, "g", "ITU-T SG2", SeatRole.Representative, 1, null, new(2012, 8, 1), new(2012, 9, 1), "resigned", null, null)]);
        var usual = Assert.Single(Shown(all).Seats);
        Assert.Equal(("Jane Example", null), (usual.Person?.Name, usual.Email));
        Assert.Equal("jane@union.example", Shown(all, new PagePolicy { EmailAddresses = true }).Seats[0].Email);
        var unnamed = Shown(all, new PagePolicy { PersonNames = false, EmailAddresses = true }).Seats[0];
        Assert.Equal((null, null), (unnamed.Person, unnamed.Email));
        Assert.Empty(Shown(all, new PagePolicy { Shown = new HashSet<PageSection> { PageSection.Meetings } }).Seats);
    }

    [Fact]
    public void Organizations_are_public_once_they_take_part()
    {
        OrganizationEntry Organization(long id, OrganizationState state) => new(id, "g", $"O{id}", [], null, null, null, state, null, null);
        var all = Empty with { Organizations = [.. Enum.GetValues<OrganizationState>().Select((state, i) => Organization(i + 1, state))] };
        Assert.Equal([OrganizationState.TakingPart], Shown(all).Organizations.Select(one => one.State));
    }
}
