using JcaCop.Register.Questions;

namespace JcaCop.Worker.Conversing;

/// <summary>What a mail says to the service itself, beside all that it may tell the register. A closed family.</summary>
public abstract record Heard
{
    private Heard() { }

    /// <summary>It names questions of ours, in its address, subject or lines.</summary>
    /// <param name="Codes">From address and subject: the mail as a whole answers one of them. Empty where it is a bare word that names none.</param>
    /// <param name="Answer">Null where its first lines are no plain answer.</param>
    public sealed record Reply(IReadOnlyList<string> Codes, AnswerText? Answer) : Heard
    {
        /// <summary>Of an office's reply that decides line by line, each line; empty otherwise.</summary>
        public IReadOnlyList<ReplyLine> Lines { get; init; } = [];
    }

    /// <summary>Lines that begin with a verb of the secretariat, from an address of the secretariat.</summary>
    /// <param name="Below">What stands below them, for an order that takes a text; null for nothing.</param>
    public sealed record Orders(IReadOnlyList<string> Lines, string? Below) : Heard
    {
        /// <summary>The mail begins with other words, and orders stand below them: none is carried out, and the sender is told.</summary>
        public bool Later { get; init; }

        /// <summary>Lines of <see cref="Below"/> that stand right below the orders, with no blank line between: where the last order takes no text, they are orders that were mistyped.</summary>
        public IReadOnlyList<string> Attached { get; init; } = [];
    }

    /// <summary>One of the service words that anybody may write.</summary>
    public sealed record Word(ServiceWord Asked) : Heard;
}

/// <summary>What members may ask of the service with one word.</summary>
public enum ServiceWord
{
    /// <summary>How to write to the service.</summary>
    Help,
    /// <summary>What the register holds for the sender, and what is open.</summary>
    Status,
}
