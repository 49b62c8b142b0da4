namespace JcaCop.Reading.Tests.Sorting;

public class DeliveryReportTests
{
    private static MailReading Report(string fields, string type = "multipart/report; report-type=delivery-status", string from = "MAILER-DAEMON@mx.example") => Mails.Read(
        $"From: {from}\nTo: cop-desk@group.example\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: {type}; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nSee below.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n{fields}\n\n--b\nContent-Type: message/rfc822\n\nFrom: cop-desk@group.example\nTo: ana@ministry.example\nSubject: Circular\n\nDear all\n--b--\n");

    [Fact]
    public void The_circular_of_which_only_the_headers_come_back_is_told()
    {
        var reading = Mails.Read("From: MAILER-DAEMON@mx.example\nTo: cop-desk@group.example\nSubject: Returned mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nSee below.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@ministry.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nFrom: cop-desk@group.example\nTo: ana@ministry.example\nSubject: TSB Circular 313: reminder\n--b--\n");
        Assert.Equal("313", reading.Answers.Circular);
    }

    [Theory]
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: failed\nStatus: 5.1.1", "Bounce ana@ministry.example 5.1.1 permanent")]
    [InlineData("Final-Recipient: rfc822;ana@ministry.example\nAction: failed\nStatus: 4.4.7\nDiagnostic-Code: smtp;550 4.4.7 QUEUE.Expired", "Bounce ana@ministry.example 4.4.7 transient")] // the sender gave up, the class stays
    [InlineData("Original-Recipient: rfc822;ana@ministry.example\nFinal-Recipient: rfc822;ana.ruiz@internal.example\nAction: failed\nStatus: 5.7.1", "Bounce ana@ministry.example 5.7.1 permanent")]
    [InlineData("Final-Recipient: rfc822;<ana@ministry.example>\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 over quota", "Bounce ana@ministry.example 5.2.2 permanent")]
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: failed\nStatus: 5.1.0\nDiagnostic-Code: smtp; 550 5.7.1 blocked", "Bounce ana@ministry.example 5.7.1 permanent")] // the detail that the report leaves open
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: delayed\nStatus: 4.4.1", "Delayed ana@ministry.example 4.4.1 transient")]
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: delivered\nStatus: 2.0.0", "Receipt")]
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; bea@agency.example\nAction: failed\nStatus: 5.1.2", "Bounce bea@agency.example 5.1.2 permanent")]
    [InlineData("Final-Recipient: rfc822; ana@ministry.example\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822; bea@agency.example\nAction: failed\nStatus: 5.1.2", "Bounce ana@ministry.example 5.1.1 permanent bea@agency.example 5.1.2 permanent")] // no blank line between them
    public void A_standard_report_gives_each_failed_recipient_with_its_status(string fields, string expected) => Assert.Equal(expected, Mails.Sorted(Report(fields)));

    [Fact]
    public void A_report_whose_structure_was_lost_on_the_way_is_read_as_text()
    {
        var reading = Mails.Plain("MAILER-DAEMON@mx.example", "Undelivered Mail", "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@ministry.example\nAction: failed\nStatus: 5.1.1");
        Assert.Equal("Bounce ana@ministry.example 5.1.1 permanent", Mails.Sorted(reading));
    }

    [Fact]
    public void A_report_among_the_attachments_of_a_person_is_that_persons_mail()
    {
        var reading = Mails.Read("From: Ana <ana@ministry.example>\nTo: cop-desk@group.example\nSubject: please check\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis came back.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bea@agency.example\nAction: failed\nStatus: 5.1.1\n--b--\n");
        Assert.Equal(MailKind.Human, reading.Sort.Kind);
    }

    [Fact]
    public void Lines_that_end_in_carriage_returns_alone_are_read_as_well()
    {
        var mail = "From: MAILER-DAEMON@mx.example\rTo: cop-desk@group.example\rSubject: failure notice\r\r<ana@ministry.example>:\rno such user (#5.1.1)\r";
        Assert.Equal("Bounce ana@ministry.example 5.1.1 permanent", Mails.Sorted(Mails.Read(mail)));
    }
}
