namespace JcaCop.Post.MailServers;

/// <summary>A secret in a file of its own, as service managers hand it over (systemd credentials, container secrets).</summary>
public static class SecretFile
{
    /// <param name="setting">Named in the message when the file cannot be read; the secret never is.</param>
    public static string FirstLine(string setting, string path)
    {
        try
        {
            var line = File.ReadLines(path).FirstOrDefault()?.TrimEnd();
            return line is { Length: > 0 } ? line : throw new MailServerException(MailServerStep.Secret, $"{setting}: the first line of {path} is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException(MailServerStep.Secret, $"{setting}: {path} cannot be read: {error.Message}", error);
        }
    }
}
