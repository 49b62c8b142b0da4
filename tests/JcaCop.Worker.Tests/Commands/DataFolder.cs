using System.Globalization;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>A data directory of its own for one test, and mails to put into it.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jcacop-verbs-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Runs a verb on this data directory.</summary>
    public Task<JcacopRun> RunAsync(params string[] args) => Jcacop.RunAsync([.. args, "--data", Path]);

    /// <summary>A nomination as a labelled form, which any reader of forms understands.</summary>
    public string WriteNomination(string folder, int number, string organization)
    {
        Directory.CreateDirectory(In(folder));
        var file = In(folder, string.Create(CultureInfo.InvariantCulture, $"nomination-{number}.eml"));
        File.WriteAllText(file, $"""
            From: Jane Example <jane@ministry.example>
            To: tsbjcacop@itu.int
            Subject: TSB Circular 313 - nomination
            Date: Mon, 24 Sep 2012 14:07:00 +0200
            Message-ID: <nomination-{number}@ministry.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Dear Secretariat,

            With reference to TSB Circular 313, the Ministry of Examples nominates the following organization:

            Organization: {organization}
            Country: Australia
            Contact person: Ms Anna Sample
            E-mail: anna.sample@network{number}.example
            Telephone: +61 3 5550 0101

            Kind regards,
            Jane Example

            """.ReplaceLineEndings("\r\n"));
        return file;
    }
}
