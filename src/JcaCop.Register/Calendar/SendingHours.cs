namespace JcaCop.Register.Calendar;

/// <summary>When letters that nobody waits for may leave: in office hours of the addressee, on working days.</summary>
/// <param name="From">Inclusive, in the addressee's zone.</param>
/// <param name="Until">Exclusive.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until, WorkingDays Days)
{
    public bool Hold(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return time >= From && time < Until && Days.IsWorking(DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>The instant itself where a letter may leave then, otherwise the next opening. UTC.</summary>
    public DateTimeOffset Next(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (Hold(at, zone)) return at.ToUniversalTime();
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) >= From) day = day.AddDays(1);
        return OpeningOn(Days.OnOrAfter(day), zone);
    }

    /// <summary>The same hours in the working week of a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    public SendingHours In(string? country) => Days.In(country) is var there && ReferenceEquals(there, Days) ? this : this with { Days = there };

    /// <summary>When the hours of a day begin. UTC.</summary>
    public DateTimeOffset OpeningOn(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(From);
        // Where the clock skips the hour of opening, the hours begin when the skipped hour ends.
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }
}
