using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>Compares a text with the file of that name in <c>Golden</c>; on a difference writes NAME.received.EXT beside it.</summary>
internal static class Golden
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    public static void Match(string name, string actual)
    {
        var expected = Path.Combine(Folder(), name);
        var received = Path.ChangeExtension(expected, ".received" + Path.GetExtension(name));
        actual = actual.ReplaceLineEndings("\n");
        if (File.Exists(expected) && File.ReadAllText(expected).ReplaceLineEndings("\n") == actual)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual, Utf8);
        Assert.Fail($"{name} differs from what was made; see {received}");
    }
}
