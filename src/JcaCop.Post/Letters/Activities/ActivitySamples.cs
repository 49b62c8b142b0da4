namespace JcaCop.Post.Letters.Activities;

internal static class ActivitySamples
{
    public static IReadOnlyList<LetterSample> Updates { get; } =
    [
        new("activity-update", _ => new ActivityUpdateLetter([new("Safer Internet Day", new DayRange(new(2013, 2, 5), new(2013, 2, 5)), "Geneva"), new("Helpline 116 111", new OpenDays(new(2012, 9, 1)), null), new("Training of helpline staff", null, null)])),
    ];
}
