namespace JcaCop.Reading.Sorting;

/// <summary>Knows the question of a spam filter that wants the sender to prove to be a person. It is never answered by machine.</summary>
public static class Challenge
{
    private static readonly string[] Headers = ["X-TMDA-Confirm", "X-Boxbe-Challenge", "X-Challenge", "X-Verify-Sender", "X-ASK-Auth", "X-SpamArrest-Challenge"];

    public static Finding? Find(MailSigns signs)
    {
        foreach (var header in Headers)
            if (signs.Header(header) is { } value)
                return new Finding(MailKind.AutoReply, $"{header}: {value}");
        var count = signs.Count(Sign.Challenge);
        if (count == 0 || signs.TextHas(Sign.Business)) return null;
        var automatic = signs.NullSender || signs.TextHas(Sign.Machine) || AutoReply.SaysItself(signs) is not null;
        return count >= 2 || automatic ? new Finding(MailKind.AutoReply, $"challenge: {signs.First(Sign.Challenge)}") : null;
    }
}
