namespace JcaCop.Post.Letters.Secretariat;

/// <summary>Why a mandate has to be looked at (Rec. ITU-T A.1, 2.2.10).</summary>
public enum MandateOccasion
{
    LifetimeEnds,
    /// <summary>First TSAG meeting after a WTSA.</summary>
    Review,
}

/// <summary>Tells secretariat and chairman that the mandate of the group needs a decision.</summary>
/// <param name="Day">On which the lifetime ends, or the review takes place.</param>
/// <param name="Parent">Who decides.</param>
/// <param name="Terms">Version of the terms of reference in force; null where it is not known.</param>
public sealed record MandateReviewLetter(MandateOccasion Occasion, DateOnly Day, string Parent, string? Terms) : Letter("mandate-review")
{
    public override bool EnglishBelow => false;
}
