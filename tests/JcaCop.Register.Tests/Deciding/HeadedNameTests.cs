using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

public sealed class HeadedNameTests
{
    [Theory]
    [InlineData("شبكة الفانوس", "منظمة شبكة الفانوس")]
    [InlineData("灯塔儿童网络中心", "组织灯塔儿童网络中心")]
    [InlineData("Фонд «Маяк»", "организации Фонд «Маяк»")]
    [InlineData("Red Faro", "la organización Red Faro")]
    [InlineData("Réseau Lanterne", "l’organisation Réseau Lanterne")]
    [InlineData("Lantern Network", "the organization Lantern Network")]
    public void An_organization_is_found_behind_the_word_for_what_it_is(string name, string told)
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", name, [], "XX", null, null, OrganizationState.Proposed, null, null));
        Assert.Equal(1, known.FindOrganization(told, "XX")?.Id);
        Assert.Equal(1, known.FindOrganization(name, "XX")?.Id);
    }

    [Theory]
    [InlineData("Organization")]
    [InlineData("Organizations for Children")]
    [InlineData("منظمة")]
    [InlineData("")]
    public void What_is_but_such_a_word_or_part_of_one_is_left_whole(string told) => Assert.Null(HeadedName.Bare(told));

    [Fact]
    public void The_whole_name_goes_before_the_one_behind_its_first_word()
    {
        var known = new Known("g");
        known.Put(new OrganizationEntry(1, "g", "Lantern", [], "XX", null, null, OrganizationState.Proposed, null, null));
        known.Put(new OrganizationEntry(2, "g", "Organization Lantern", [], "XX", null, null, OrganizationState.Proposed, null, null));
        Assert.Equal(2, known.FindOrganization("Organization Lantern", "XX")?.Id);
    }
}
