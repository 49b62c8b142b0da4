using System.CommandLine;
using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop letter</c>: what letters look like, with invented values and the operator's own templates.</summary>
internal static class LetterCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static IEnumerable<LetterSample> Samples => LetterKinds.All.SelectMany(kind => kind.Samples);

    public static Command Make(IServiceSource services) => new("letter", "What letters look like.")
    {
        List(),
        Preview(services),
    };

    private static Verb List()
    {
        var verb = new Verb("list", "Every letter that can be looked at: the kinds, and their variants.", "letter list");
        verb.SetAction(line =>
        {
            var output = line.InvocationConfiguration.Output;
            foreach (var kind in LetterKinds.All)
                output.WriteLine(kind.Samples is [_] ? kind.Name : $"{kind.Name}  ({string.Join(", ", kind.Samples.Skip(1).Select(sample => sample.Name))})");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Verb Preview(IServiceSource services)
    {
        var names = new Argument<string[]>("NAME") { Description = "Letters as letter list names them; none for all.", Arity = ArgumentArity.ZeroOrMore };
        var language = new Option<string[]>("--language") { Description = "One of the six languages; may be repeated; default all.", HelpName = "XX" };
        language.OneOf(StringComparer.OrdinalIgnoreCase, [.. LetterLanguages.All]);
        var folder = new Option<string>("--out") { Description = "Folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "letters" };
        var verb = new Verb("preview", "Write letters with invented values as NAME.xx.eml, .html and .txt.",
            "letter preview call-reminder --language fr", "letter preview --out /tmp/letters") { names, language, folder };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, async provider =>
        {
            var wanted = line.GetValue(names) is { Length: > 0 } named ? [.. named.Select(Sample)] : Samples.ToList();
            var languages = line.GetValue(language) is { Length: > 0 } chosen ? chosen.Select(one => one.ToLowerInvariant()) : LetterLanguages.All;
            var place = Directory.CreateDirectory(line.GetRequiredValue(folder)).FullName;
            var letters = provider.GetRequiredService<LetterWriter>();
            try
            {
                var written = 0;
                foreach (var one in languages)
                    foreach (var sample in wanted)
                    {
                        await WriteAsync(sample, letters, one, place, stop);
                        written++;
                    }
                line.InvocationConfiguration.Output.WriteLine($"{written} {(written == 1 ? "letter" : "letters")} written to {place}");
            }
            catch (TemplateException wrong)
            {
                throw new Refusal(ExitCode.Settings, wrong.Message, wrong);
            }
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static LetterSample Sample(string name) => Samples.FirstOrDefault(sample => sample.Name == name)
        ?? throw new Refusal(ExitCode.Usage, $"There is no letter '{name}'. 'jcacop letter list' names them.");

    private static async Task WriteAsync(LetterSample sample, LetterWriter letters, string language, string place, CancellationToken stop)
    {
        var mime = sample.Write(letters, language).Mime;
        var file = Path.Combine(place, $"{sample.Name}.{language}");
        await File.WriteAllBytesAsync(file + ".eml", mime, stop);
        using var bytes = new MemoryStream(mime);
        var message = await MimeMessage.LoadAsync(bytes, stop);
        await File.WriteAllTextAsync(file + ".html", message.HtmlBody, Utf8, stop);
        await File.WriteAllTextAsync(file + ".txt", message.TextBody, Utf8, stop);
    }
}
