using JcaCop.Register;
using System.CommandLine;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages;
using JcaCop.Worker.Pages;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop pages</c>: the public pages.</summary>
internal static class PagesCommand
{
    public static Command Make(IServiceSource services) => new("pages", "The public pages: a static site of each group, in six languages.") { Write(services, "write", "pages write"), Preview(services) };

    /// <summary><c>jcacop publish</c>: the same as <c>pages write</c>.</summary>
    public static Command Publish(IServiceSource services) => Write(services, "publish", "publish");

    private static Verb Write(IServiceSource services, string name, string typed)
    {
        var target = new Option<string?>("--out") { Description = "Folder to write to. Default: the setting Pages:Folder.", HelpName = "DIR" };
        var verb = new Verb(name, "Write the public pages of all published groups. Files that did not change are not touched.", typed, $"{typed} --out /tmp/pages") { target };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, provider =>
        {
            var folder = line.GetValue(target) is { } path ? Path.GetFullPath(path, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory)
                : provider.GetRequiredService<IOptions<PageOptions>>().Value.Folder is { Length: > 0 } set ? provider.GetRequiredService<DataDirectory>().Resolve(set)
                : throw new Refusal(ExitCode.Usage, "Where to? Name a folder with --out DIR, or set Pages:Folder.");
            return TellAsync(line, folder, () => provider.GetRequiredService<SitePublisher>().WriteAsync(folder, stop));
        }, stop));
        return verb;
    }

    private static Verb Preview(IServiceSource services)
    {
        var target = new Option<string>("--out") { Description = "Folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "pages-preview" };
        var verb = new Verb("preview", "Write the pages of an invented group with your own templates: what pages look like.", "pages preview --out /tmp/pages") { target };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, async provider =>
        {
            var folder = Path.GetFullPath(line.GetRequiredValue(target), (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
            var file = Path.GetTempFileName();
            try
            {
                await File.WriteAllTextAsync(file, "Stands for the file of a document.", stop);
                var policy = provider.GetRequiredService<IOptions<PageOptions>>().Value.ToPolicy();
                var site = provider.GetRequiredService<SiteWriter>();
                return await TellAsync(line, folder, () => new SiteFolder(folder).PlaceAsync(site.Write([SamplePages.Register(policy.BaseUrl, file)], policy.BaseUrl), stop));
            }
            finally
            {
                File.Delete(file);
            }
        }, stop));
        return verb;
    }

    private static async Task<int> TellAsync(ParseResult line, string folder, Func<Task<SiteChange>> write)
    {
        try
        {
            var change = await write();
            line.InvocationConfiguration.Output.WriteLine($"{folder}: {Counted.Of(change.Written, "file")} written, {Text.Number(change.Removed)} removed, {Text.Number(change.Unchanged)} as they were.");
            return ExitCode.Ok;
        }
        catch (TemplateException wrong)
        {
            throw new Refusal(ExitCode.Settings, wrong.Message, wrong);
        }
    }
}
