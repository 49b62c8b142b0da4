using Microsoft.Extensions.Hosting.WindowsServices;

namespace JcaCop.Worker.Settings;

/// <summary>The directory below which the service keeps what it makes.</summary>
internal sealed class DataDirectory(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public static DataDirectory Of(ServiceOptions options) => new(options.DataDirectory is { Length: > 0 } named ? named : Customary());

    /// <summary>A path of the settings, taken from this directory unless it is a full one.</summary>
    public string Resolve(string path) => System.IO.Path.GetFullPath(path, Path);

    private static string Customary()
    {
        // systemd separates several directories by colons; the first is ours.
        if (Environment.GetEnvironmentVariable("STATE_DIRECTORY") is { Length: > 0 } state) return state.Split(':')[0];
        if (WindowsServiceHelpers.IsWindowsService())
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "JcaCop");
        return "jcacop-data";
    }
}
