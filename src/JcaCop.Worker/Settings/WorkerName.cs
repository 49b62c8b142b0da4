using System.Security.Cryptography;
using System.Text;

namespace JcaCop.Worker.Settings;

/// <summary>The name of a worker: the same after a restart, and another for another worker. Whoever holds a mail or a letter is known again by it.</summary>
internal static class WorkerName
{
    /// <summary>What the register's columns hold.</summary>
    public const int Longest = 200;

    /// <summary>Machine, data directory and number; of a name that is too long the beginning, and the SHA-256 of all of it.</summary>
    public static string Of(string machine, string dataDirectory, Guid number)
    {
        var name = $"{machine}:{dataDirectory}:{number}";
        if (name.Length <= Longest) return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return $"{name[..(Longest - hash.Length - 1)]} {hash}";
    }
}
