namespace JcaCop.Worker.Doctor;

/// <summary>Whether the account that runs this may write into a folder, found out by writing.</summary>
internal static class FolderProbe
{
    /// <param name="folder">Made where it is not there, as the service would.</param>
    /// <returns>What the system says; null where it lets us write.</returns>
    public static string? Refusal(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
