namespace JcaCop.Worker.Mailbox;

/// <summary>Cuts a list of mails into portions that fit into memory together.</summary>
internal static class Portions
{
    /// <summary>Bytes of one portion; a single larger mail is a portion of its own.</summary>
    private const long Bytes = 16_000_000;

    /// <param name="limit">Mails above it come as header alone, and weigh nothing.</param>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> mails, long limit, Func<T, long> sizeOf)
    {
        var portion = new List<T>();
        long weight = 0;
        foreach (var mail in mails)
        {
            var size = sizeOf(mail) is var bytes && bytes > limit ? 0 : bytes;
            if (portion.Count > 0 && weight + size > Bytes)
            {
                yield return portion;
                (portion, weight) = ([], 0);
            }
            portion.Add(mail);
            weight += size;
        }
        if (portion.Count > 0) yield return portion;
    }
}
