namespace JcaCop.Post.Letters.Seats;

/// <summary>Looks once whether an address that returned letters works again.</summary>
public sealed record AddressProbeLetter(string Email) : Letter("address-probe");
