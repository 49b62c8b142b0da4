namespace JcaCop.Worker.Simulation;

/// <summary>A folder that tells a story: settings, timed lines, and mails that arrive at their Date.</summary>
/// <param name="SettingsFile">Full path of <c>settings.json</c>.</param>
/// <param name="Lines">In the order of their times.</param>
/// <param name="Mails">In the order of their times.</param>
internal sealed record Scenario(string Name, string SettingsFile, IReadOnlyList<ScenarioLine> Lines, IReadOnlyList<ScenarioMail> Mails);

/// <param name="Number">1 for the first line of <c>commands.txt</c>.</param>
/// <param name="At">UTC.</param>
/// <param name="Verb">First word after the time.</param>
/// <param name="Rest">What follows the verb, as written.</param>
internal sealed record ScenarioLine(int Number, DateTimeOffset At, string Verb, string Rest)
{
    public string Text => Rest.Length == 0 ? Verb : $"{Verb} {Rest}";
}

/// <param name="File">Full path.</param>
/// <param name="Name">File name without folder; unique in the scenario.</param>
/// <param name="At">Its Date header, UTC.</param>
/// <param name="Recipients">Bare addresses of To, Cc and the envelope's traces, in lower case.</param>
internal sealed record ScenarioMail(string File, string Name, DateTimeOffset At, IReadOnlyList<string> Recipients);

/// <summary>What reading a scenario folder comes to.</summary>
internal abstract record ScenarioReading
{
    private ScenarioReading() { }

    public sealed record Found(Scenario Scenario) : ScenarioReading;

    /// <param name="Errors">Each names file and line.</param>
    public sealed record Wrong(IReadOnlyList<string> Errors) : ScenarioReading;
}
