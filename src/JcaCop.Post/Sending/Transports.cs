using System.Diagnostics;

namespace JcaCop.Post.Sending;

/// <summary>Makes the transports that the settings ask for. Nothing is opened yet.</summary>
public static class Transports
{
    public static IReadOnlyList<ITransport> Of(SendingOptions options, TimeProvider time) => options.Kind switch
    {
        TransportKind.Folder => [new PickupFolder(options.Folder!)],
        TransportKind.Smtp => [.. Enumerable.Range(0, options.Connections).Select(_ => new SmtpTransport(options, time))],
        _ => throw new UnreachableException(),
    };
}
