using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Digests;

/// <summary>Who was to have the report of a meeting and has no address on record. No letter fails of whom none is written to: without this nobody would know (Rec. ITU-T A.1, 2.2.8: TSAG follows the reports).</summary>
internal static class UnreachedCopies
{
    /// <param name="since">End of the period of the last digest, UTC.</param>
    public static IEnumerable<DigestUndelivered> Of(Group group, DateTimeOffset since, DateTimeOffset now, RegisterSnapshot snapshot) =>
        snapshot.All<MeetingEntry>().Where(meeting => meeting.Report.Deliveries.Any(delivery => delivery.At > since && delivery.At <= now)).SelectMany(meeting => group.Copies.Prepend(group.Parent).OfType<string>()
            .Where(name => !name.Contains('@', StringComparison.Ordinal) && !IsReached(name, meeting, snapshot))
            .Select(name => new DigestUndelivered(name, meeting.Title, new Told($"the register knows no address of {name}: member add \"{name}\" --body \"{name}\" --email ADDRESS"))));

    private static bool IsReached(string name, MeetingEntry meeting, RegisterSnapshot snapshot) =>
        snapshot.All<MemberEntry>().FirstOrDefault(member => NameKey.Of(member.Body) == NameKey.Of(name) || NameKey.Of(member.Name) == NameKey.Of(name)) is { } member
        && meeting.Report.Deliveries.Any(delivery => delivery.Name == member.Name || member.Addresses.Any(address => address.Email.Equals(delivery.Email, StringComparison.OrdinalIgnoreCase)));
}
