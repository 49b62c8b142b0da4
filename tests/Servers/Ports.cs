using System.Net;
using System.Net.Sockets;

namespace JcaCop.Tests.Servers;

/// <summary>
/// Ports of loopback for servers of the tests. They lie below those that systems lend to clients (from 32768 on Linux, from 49152 by RFC 6335 section 6),
/// so that no connection of another test takes one between the choice and the server's start.
/// </summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Runs side by side begin at different places.
    private static int next = Environment.ProcessId * 97 % Count;

    /// <summary>A port that nobody listens on and that was not given before in this run.</summary>
    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (Interlocked.Increment(ref next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's: the next one.
            }
        }
        throw new InvalidOperationException($"no port of loopback is free between {First} and {First + Count}");
    }
}
