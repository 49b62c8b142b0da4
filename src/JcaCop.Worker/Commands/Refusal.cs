namespace JcaCop.Worker.Commands;

/// <summary>A mistake of the user, told in plain words and without a stack trace.</summary>
/// <param name="code">One of <see cref="ExitCode"/>.</param>
#pragma warning disable CA1032 // A refusal without a code and a text has no meaning.
internal sealed class Refusal(int code, string message, Exception? cause = null) : Exception(message, cause)
#pragma warning restore CA1032
{
    public int Code { get; } = code;
}
