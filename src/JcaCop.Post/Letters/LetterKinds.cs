using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Receipts;

namespace JcaCop.Post.Letters;

/// <summary>Every kind of letter that leaves.</summary>
public static class LetterKinds
{
    public static IReadOnlyList<LetterKind> All { get; } =
    [
        LetterKind.Of<Receipt, ReceiptModel>("receipt", ReceiptSamples.All),
        LetterKind.Of<CallLetter>("call", CallSamples.Calls),
    ];

    private static readonly Dictionary<string, LetterKind> ByName = All.ToDictionary(kind => kind.Name);

    public static LetterKind Of(string name) => ByName.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no kind of letter '{name}'.", nameof(name));
}
