using System.Net;
using System.Net.Sockets;

namespace JcaCop.Post.Tests.Sending;

/// <summary>A mail server on loopback for one connection, which refuses one user: no server at hand can be told to refuse one letter of two.</summary>
internal sealed class OneConversation : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public OneConversation(string refused, string answer)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = SpeakAsync(refused, answer);
    }

    public int Port { get; }

    public void Dispose() => listener.Dispose();

    private async Task SpeakAsync(string refused, string refusal)
    {
        using var client = await listener.AcceptTcpClientAsync();
        listener.Stop();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example");
        var content = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (content && line != ".") continue;
            var answer = content ? "250 taken" : line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                "RCPT" when line.Contains(refused, StringComparison.OrdinalIgnoreCase) => refusal,
                _ => "250 fine",
            };
            content = !content && answer[0] == '3';
            await writer.WriteLineAsync(answer);
        }
    }
}
