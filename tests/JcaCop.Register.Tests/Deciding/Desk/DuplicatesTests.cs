using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Deciding.Desk;

/// <summary>Entries that may be one are proposed to a person: a name spelled otherwise is enough, two names are not.</summary>
public sealed class DuplicatesTests
{
    [Theory]
    [InlineData("Safe Childhood Centre", "Safe Childhood Center", true)]
    [InlineData("Kinderschutz Beispiel", "Kinderschuz Beispiel", true)]
    [InlineData("Kids Online Foundation", "Kids On-line Foundation Ltd", true)]
    [InlineData("Network for Kids", "Network for Kinds", false)]
    [InlineData("Region 1 Helpline", "Region 2 Helpline", false)]
    [InlineData("Lantern Network", "Lantern Children's Network", false)]
    [InlineData("Anti-Fraud Office", "Anti-Drugs Office", false)]
    // An article, a legal form and the country of the house make no other name.
    [InlineData("Lantern Network", "The Lantern Network", true)]
    [InlineData("Lantern Network", "Lantern Network (United Arab Emirates) Ltd", true)]
    [InlineData("The Lantern Network", "Lantern Network Ltd", true)]
    [InlineData("La Red Linterna", "Red Linterna S.A.", true)]
    // Another country's house is another house, and so is a house with one word more.
    [InlineData("Lantern Network", "Lantern Network (Ireland) Ltd", false)]
    [InlineData("The Lantern Network", "The Lantern Helpline", false)]
    public void Organizations_of_a_country_whose_names_differ_by_a_letter_or_two_are_proposed(string one, string other, bool proposed) =>
        Assert.Equal(proposed ? 1 : 0, Duplicates.Find(new RegisterSnapshot([Organization(1, one), Organization(2, other)], [], [])).Count);

    [Theory]
    [InlineData("Abdullah bin Saleh Al-Otaibi", "a.otaibi@safechild.example", "Abdulla Al Otaibi", "abdullah@safechild.example", true)]
    [InlineData("Anna Maria Sample", "anna@network.example", "Sample, Anna", "a.sample@network.example", true)]
    [InlineData("Mia Turner", "mia@kids.example", "M. Turner", "m.turner@kids.example", true)]
    [InlineData("Mia Turner", "mia@kids.example", "P. Turner", "p.turner@kids.example", false)]
    [InlineData("Anna Sample", "anna@network.example", "Berta Sample", "berta@network.example", false)]
    [InlineData("Wei Li", "li@miit.example", "Wei Lin", "lin@miit.example", false)]
    [InlineData("Anna Maria Sample", "anna@network.example", "Anna Sample", "anna@elsewhere.example", false)]
    [InlineData("Anna Maria Sample", "anna@gmail.com", "Anna Sample", "sample@gmail.com", false)]
    // One address tells more than one house.
    [InlineData("Sample, Anna", "a.sample@gmail.com", "Ana Sample", "a.sample@gmail.com", true)]
    [InlineData("Sample, Anna", "a.sample@network.example", "Ana Sample", "ana@network.example", false)]
    [InlineData("Anna Sample", "office@network.example", "Berta Sample", "office@network.example", false)]
    public void People_of_one_house_of_whom_one_name_is_within_the_other_are_proposed(string one, string oneAddress, string other, string otherAddress, bool proposed) =>
        Assert.Equal(proposed ? 1 : 0, Duplicates.Find(new RegisterSnapshot([], [Person(1, one, oneAddress), Person(2, other, otherAddress)], [])).Count);

    private static OrganizationEntry Organization(long id, string name) => new(id, "g", name, [], "AE", null, null, OrganizationState.Proposed, null, null);

    private static PersonEntry Person(long id, string name, string email) => new(id, "g", name, null, null, [new PersonAddress(email, Reachability.Unknown)], null, null, null);
}
