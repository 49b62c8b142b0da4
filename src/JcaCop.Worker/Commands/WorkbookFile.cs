using JcaCop.Post.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary>Tables as a workbook on disk.</summary>
internal static class WorkbookFile
{
    /// <param name="target">Full path; null where none was named.</param>
    /// <exception cref="Refusal">No file was named.</exception>
    public static async Task WriteAsync(IReadOnlyList<ExportTable> tables, string? target, IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        if (target is null) throw new Refusal(ExitCode.Usage, "A workbook needs a file: --out FILE.xlsx.");
        if (Path.GetDirectoryName(target) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        await WholeFile.WriteAsync(target, Of(tables, services), stop);
        output.WriteLine($"Written: {target} ({ExportTable.Counts(tables)})");
    }

    public static byte[] Of(IReadOnlyList<ExportTable> tables, IServiceProvider services) =>
        Workbook.Write([.. tables.Select(table => new Sheet(table.Name, table.Columns, table.Texts))], services.GetRequiredService<TimeProvider>().GetUtcNow());
}
