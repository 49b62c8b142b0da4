using JcaCop.Register;

namespace JcaCop.Worker.Watching;

/// <summary>Who hears of trouble with the service.</summary>
internal static class Operators
{
    public static IReadOnlyList<string> Of(WatchOptions options, Group group) => options.Operators.Count > 0 ? [.. options.Operators] : group.Secretaries;
}
