using System.Diagnostics;
using System.Text.Json;
using static JcaCop.Reading.ReadingJson;

namespace JcaCop.Reading.Items;

/// <summary>Writes one item in the shape of <c>corpus/SCHEMA.md</c>.</summary>
internal static class ItemJson
{
    /// <param name="withSigns">Adds what the confidence follows from.</param>
    public static void Write(Utf8JsonWriter json, Item item, bool withSigns = false)
    {
        json.WriteStartObject();
        json.WriteString("type", TypeName(item));
        Fields(json, item);
        json.WriteNumber("confidence", Math.Round(item.Confidence, 3));
        json.WriteString("decision", item.Decision == Decision.Accept ? "accept" : "review");
        json.WriteStartArray("evidence");
        foreach (var evidence in item.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", evidence.Field);
            Field(json, "source", evidence.Source);
            json.WriteNumber("offset", evidence.Offset);
            json.WriteString("text", evidence.Text);
            json.WriteNumber("confidence", Math.Round(evidence.Confidence, 3));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (withSigns)
        {
            json.WriteStartObject("signs");
            foreach (var sign in item.Signs) json.WriteNumber(sign.Name, sign.Value);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The word that names the item's type in answers, settings and the register.</summary>
    public static string TypeName(Item item) => item.GetType().Name.ToLowerInvariant();

    public static string RoleName(SeatRole role) => role == SeatRole.FocalPoint ? "focal-point" : role.ToString().ToLowerInvariant();

    private static void Fields(Utf8JsonWriter json, Item item)
    {
        switch (item)
        {
            case Nomination nomination:
                Write(json, "organization", nomination.Organization);
                Write(json, "contact", nomination.Contact);
                break;
            case Representative representative:
                Field(json, "body", representative.Body);
                if (representative.Role is { } role) json.WriteString("role", RoleName(role));
                Write(json, "person", representative.Person);
                Field(json, "replaces", representative.Replaces);
                Day(json, "from", representative.From);
                Day(json, "until", representative.Until);
                break;
            case Withdrawal withdrawal:
                json.WriteString("of", withdrawal.Of.ToString().ToLowerInvariant());
                Field(json, "name", withdrawal.Name);
                Field(json, "body", withdrawal.Body);
                Day(json, "until", withdrawal.Until);
                break;
            case Correction correction:
                Field(json, "name", correction.Name);
                Write(json, "person", correction.Person);
                Write(json, "organization", correction.Organization);
                if (correction.Beside) json.WriteBoolean("beside", true);
                if (correction.Letters) json.WriteBoolean("letters", true);
                break;
            case Liaison liaison:
                Write(json, liaison);
                break;
            case Activity activity:
                Field(json, "title", activity.Title);
                if (activity.Category is { } category) json.WriteString("category", category.ToString().ToLowerInvariant());
                Field(json, "organization", activity.Organization);
                Field(json, "country", activity.Country);
                Day(json, "start", activity.Start);
                Day(json, "end", activity.End);
                Field(json, "place", activity.Place);
                Field(json, "website", activity.Website);
                break;
            case Position position:
                json.WriteString("position", position.Taken == PositionTaken.NoObjection ? "no-objection" : position.Taken.ToString().ToLowerInvariant());
                Field(json, "of", position.Of);
                break;
            case Questionnaire questionnaire:
                json.WriteStartArray("responses");
                foreach (var response in questionnaire.Responses)
                {
                    json.WriteStartObject();
                    json.WriteString("number", response.Number);
                    json.WriteString("text", response.Text);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case Registration registration:
                Day(json, "meeting", registration.Meeting);
                if (registration.Mode is { } mode) json.WriteString("mode", mode == AttendanceMode.InPerson ? "in-person" : "remote");
                Write(json, "person", registration.Person);
                Field(json, "organization", registration.Organization);
                Field(json, "country", registration.Country);
                Field(json, "rank", registration.Rank?.ToString().ToLowerInvariant());
                break;
            case Regret regret:
                Day(json, "meeting", regret.Meeting);
                Field(json, "name", regret.Name);
                break;
            case Contribution contribution:
                Field(json, "title", contribution.Title);
                Field(json, "source", contribution.Source);
                Day(json, "meeting", contribution.Meeting);
                Texts(json, "files", contribution.Files);
                break;
            case Report report:
                Day(json, "meeting", report.Meeting);
                Field(json, "title", report.Title);
                Texts(json, "files", report.Files);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Write(Utf8JsonWriter json, Liaison liaison)
    {
        Field(json, "reference", liaison.Reference);
        Texts(json, "from", liaison.From);
        Texts(json, "forAction", liaison.ForAction);
        Texts(json, "forComment", liaison.ForComment);
        Texts(json, "forInformation", liaison.ForInformation);
        Texts(json, "cc", liaison.Cc);
        Field(json, "title", liaison.Title);
        Day(json, "deadline", liaison.Deadline);
        Day(json, "date", liaison.Date);
        Write(json, "contact", liaison.Contact);
        Field(json, "inReplyTo", liaison.InReplyTo);
        Texts(json, "alsoInReplyTo", liaison.AlsoInReplyTo);
        Texts(json, "files", liaison.Files);
    }

    private static void Write(Utf8JsonWriter json, string key, Person? person)
    {
        if (person is null) return;
        json.WriteStartObject(key);
        Field(json, "name", person.Name);
        Field(json, "function", person.Function);
        Field(json, "email", person.Email);
        Field(json, "phone", person.Phone);
        Field(json, "fax", person.Fax);
        Field(json, "address", person.Address);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Organization? organization)
    {
        if (organization is null) return;
        json.WriteStartObject(key);
        Field(json, "name", organization.Name);
        Field(json, "country", organization.Country);
        Field(json, "website", organization.Website);
        Field(json, "address", organization.Address);
        json.WriteEndObject();
    }
}
