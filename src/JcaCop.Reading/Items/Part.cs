namespace JcaCop.Reading.Items;

/// <summary>What a piece of an entry, cell or sentence is.</summary>
internal enum PartKind { Email, Phone, Mobile, Fax, PhoneAndFax, Website, Person, Function, Organization, Address, Role, Country, Nil, Label, Text }

/// <summary>A piece of text that has been told apart.</summary>
internal readonly record struct Part(PartKind Kind, string Value, int Start, int Length, double Confidence)
{
    public int End => Start + Length;

    public SeatRole? Role { get; init; }

    public Found Found => new(Value, Start, Length, Confidence);
}
