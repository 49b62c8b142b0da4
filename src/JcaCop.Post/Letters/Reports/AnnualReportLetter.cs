namespace JcaCop.Post.Letters.Reports;

/// <summary>Brings secretariat and chairman the draft of the annual report to the parent group.</summary>
/// <param name="Year">That is over: <c>2012</c>.</param>
/// <param name="Parent">Who gets the report.</param>
public sealed record AnnualReportLetter(string Year, string Parent) : Letter("annual-report")
{
    public override bool EnglishBelow => false;
}
