namespace JcaCop.Worker.Commands;

/// <summary>What <c>jcacop</c> tells the program that called it. The table stands in docs/commands.md too; a test compares them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The verb ran and found something that a person should look at: a step of <c>doctor</c> failed, a file could not be read.</summary>
    public const int Problems = 1;

    /// <summary>The command line is wrong, or names something that does not exist.</summary>
    public const int Usage = 2;

    /// <summary>A setting is missing or wrong; the message names its key.</summary>
    public const int Settings = 3;

    /// <summary>Mailbox, database, mail server, disk: the world outside did not answer or refused. Trying again later may help.</summary>
    public const int OutsideWorld = 4;

    /// <summary>A fault of the program itself. The only case that prints a stack trace.</summary>
    public const int Fault = 5;

    /// <summary>Stopped by Ctrl+C before the work was done (128 + SIGINT, as shells have it).</summary>
    public const int Interrupted = 130;
}
