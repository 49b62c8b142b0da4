namespace JcaCop.Post.Letters.Wording;

/// <summary>A <see cref="WebLink"/> fit to stand in a letter.</summary>
/// <param name="Target">Null where it is shown as text alone.</param>
internal sealed record LinkValue(LetterValue Text, string? Target);
