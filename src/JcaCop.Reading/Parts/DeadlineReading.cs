namespace JcaCop.Reading.Parts;

/// <summary>Until when an answer is asked for.</summary>
public abstract record DeadlineReading
{
    private DeadlineReading() { }

    /// <summary>The day itself counts in; it ends at midnight in the secretariat's zone.</summary>
    public sealed record Found(DateOnly Day) : DeadlineReading;

    /// <summary>"-", "N/A": the field is there and says that there is none.</summary>
    public sealed record None : DeadlineReading;

    /// <summary>A time is asked for that is no day: "before the next meeting", "mid-May", "03/04/2013".</summary>
    public sealed record Unclear(string Text, string Why) : DeadlineReading;
}
