using System.Runtime.CompilerServices;
using System.Text;

namespace JcaCop.Worker.Tests;

/// <summary>As the service does at its start; here a test may ask MimeKit for a charset before it asks the service for anything.</summary>
internal static class CodePages
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
