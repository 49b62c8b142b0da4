namespace JcaCop.Worker.Commands;

/// <summary>Under whose name the audit notes what a verb did.</summary>
internal static class Operator
{
    public static string Name => $"{Environment.UserName} (jcacop)";
}
