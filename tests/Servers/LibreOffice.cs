using System.Diagnostics;
using Xunit;

namespace JcaCop.Tests.Servers;

/// <summary>LibreOffice without a window, as judge and as author of documents. A test that needs it is skipped where it is not installed.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice" }.FirstOrDefault(File.Exists);

    /// <summary>Why there is none on this machine; null where there is.</summary>
    public static string? Missing { get; } =
        Program is null ? "LibreOffice (soffice; Debian: libreoffice-writer-nogui, libreoffice-calc-nogui) is not installed"
        : !HasFont("zh-cn") || !HasFont("ar") ? "LibreOffice has no font for Chinese or Arabic (Debian: fonts-noto-cjk, fonts-noto-core), and a page printed without one holds none of their characters"
        : null;

    private static bool HasFont(string language)
    {
        if (!OperatingSystem.IsLinux()) return true; // other systems bring such fonts
        try
        {
            using var list = Process.Start(new ProcessStartInfo("fc-list", [$":lang={language}", "family"]) { RedirectStandardOutput = true })!;
            return list.StandardOutput.ReadToEnd().Trim().Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Converts files, all in one run, with a profile of its own. Without any result it is run once more: a first start with a new profile may end before its work.</summary>
    /// <param name="files">Paths of the files.</param>
    /// <param name="to">Format to write, as <c>--convert-to</c> takes it: <c>pdf</c>, <c>odt:writer8</c>.</param>
    /// <param name="folder">Where the results go.</param>
    /// <param name="options">More options of the command, such as <c>--infilter=…</c>.</param>
    /// <returns>The results by name without ending; a file that would have to be repaired has none.</returns>
    public static async Task<SortedDictionary<string, byte[]>> ConvertAsync(IReadOnlyList<string> files, string to, string folder, params string[] options)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var stop = TestContext.Current.CancellationToken;
        var ending = "*." + to.Split(':')[0];
        var said = "";
        for (var run = 1; run <= 2; run++)
        {
            var profile = Directory.CreateTempSubdirectory("jcacop-office-");
            try
            {
                using var office = Process.Start(new ProcessStartInfo(Program!, [$"-env:UserInstallation=file://{profile.FullName}", "--headless", "--norestore", .. options, "--convert-to", to, "--outdir", folder, .. files])
                    { RedirectStandardOutput = true, RedirectStandardError = true })!;
                var (output, errors) = (office.StandardOutput.ReadToEndAsync(stop), office.StandardError.ReadToEndAsync(stop));
                await office.WaitForExitAsync(stop);
                said += await output + await errors;
            }
            finally
            {
                profile.Delete(recursive: true);
            }
            if (Directory.GetFiles(folder, ending) is { Length: > 0 } results)
                return new(results.ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes), StringComparer.Ordinal);
        }
        Assert.Fail("LibreOffice wrote nothing: " + said);
        return [];
    }
}
