using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JcaCop.Tests.Servers;

/// <summary>Makes tokens (RFC 7519, HS256) that the test server accepts.</summary>
public sealed class BearerTokens
{
    public const string Issuer = "https://issuer.example";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string KeyBase64 => Convert.ToBase64String(key);

    /// <param name="lasts">Negative for one that has run out.</param>
    public string For(string user, TimeSpan lasts)
    {
        var now = TimeProvider.System.GetUtcNow();
        var head = Part(new { alg = "HS256", typ = "JWT" });
        var claims = Part(new
        {
            iss = Issuer,
            sub = user,
            email = user,
            iat = (now - TimeSpan.FromHours(2)).ToUnixTimeSeconds(),
            nbf = (now - TimeSpan.FromHours(2)).ToUnixTimeSeconds(),
            exp = (now + lasts).ToUnixTimeSeconds(),
        });
        var seal = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{head}.{claims}"));
        return $"{head}.{claims}.{Base64Url.EncodeToString(seal)}";
    }

    private static string Part<T>(T claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
}
