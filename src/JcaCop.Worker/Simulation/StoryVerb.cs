namespace JcaCop.Worker.Simulation;

/// <summary>The verbs that only a story has; all others are those of the command line.</summary>
internal static class StoryVerb
{
    /// <summary>What people did, and the service had no part in.</summary>
    public const string Note = "note";

    /// <summary>The service stops; mail piles up.</summary>
    public const string Down = "down";

    /// <summary>The service starts again.</summary>
    public const string Up = "up";

    public const string End = "end";

    /// <summary>What is wrong with a line of the story's own; null where nothing is, or where the verb is none of these.</summary>
    public static string? WrongWith(string verb, string rest) => (verb, rest.Length) switch
    {
        (Note, 0) => "note needs a text.",
        (Down or Up or End, > 0) => $"{verb} stands alone; '{rest}' means nothing here.",
        _ => null,
    };

    /// <summary>Why a verb of the command line has no place in a story; null where it has one, or where there is none of that name.</summary>
    public static string? Senseless(string verb) => verb is "run" or "read" or "init" or "doctor" or "demo" or "simulate" or "corpus" or "letter"
        ? $"'{verb}' makes no sense inside a story: the service runs already, and needs nothing from outside." : null;

    public static bool Is(string verb) => verb is Note or Down or Up or End;
}
