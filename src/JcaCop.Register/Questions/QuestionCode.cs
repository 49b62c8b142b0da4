using System.Security.Cryptography;
using System.Text;

namespace JcaCop.Register.Questions;

/// <summary>How the code of a question lies in the register: hashed, so that nobody who reads the register or a copy of it finds codes to answer with.</summary>
public static class QuestionCode
{
    /// <param name="group">Key of the coordination body: the same code of two groups names two questions.</param>
    /// <param name="code">Eight characters, as the letter's writer makes them.</param>
    public static string HashOf(string group, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{group}:{code.ToUpperInvariant()}")));
}
