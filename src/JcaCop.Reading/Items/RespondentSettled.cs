using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Whom a mail speaks for, once it is known what it says: a name that turned out to be something else is not whom.</summary>
internal static class RespondentSettled
{
    /// <returns>Null where the mail tells nobody.</returns>
    public static Respondent? Of(ItemContext context, IReadOnlyList<Item> items)
    {
        var respondent = context.Respondent;
        if (respondent?.Body is null && ReportReader.BodyOf(context, items) is { } reporting) respondent = new Respondent(null, respondent?.Organization, reporting);
        // "the contribution entitled 'Hotline statistics'": what somebody submits is not whom the mail speaks for
        if (respondent?.Organization is { } house && items.Any(item => item is Contribution { Title: { } title } && title == house)) respondent = Without(respondent);
        // "Actividad: Foro …": the title of what somebody reports is not whom the mail speaks for; who organizes it may be
        if (respondent?.Organization is { } titled && items.OfType<Activity>().FirstOrDefault(item => item.Title == titled) is { } reported
            && items.All(item => item is Activity other && other.Organization == reported.Organization))
            respondent = respondent with { Organization = reported.Organization };
        // "2. Ms Ba, Adviser, Ministry of Communication": the house of one of several who are listed is not whom a mission speaks for
        if (respondent?.Organization is not null && items.Any(item => item is Registration) && EntryHouses.IsAttendees(context)) respondent = Without(respondent);
        if (respondent?.Organization is { } led && NamedByNoun.Bare(led) is var bare && bare != led) respondent = respondent with { Organization = bare };
        // to whom a mail is written, and what it only puts forward, is not whom it speaks for
        if (respondent?.Organization is { } taken && (Addressed.Is(context.Text, taken) || NamedByNoun.IsPutForward(context, items, taken) || IsOfActivity(context, items, taken))) respondent = Without(respondent);
        return respondent;
    }

    private static Respondent? Without(Respondent respondent) => respondent.Country is null && respondent.Body is null ? null : respondent with { Organization = null };

    /// <summary>"A study, with the University of X" in a list of activities: told in an entry alone, and neither signed nor in whose name the mail comes.</summary>
    private static bool IsOfActivity(ItemContext context, IReadOnlyList<Item> items, string house)
    {
        if (NamedByNoun.IsSigned(context.Mail, house) || !items.Any(static item => item is Activity) || AddressAgreement.House(house, context.Mail.Sender?.Email)) return false;
        var at = context.Text.IndexOf(house, StringComparison.Ordinal);
        return at >= 0 && context.Text.IndexOf(house, at + 1, StringComparison.Ordinal) < 0 && context.Layout.BlockAt(at) is Listing;
    }
}
