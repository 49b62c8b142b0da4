using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary>Tells whether the embedded database is there, without making it.</summary>
internal static class RegisterFile
{
    /// <returns>Where the file should be; null where it is, or where the register lies on a server.</returns>
    public static string? Missing(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (options.Kind != DatabaseKind.Sqlite) return null;
        var file = provider.GetRequiredService<DataDirectory>().Resolve(options.File);
        return File.Exists(file) ? null : file;
    }
}
