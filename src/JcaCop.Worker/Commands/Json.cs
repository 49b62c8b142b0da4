using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Worker.Commands;

/// <summary>How verbs write JSON: camel case, names of six languages readable, nulls left out.</summary>
internal static class Json
{
    public static JsonSerializerOptions Form { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Telephone numbers with their +; the output goes to a terminal or a program, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(Spelling.Policy) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Name } },
        WriteIndented = true,
    };

    public static Option<bool> Option() => new("--json") { Description = "JSON for another program." };

    /// <summary>What options and tables call a kind is called so in an entry, too; a deadline is an instant, with its rule beside it.</summary>
    private static void Name(JsonTypeInfo info)
    {
        if ((info.Type == typeof(CallEntry) || info.Type == typeof(DocumentEntry)) && info.Properties.FirstOrDefault(property => property.Name == "sort") is { } sort)
        {
            // What sort of entry it is stands in no JSON; its name is free.
            if (info.Properties.FirstOrDefault(property => property.Name == "kind") is { } unwritten) info.Properties.Remove(unwritten);
            sort.Name = "kind";
        }
        if (info.Type != typeof(CallEntry) || info.Properties.FirstOrDefault(property => property.Name == "deadline") is not { } whole) return;
        var place = info.Properties.IndexOf(whole);
        info.Properties.RemoveAt(place);
        info.Properties.Insert(place, Added<DateTimeOffset?>(info, "deadline", call => call.Deadline?.At));
        info.Properties.Insert(place + 1, Added<string?>(info, "deadlineRule", call => call.Deadline?.Rule));
    }

    private static JsonPropertyInfo Added<T>(JsonTypeInfo info, string name, Func<CallEntry, T> value)
    {
        var property = info.CreateJsonPropertyInfo(typeof(T), name);
        property.Get = call => value((CallEntry)call);
        return property;
    }
}
