using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class AddressAgreementTests
{
    [Theory]
    [InlineData("Colin Braithwaite", "c.braithwaite@hyt.example")]
    [InlineData("Алия Нурланова", "a.nurlanova@agsv.example")]
    [InlineData("فهد القحطاني", "f.alqahtani@cra.example")]
    [InlineData("张伟", "zhangwei@dahe.example")]
    [InlineData("歐陽靜", "ouyangj@xinghai.example")]
    public void An_address_speaks_for_a_name_across_scripts(string name, string email) => Assert.True(AddressAgreement.Person(name, email));

    [Theory]
    [InlineData("Colin Braithwaite", "info@hyt.example")]
    [InlineData("Алия Нурланова", "petrov@agsv.example")]
    [InlineData("张伟", "liuyang@dahe.example")]
    public void An_address_of_somebody_else_does_not(string name, string email) => Assert.False(AddressAgreement.Person(name, email));

    [Theory]
    [InlineData("Harbour Youth Safety Trust", "info@hyst.example")]
    [InlineData("association Clic sans Peur", "http://www.association-clic.example/a")]
    [InlineData("Internet Providers Association (KIPA)", "www.kipa.example")]
    [InlineData("Фонд «Безопасный клик»", "kotova@bezopasny.example")]
    public void A_host_speaks_for_its_organization(string name, string address) => Assert.True(AddressAgreement.House(name, address));

    [Theory]
    [InlineData("a@ministry.example", "b@ministry.example", true)]
    [InlineData("a@ministry.example", "b@other.example", false)]
    [InlineData("a@webmail.example", "b@webmail.example", false)]
    public void One_domain_is_one_house_unless_it_serves_everybody(string one, string other, bool same) => Assert.Equal(same, AddressAgreement.SameHouse(one, other));
}
