namespace JcaCop.Worker.Commands;

/// <summary>What a table is written as: csv, json or xlsx, as the name of its file ends.</summary>
internal static class ExportShape
{
    /// <param name="usual">Where the name has no ending.</param>
    /// <exception cref="Refusal">The name ends as a file of another kind does.</exception>
    public static string Of(string file, string usual) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        "" => usual,
        ".json" => "json",
        ".csv" => "csv",
        ".xlsx" => "xlsx",
        var other => throw new Refusal(ExitCode.Usage, $"'{other}' is nothing that a table is written as: end the name in .json, .csv or .xlsx, or say --format."),
    };
}
