using System.Text;

namespace JcaCop.Worker.Commands;

/// <summary>Writes a file beside its place and puts it there when it is whole: a disk that is full takes nothing away that was there before.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="encoding">Null: UTF-8 without a mark.</param>
    public static Task WriteAsync(string path, string text, CancellationToken stop, Encoding? encoding = null)
    {
        encoding ??= Plain;
        return WriteAsync(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], stop);
    }

    public static async Task WriteAsync(string path, byte[] content, CancellationToken stop)
    {
        var part = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(part, content, stop);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
