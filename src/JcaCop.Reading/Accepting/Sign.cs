namespace JcaCop.Reading.Accepting;

/// <summary>Something seen in a mail that speaks for or against an item's being right.</summary>
/// <param name="Name">As in <c>Lexicons/acceptance.json</c>, which says how much it weighs.</param>
/// <param name="Value">1 where it is there; for counts and shares, how much of it.</param>
public readonly record struct Sign(string Name, double Value);
