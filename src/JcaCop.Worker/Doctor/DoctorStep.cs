namespace JcaCop.Worker.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">What it belongs to: <c>database</c>, <c>mailbox jca-cop</c>.</param>
/// <param name="Name">The step: <c>tcp</c>, <c>sign-in</c>.</param>
/// <param name="Detail">What was found, and for a problem what to do.</param>
internal sealed record DoctorStep(string Area, string Name, StepResult Result, string Detail)
{
    public static DoctorStep Ok(string area, string name, string detail) => new(area, name, StepResult.Ok, detail);

    public static DoctorStep Problem(string area, string name, string detail) => new(area, name, StepResult.Problem, detail);

    /// <summary>Not tried, because a step before it failed.</summary>
    public static DoctorStep Skipped(string area, string name) => new(area, name, StepResult.Skipped, "not tried");
}

internal enum StepResult
{
    Ok,
    /// <summary>Works, but not for long.</summary>
    Warning,
    Problem,
    Skipped,
}
