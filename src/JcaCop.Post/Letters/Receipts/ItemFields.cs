using System.Diagnostics;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using Activity = JcaCop.Reading.Items.Activity;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>A field of an item as a letter shows it.</summary>
/// <param name="Field">Names the label in <see cref="ItemWords.Fields"/>.</param>
/// <param name="Text">Null where the mail does not give it and the register would like to have it.</param>
internal readonly record struct ItemField(string Field, string? Text, string? Suffix = null);

/// <summary>The fields of an item in the order in which a letter shows them: all that were given, and those missed.</summary>
internal sealed class ItemFields(LetterLanguage language)
{
    private readonly ItemWords words = language.Items;

    public IReadOnlyList<ItemField> Of(Item item)
    {
        var fields = new List<ItemField>(12);
        switch (item)
        {
            case Nomination nomination:
                Add(fields, nomination.Organization, wanted: true);
                Add(fields, nomination.Contact, "contact", wanted: true);
                break;
            case Representative representative:
                Wanted(fields, "body", representative.Body);
                Given(fields, "role", Fixed("role", representative.Role is { } role ? Role(role) : null));
                Add(fields, representative.Person, "person", wanted: true);
                Given(fields, "replaces", representative.Replaces);
                Given(fields, "firstDay", Day(representative.From));
                Given(fields, "lastDay", Day(representative.Until));
                break;
            case Withdrawal withdrawal:
                Given(fields, "withdrawn", Fixed("withdrawn", withdrawal.Of.ToString().ToLowerInvariant()));
                Wanted(fields, "concerned", withdrawal.Name);
                Given(fields, "body", withdrawal.Body);
                Given(fields, "lastDay", Day(withdrawal.Until));
                break;
            case Correction correction:
                Wanted(fields, "concerned", correction.Name);
                if (correction is { Letters: true } or { Beside: true })
                {
                    Given(fields, correction.Letters ? "lettersTo" : "furtherEmail", correction.Person?.Email);
                    break;
                }
                Add(fields, correction.Organization, wanted: false);
                Add(fields, correction.Person, "person", wanted: false);
                break;
            case Liaison liaison:
                Add(fields, liaison);
                break;
            case Activity activity:
                Wanted(fields, "title", activity.Title);
                Given(fields, "category", Fixed("category", activity.Category?.ToString().ToLowerInvariant()));
                Given(fields, "organization", activity.Organization);
                Given(fields, "country", Country(activity.Country));
                Given(fields, "start", Day(activity.Start));
                Given(fields, "end", Day(activity.End));
                Given(fields, "place", activity.Place);
                Given(fields, "website", activity.Website);
                break;
            case Position position:
                Given(fields, "position", Fixed("position", Code(position.Taken)));
                Given(fields, "consultation", position.Of);
                break;
            case Questionnaire questionnaire:
                foreach (var response in questionnaire.Responses) fields.Add(new("question", response.Text, response.Number));
                Given(fields, "awaited", questionnaire.Awaited.Count > 0 ? string.Join(", ", questionnaire.Awaited) : null);
                break;
            case Registration registration:
                Wanted(fields, "meeting", Day(registration.Meeting));
                Given(fields, "mode", Fixed("mode", registration.Mode switch { AttendanceMode.InPerson => "in-person", AttendanceMode.Remote => "remote", _ => null }));
                Add(fields, registration.Person, "person", wanted: false);
                Given(fields, "organization", registration.Organization);
                Given(fields, "country", Country(registration.Country));
                Given(fields, "rank", Fixed("rank", registration.Rank?.ToString().ToLowerInvariant()));
                break;
            case Regret regret:
                Given(fields, "meeting", Day(regret.Meeting));
                Given(fields, "person", regret.Name);
                break;
            case Contribution contribution:
                Wanted(fields, "title", contribution.Title);
                Given(fields, "source", contribution.Source);
                Given(fields, "meeting", Day(contribution.Meeting));
                Given(fields, "files", List(contribution.Files));
                break;
            case Report report:
                Given(fields, "meeting", Day(report.Meeting));
                Given(fields, "title", report.Title);
                Given(fields, "files", List(report.Files));
                break;
            default:
                throw new UnreachableException();
        }
        return fields;
    }

    private void Add(List<ItemField> fields, Liaison liaison)
    {
        Given(fields, "reference", liaison.Reference);
        Given(fields, "from", List(liaison.From));
        Given(fields, "forAction", List(liaison.ForAction));
        Given(fields, "forComment", List(liaison.ForComment));
        Given(fields, "forInformation", List(liaison.ForInformation));
        Given(fields, "cc", List(liaison.Cc));
        Given(fields, "title", liaison.Title);
        Given(fields, "deadline", Day(liaison.Deadline));
        Given(fields, "date", Day(liaison.Date));
        Given(fields, "inReplyTo", liaison.InReplyTo is { } reply ? string.Join(", ", liaison.AlsoInReplyTo.Prepend(reply)) : null);
        if (liaison.Contact is not null) Add(fields, liaison.Contact, "contact", wanted: false);
        Given(fields, "files", List(liaison.Files));
    }

    private void Add(List<ItemField> fields, Organization? organization, bool wanted)
    {
        Add(fields, "organization", organization?.Name, wanted);
        Add(fields, "country", Country(organization?.Country), wanted);
        Given(fields, "address", organization?.Address);
        Given(fields, "website", organization?.Website);
    }

    private static void Add(List<ItemField> fields, Person? person, string name, bool wanted)
    {
        Add(fields, name, person?.Name, wanted);
        Given(fields, "function", person?.Function);
        Add(fields, "email", person?.Email, wanted);
        Add(fields, "phone", person?.Phone, wanted);
        Given(fields, "fax", person?.Fax);
        Given(fields, "address", person?.Address);
    }

    private static void Add(List<ItemField> fields, string field, string? text, bool wanted)
    {
        if (text is not null || wanted) fields.Add(new(field, text));
    }

    private static void Given(List<ItemField> fields, string field, string? text) => Add(fields, field, text, wanted: false);

    private static void Wanted(List<ItemField> fields, string field, string? text) => Add(fields, field, text, wanted: true);

    internal static string Code(PositionTaken taken) => taken == PositionTaken.NoObjection ? "no-objection" : taken.ToString().ToLowerInvariant();

    private static string Role(SeatRole role) => role == SeatRole.FocalPoint ? "focal-point" : role.ToString().ToLowerInvariant();

    private string? Fixed(string field, string? value) => value is null ? null : words.Value(field, value);

    private string? Country(string? code) => code is null ? null : language.Country(code);

    private string? Day(DateOnly? day) => day is { } known ? language.Words.Write(known) : null;

    private string? List(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join(language.Words.ListSeparator, texts);
}
