using JcaCop.Register;
using System.CommandLine;
using System.Text.Json;
using JcaCop.Post.Letters;
using JcaCop.Post.Pages;
using JcaCop.Post.Sending;
using JcaCop.Register.Stores;
using JcaCop.Worker.Doctor;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop doctor</c>: which step on the way fails, and what to do. Changes nothing but for folders that the service would make too.</summary>
internal static class DoctorCommand
{
    public static Command Make(IServiceSource services)
    {
        var json = Json.Option();
        var verb = new Verb("doctor", "Look at settings, disk, database, mailboxes and the way out, step by step. Ends with 1 where a step fails.", "doctor", "doctor --settings /etc/jcacop/jcacop.json --json") { json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, async provider =>
        {
            var output = line.InvocationConfiguration.Output;
            var steps = new List<DoctorStep>();
            await foreach (var step in StepsAsync(provider, stop))
            {
                steps.Add(step);
                if (!line.GetValue(json)) output.WriteLine(Told(step));
            }
            var problems = steps.Count(step => step.Result == StepResult.Problem);
            if (line.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(new { healthy = problems == 0, steps }, Json.Form));
            else output.WriteLine(problems == 0 ? "All is well." : $"{problems} {(problems == 1 ? "problem" : "problems")}.");
            return problems == 0 ? ExitCode.Ok : ExitCode.Problems;
        }, stop));
        return verb;
    }

    private static string Told(DoctorStep step) =>
        $"{step.Result switch { StepResult.Ok => "ok", StepResult.Skipped => "skipped", StepResult.Warning => "WARNING", _ => "PROBLEM" },-8} {step.Area,-18} {step.Name,-10} {step.Detail}".TrimEnd();

    private static async IAsyncEnumerable<DoctorStep> StepsAsync(IServiceProvider provider, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var groups = provider.GetRequiredService<GroupList>();
        yield return DoctorStep.Ok("settings", "rules", $"{Counted.Of(groups.Groups.Count, "group")}, {Counted.Of(groups.Mailboxes.Count, "mailbox", "mailboxes")}");
        foreach (var group in groups.Groups) yield return HouseSteps.Zone(group, clock.GetUtcNow());
        foreach (var step in HouseSteps.Data(provider.GetRequiredService<DataDirectory>().Path)) yield return step;
        var register = HouseSteps.Register(
            provider.GetRequiredService<Database>(), RegisterFile.Missing(provider), provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.UpgradeAtStart);
        yield return register;
        yield return HouseSteps.Templates(provider.GetRequiredService<LetterWriter>(), provider.GetRequiredService<PageWriter>(), provider.GetRequiredService<IOptions<LetterOptions>>().Value.TemplateFolder);
        var pages = provider.GetRequiredService<IOptions<PageOptions>>().Value.Folder;
        foreach (var step in HouseSteps.Pages(pages is { Length: > 0 } ? provider.GetRequiredService<DataDirectory>().Resolve(pages) : null)) yield return step;
        // Where there is no register of this version, there is nothing to count the mailboxes against.
        var counted = register.Result == StepResult.Ok && RegisterFile.Missing(provider) is null && provider.GetRequiredService<Database>().Status().Pending.Count == 0;
        foreach (var box in groups.Mailboxes)
            foreach (var step in await new MailboxSteps(box, clock, provider.GetRequiredService<ILoggerFactory>(), counted ? provider.GetRequiredService<MailboxAudit>() : null).TryAsync(stop)) yield return step;
        foreach (var step in await new SendingSteps(provider.GetRequiredService<IOptions<SendingOptions>>().Value).TryAsync(stop)) yield return step;
    }
}
