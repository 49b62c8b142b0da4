namespace JcaCop.Post.Sending;

/// <summary>What became of one letter that was handed to a transport.</summary>
/// <param name="Answer">The server's words, or what broke.</param>
public abstract record Delivery(string Answer)
{
    /// <summary>The server has it (250 after the content), or the file lies in the pickup folder.</summary>
    public sealed record Accepted(string Answer) : Delivery(Answer);

    /// <summary>Refused for good (5xx) for this letter or its recipient.</summary>
    public sealed record Refused(string Answer) : Delivery(Answer);

    /// <summary>Not now (4xx): the same letter may be tried again.</summary>
    public sealed record Deferred(string Answer) : Delivery(Answer);

    /// <summary>Not sent, for a reason that has nothing to do with this letter: the connection is gone, or the server takes nothing from us. No other letter will fare better now.</summary>
    public sealed record NotReached(string Answer) : Delivery(Answer);

    /// <summary>The stored letter is no mail that could be sent: it waits for a person, and no other letter is to blame.</summary>
    public sealed record Unreadable(string Answer) : Delivery(Answer);

    /// <summary>The connection broke after the content had begun: the server may have it or not.</summary>
    public sealed record Unknown(string Answer) : Delivery(Answer);
}
