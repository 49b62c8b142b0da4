using System.Net;
using System.Net.Sockets;

namespace JcaCop.Worker.Doctor;

/// <summary>The first steps to any server, tried by themselves so that each can be named: its name, and a TCP connection.</summary>
internal static class ServerSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Both steps, the second only where the first went well.</returns>
    public static async Task<IReadOnlyList<DoctorStep>> TryAsync(string area, string host, int port, CancellationToken stop)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(host, stop);
        }
        catch (SocketException error)
        {
            return [DoctorStep.Problem(area, "dns", $"no address is known for {host} ({error.Message}). Check the name in the settings and the DNS of this machine.")];
        }
        var named = DoctorStep.Ok(area, "dns", $"{host} is {string.Join(", ", addresses.Select(address => address.ToString()))}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(addresses, port, patience.Token);
            return [named, DoctorStep.Ok(area, "tcp", $"port {port} answers")];
        }
        catch (SocketException error)
        {
            return [named, DoctorStep.Problem(area, "tcp", $"{host} does not take connections on port {port} ({error.Message}). Check the port, and firewalls on the way.")];
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return [named, DoctorStep.Problem(area, "tcp", $"{host} does not answer on port {port} within {Patience.TotalSeconds:0} s. A firewall on the way may swallow the connection.")];
        }
    }
}
