using System.Runtime.CompilerServices;
using System.Text;

namespace JcaCop.Worker;

/// <summary>Makes the charsets of old mail programs known before anything looks for one: MimeKit remembers those that it did not find.</summary>
internal static class CodePages
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
