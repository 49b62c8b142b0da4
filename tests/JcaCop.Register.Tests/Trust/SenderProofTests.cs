using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading;
using JcaCop.Register.Trust;
using Xunit;

namespace JcaCop.Register.Tests.Trust;

public sealed class SenderProofTests
{
    [Theory]
    [InlineData("mx.example; dmarc=pass header.from=ministry.example", Proof.Passed)]
    [InlineData("mx.example 1; dmarc=pass (p=reject) header.from=ministry.example", Proof.Passed)]
    [InlineData("MX.EXAMPLE; DMARC = Pass\tHeader.From = Ministry.Example", Proof.Passed)]
    [InlineData("\"mx.example\"; dmarc=pass", Proof.Passed)]
    [InlineData("mx.example; spf=pass smtp.mailfrom=bounces@mail.ministry.example", Proof.Passed)]
    [InlineData("mx.example; dkim=pass (2048-bit key) header.d=ministry.example header.b=\"ab;cd\"", Proof.Passed)]
    [InlineData("mx.example; dkim=pass header.i=@ministry.example; dmarc=none", Proof.Passed)]
    [InlineData("mx.example; dmarc=fail (p=none) header.from=ministry.example; spf=pass smtp.mailfrom=a@ministry.example", Proof.Failed)]
    [InlineData("mx.example; dmarc=pass header.from=other.example", Proof.Unknown)]
    [InlineData("mx.example; spf=pass smtp.mailfrom=a@other.example; dkim=pass header.d=other.example", Proof.Unknown)]
    [InlineData("mx.example; spf=softfail (sender says dmarc=pass) smtp.mailfrom=a@ministry.example", Proof.Unknown)]
    [InlineData("mx.example; spf=fail reason=\"; dmarc=pass\"", Proof.Unknown)]
    [InlineData("mx.example; none", Proof.Unknown)]
    [InlineData("mx.example (dmarc=pass", Proof.Unknown)]
    [InlineData("mx.example.attacker.example; dmarc=pass", Proof.Unknown)]
    [InlineData("dmarc=pass header.from=ministry.example", Proof.Unknown)]
    [InlineData("mx.example; xdmarc=pass; dmarc =; pass", Proof.Unknown)]
    [InlineData("mx.example; dmarc=pass header.from=other.example header.from=ministry.example", Proof.Unknown)]
    [InlineData("", Proof.Unknown)]
    public void A_result_counts_for_what_it_says_and_for_nothing_that_looks_like_it(string field, Proof proof) =>
        Assert.Equal(proof, SenderProof.Of(Mail($"Authentication-Results: {field}\r\n"), "mx.example").Proof);

    [Fact]
    public void Only_the_topmost_field_counts_and_only_where_a_server_is_set()
    {
        Assert.Equal(Proof.Unknown, SenderProof.Of(Mail("Authentication-Results: x.example; none\r\nAuthentication-Results: mx.example; dmarc=pass\r\n"), "mx.example").Proof);
        Assert.Equal(Proof.Failed, SenderProof.Of(Mail("Authentication-Results: mx.example; dmarc=fail\r\nAuthentication-Results: mx.example; dmarc=pass\r\n"), "mx.example").Proof);
        Assert.Equal(Proof.Unknown, SenderProof.Of(Mail("Authentication-Results: mx.example; dmarc=pass\r\n"), null).Proof);
        Assert.Equal(Proof.Failed, SenderProof.Of(Mail("Authentication-Results: mx.example; dmarc=pass\r\nFrom: b@other.example\r\n"), "mx.example").Proof);
    }

    [Property(MaxTest = 500)]
    public Property Any_text_has_an_answer_and_what_another_server_says_never_passes() =>
        Prop.ForAll(Arb.From(from parts in Gen.Elements("mx.example", "other.example", ";", "dmarc=pass", "(", ")", "\"", "\\", " ", "=", "header.from=ministry.example", "spf=pass smtp.mailfrom=ministry.example", "1", "none").ArrayOf()
                             select string.Concat(parts)), field =>
        {
            var told = AuthenticationResults.Parse(field);
            var proof = SenderProof.Of(Mail($"Authentication-Results: {field}\r\n"), "mx.example");
            return proof.Proof != Proof.Passed || told?.Server == "mx.example";
        });

    private static ReceivedMail Mail(string headers) =>
        MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes($"{headers}From: Jane <jane@ministry.example>\r\nTo: desk@union.example\r\nSubject: x\r\n\r\nText\r\n"))).Mail;
}
