using System.Data.Common;
using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Pages;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Doctor;

/// <summary>What lies in our own house: data directory, database, time zones, templates.</summary>
internal static class HouseSteps
{
    private const long LittleSpace = 500L * 1024 * 1024;

    public static IEnumerable<DoctorStep> Data(string directory)
    {
        const string area = "data directory";
        if (FolderProbe.Refusal(directory) is { } why)
            return [DoctorStep.Problem(area, "write", $"{why} Give the account of the service the right to write there, or set DataDirectory.")];
        var written = DoctorStep.Ok(area, "write", directory);
        var free = new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace;
        var said = string.Create(CultureInfo.InvariantCulture, $"{free / (1024 * 1024)} MB free");
        return [written, free < LittleSpace
            ? new DoctorStep(area, "space", StepResult.Warning, $"{said}: mail is taken only once it is on disk.")
            : DoctorStep.Ok(area, "space", said)];
    }

    /// <param name="missing">Where the embedded database should be and is not yet; null where there is one, or a server.</param>
    public static DoctorStep Register(Database database, string? missing, bool mayUpgrade)
    {
        const string area = "database";
        if (missing is not null)
            return FolderProbe.Refusal(Path.GetDirectoryName(missing)!) is { } why
                ? DoctorStep.Problem(area, "schema", $"{missing} cannot be made: {why} Set Database:File.")
                : DoctorStep.Ok(area, "schema", $"{missing} is made when the service first starts");
        try
        {
            var status = database.Status();
            if (status.Newer is [var newer, ..])
                return DoctorStep.Problem(area, "schema", $"{database.Place} was upgraded by a later version of jcacop ({newer}). Start that version, or put the copy of before the upgrade in place.");
            if (status.Pending.Count == 0) return DoctorStep.Ok(area, "schema", $"{database.Place}, {Counted.Of(status.Applied.Count, "script")} applied");
            var waits = $"{database.Place}: {status.Pending.Count} schema scripts wait";
            return mayUpgrade
                ? DoctorStep.Ok(area, "schema", $"{waits} and are applied when the service starts")
                : DoctorStep.Problem(area, "schema", $"{waits}, and Database:UpgradeAtStart is false. Run 'jcacop db upgrade'.");
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return DoctorStep.Problem(area, "connection",
                $"{database.Place}: {error.Message} {(database.Dialect == Dialect.SqlServer ? "Check server, database name, account and rights; a database that is not there yet is made by 'jcacop db upgrade'." : "Check that the file is whole and may be written.")}");
        }
    }

    public static DoctorStep Zone(Group group, DateTimeOffset now) =>
        DoctorStep.Ok("time zone", group.Key, $"{group.Zone.Id}: it is {TimeZoneInfo.ConvertTime(now, group.Zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}");

    /// <param name="folder">Where pages are written; null where none are.</param>
    public static IEnumerable<DoctorStep> Pages(string? folder) => folder is null ? [] : FolderProbe.Refusal(folder) is { } why
        ? [DoctorStep.Problem("pages", "folder", $"{why} Give the account of the service the right to write there, or set Pages:Folder.")]
        : [DoctorStep.Ok("pages", "folder", folder)];

    /// <param name="own">The operator's folder of templates; null where there is none.</param>
    public static DoctorStep Templates(LetterWriter letters, PageWriter pages, string? own)
    {
        if (own is { Length: > 0 } && !Directory.Exists(own))
            return DoctorStep.Problem("letters", "templates", $"there is no folder {own}: letters are written as shipped. Make it, or set Letters:TemplateFolder.");
        try
        {
            letters.Check();
            pages.Check();
            return DoctorStep.Ok("letters", "templates", "all languages load");
        }
        catch (TemplateException error)
        {
            return DoctorStep.Problem("letters", "templates", error.Message);
        }
    }
}
