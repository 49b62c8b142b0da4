using JcaCop.Register.Deciding;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

public sealed class DomainsTests
{
    [Theory]
    [InlineData("tel.gov.sn", "SN")]
    [InlineData("mincom.gob.pe", "PE")]
    [InlineData("numerique.gouv.bj", "BJ")]
    [InlineData("gub.uy", "UY")]
    [InlineData("soumu.go.jp", "JP")]
    [InlineData("bakom.admin.ch", "CH")]
    [InlineData("x.gov.uk", "GB")]
    [InlineData("fcc.gov", "US")]
    [InlineData("gov.example.org", null)]          // a government's word in another's domain
    [InlineData("ministry-gov.xx", null)]
    [InlineData("example.cn", null)]
    public void The_government_that_owns_a_domain_is_told_from_its_labels(string domain, string? country) =>
        Assert.Equal(country, Domains.GovernmentOf(domain));

    [Theory]
    [InlineData("mail.example.org", "example.org")]
    [InlineData("example.org", "example.org")]
    [InlineData("a.b.example.or.jp", "example.or.jp")]
    [InlineData("tel.gov.xx", "tel.gov.xx")]
    [InlineData("mail.tel.gov.xx", "tel.gov.xx")]
    [InlineData("localhost", "localhost")]
    [InlineData("", "")]
    public void Hosts_below_one_sold_name_have_one_owner(string domain, string owner) => Assert.Equal(owner, Domains.Owner(domain));

    [Theory]
    [InlineData("https://www.safe.example/en/", "safe.example")]
    [InlineData("www.Safe.example", "safe.example")]
    [InlineData("safe.example/x?y", "safe.example")]
    [InlineData("not a site", null)]
    [InlineData(null, null)]
    public void The_host_of_a_website_is_found_as_people_write_it(string? website, string? host) => Assert.Equal(host, Domains.HostOf(website));

    [Fact]
    public void Free_mail_says_nothing_of_its_owner_and_a_body_writes_from_its_own_domain()
    {
        Assert.True(Domains.IsFreeMail("gmail.com"));
        Assert.False(Domains.IsFreeMail("tel.gov.xx"));
        Assert.True(Domains.IsOfBody("itu.int", "ITU-T SG17"));
        Assert.False(Domains.IsOfBody("itu.int.example", "ITU-T SG17"));
        Assert.False(Domains.IsOfBody("itu.int", "Safe Net"));
        Assert.True(Domains.IsBodyCode("ISO/IEC JTC 1/SC 27"));
        Assert.False(Domains.IsBodyCode("Safe Net"));
    }
}
