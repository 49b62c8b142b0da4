namespace JcaCop.Register.Stores;

/// <summary>What the person asked for cannot be done; nothing of it is.</summary>
internal sealed class UndecidedException(string problem) : Exception(problem);
