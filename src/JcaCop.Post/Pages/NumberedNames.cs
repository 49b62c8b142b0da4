using System.Globalization;

namespace JcaCop.Post.Pages;

/// <summary>Orders names as readers expect it: SG2 before SG17.</summary>
internal static class NumberedNames
{
    public static IComparer<string> Order { get; } = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}
