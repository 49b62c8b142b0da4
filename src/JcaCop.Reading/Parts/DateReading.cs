namespace JcaCop.Reading.Parts;

/// <summary>What a date in a mail says.</summary>
public abstract record DateReading
{
    private DateReading() { }

    /// <summary>First day meant; null where it cannot be told.</summary>
    public DateOnly? First => this switch { Day day => day.Value, Period period => period.Start, _ => null };

    /// <summary>Last day meant, the same as the first for a single day; null where it cannot be told.</summary>
    public DateOnly? Last => this switch { Day day => day.Value, Period period => period.Stop, _ => null };

    public sealed record Day(DateOnly Value) : DateReading;

    /// <summary>From one day to another, both included.</summary>
    public sealed record Period(DateOnly Start, DateOnly Stop) : DateReading;

    /// <summary>A time is meant that is no full date, or one that can be read in two ways ("03/04/2013").</summary>
    public sealed record Unclear(string Text, string Why) : DateReading;
}
