using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;

namespace JcaCop.Worker.Doctor;

/// <summary>Looks at the way out for letters. Sends nothing.</summary>
internal sealed class SendingSteps(SendingOptions options)
{
    private const string Area = "sending";
    private static readonly string[] AfterTcp = ["tls", "sign-in"];

    public async Task<IReadOnlyList<DoctorStep>> TryAsync(CancellationToken stop) =>
        options.Kind == TransportKind.Folder ? [Folder(options.Folder!)] : await SmtpAsync(stop);

    private static DoctorStep Folder(string folder) => FolderProbe.Refusal(folder) is { } why
        ? DoctorStep.Problem(Area, "folder", $"{why} Give the account of the service the right to write there, or set Sending:Folder.")
        : DoctorStep.Ok(Area, "folder", $"{folder}: letters are put there; another program must send them");

    private async Task<IReadOnlyList<DoctorStep>> SmtpAsync(CancellationToken stop)
    {
        var steps = new List<DoctorStep>(await ServerSteps.TryAsync(Area, options.Host!, options.PortOfServer(), stop));
        if (steps.Exists(step => step.Result == StepResult.Problem))
            return [.. steps, .. (steps.Count == 1 ? AfterTcp.Prepend("tcp") : AfterTcp).Select(name => DoctorStep.Skipped(Area, name))];
        try
        {
            using var client = await new SmtpConnector(options).OpenAsync(stop);
            steps.Add(DoctorStep.Ok(Area, "tls", client.IsSecure ? $"{client.SslProtocol}, certificate trusted" : "none, to this machine itself"));
            steps.Add(DoctorStep.Ok(Area, "sign-in", options.SignIn == SignIn.None ? "none asked for" : $"as {options.User}"));
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (MailServerException error)
        {
            var signIn = error.Step is MailServerStep.SignIn or MailServerStep.Secret;
            if (signIn) steps.Add(DoctorStep.Ok(Area, "tls", ""));
            steps.Add(DoctorStep.Problem(Area, signIn ? "sign-in" : "tls", error.Message));
            if (!signIn) steps.Add(DoctorStep.Skipped(Area, "sign-in"));
        }
        return steps;
    }
}
