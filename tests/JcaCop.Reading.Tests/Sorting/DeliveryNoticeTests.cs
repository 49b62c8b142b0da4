namespace JcaCop.Reading.Tests.Sorting;

public class DeliveryNoticeTests
{
    private const string Copy = "\n\nReturn-Path: <cop-desk@group.example>\nReceived: by mx.group.example; Mon, 6 Aug 2012 09:00:00 +0200\nFrom: cop-desk@group.example\nTo: ana@ministry.example\nSubject: Circular\n\nDear all,";

    [Theory]
    [InlineData("qmail", "MAILER-DAEMON@mx.example", "failure notice", "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ana@ministry.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.", "5.1.1 permanent")]
    [InlineData("Exim", "Mail Delivery System <Mailer-Daemon@mx.example>", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ana@ministry.example\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------", "5.1.1 permanent")]
    [InlineData("old Sendmail", "Mail Delivery Subsystem <MAILER-DAEMON@mx.example>", "Returned mail: User unknown", "The original message was received at Mon, 6 Aug 2012 09:00:00 +0200\nfrom relay.example [192.0.2.5]\n\n   ----- The following addresses had permanent fatal errors -----\n<ana@ministry.example>\n\n   ----- Transcript of session follows -----\n... while talking to mail.ministry.example.:\n>>> RCPT To:<ana@ministry.example>\n<<< 550 <ana@ministry.example>... User unknown\n550 <ana@ministry.example>... User unknown\n\n   ----- Original message follows -----", "5.1.1 permanent")]
    [InlineData("Exchange 5.5 and 2003", "System Administrator <postmaster@ministry.example>", "Undeliverable: Circular", "Your message\n\n  To:      ana@ministry.example\n  Subject: Circular\n  Sent:    Mon, 6 Aug 2012 09:00:00 +0200\n\ndid not reach the following recipient(s):\n\nana@ministry.example on Mon, 6 Aug 2012 09:01:00 +0200\n    The recipient name is not recognized\n    There is no such account in the address 5.1.1", "5.1.1 permanent")]
    [InlineData("Gmail", "Mail Delivery Subsystem <mailer-daemon@provider.example>", "Delivery Status Notification (Failure)", "Delivery to the following recipient failed permanently:\n\n     ana@ministry.example\n\nTechnical details of permanent failure:\nThe error that the other server returned was: 552 5.2.2 The email account that you tried to reach is over quota.\n\n----- Original message -----", "5.2.2 permanent")]
    [InlineData("Domino", "Postmaster@ministry.example", "DELIVERY FAILURE: User Ana (ana@ministry.example) not listed in Directory", "Your message\n\n  Subject: Circular\n\nwas not delivered to:\n\n  ana@ministry.example\n\nbecause:\n\n  User Ana (ana@ministry.example) not listed in Directory", "5.1.1 permanent")]
    [InlineData("GroupWise", "Mailer-Daemon@gw.ministry.example", "Message status - undeliverable", "\nThe message that you sent was undeliverable to the following:\n\tana@ministry.example (user not found)", "5.1.1 permanent")]
    [InlineData("MDaemon", "MDaemon@ministry.example", "Permanent Delivery Failure", "The attached message had PERMANENT fatal delivery errors!\n\nThe following recipient(s) could not be reached. Delivery failure:\n\n- Failed Recipient: ana@ministry.example\n- Reason: mailbox is full", "5.2.2 permanent")]
    [InlineData("webmail in Russian", "mailer-daemon@pochta.example", "Недоставленное сообщение", "Это письмо создано автоматически.\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\nana@ministry.example\nПочтовый ящик переполнен", "5.2.2 permanent")]
    [InlineData("webmail in Chinese", "postmaster@youxiang.example", "系统退信", "抱歉，您的邮件被退回来了。\n收件人：ana@ministry.example\n退信原因：收件人邮箱不存在", "5.1.1 permanent")]
    [InlineData("Exchange in Arabic", "postmaster@ministry.example", "غير قابل للتسليم: التعميم", "تعذر تسليم رسالتك إلى المستلمين التالين:\n\nana@ministry.example\nالمستلم غير موجود", "5.1.1 permanent")]
    [InlineData("Exchange in Spanish", "postmaster@ministry.example", "No se puede entregar: Circular", "No se pudo entregar el mensaje a los siguientes destinatarios:\n\nana@ministry.example\nNo se encontró la dirección de correo electrónico.", "5.1.1 permanent")]
    [InlineData("Exchange in German", "postmaster@ministerium.example", "Unzustellbar: Rundschreiben", "Fehler bei der Nachrichtenzustellung an folgende Empfänger. Ihre Nachricht konnte nicht zugestellt werden:\n\nana@ministry.example\nEmpfänger unbekannt", "5.1.1 permanent")]
    [InlineData("webmail in Japanese", "MAILER-DAEMON@yubin.example", "メール配信エラー", "次の宛先にメールを配信できませんでした。\n\n<ana@ministry.example>\nユーザーが存在しないか、宛先が見つかりません", "5.1.1 permanent")]
    public void A_server_that_follows_no_standard_is_understood_from_its_words(string dialect, string from, string subject, string text, string expected)
    {
        var reading = Mails.Plain(from, subject, text + Copy, "Return-Path: <>\n");
        Assert.Equal($"Bounce ana@ministry.example {expected}", Mails.Sorted(reading));
        Assert.NotEmpty(dialect);
    }

    [Theory]
    [InlineData("Warning: message 1T0x-0001 delayed 24 hours", "A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  ana@ministry.example\n\nNo action is required on your part. Delivery attempts will continue for some time.")]
    [InlineData("Remise retardée : Circulaire", "La remise est retardée pour ces destinataires :\n\nana@ministry.example\n\nLe serveur continuera d'essayer. Inutile de renvoyer le message.")]
    [InlineData("Доставка задерживается", "Ваше сообщение пока не доставлено следующему получателю:\n\nana@ministry.example\n\nПопытки доставки будут продолжаться. Повторно отправлять не нужно.")]
    public void A_delivery_that_is_still_tried_is_delayed_and_never_permanent(string subject, string text)
    {
        Assert.Equal("Delayed ana@ministry.example 4.0.0 transient", Mails.Sorted(Mails.Plain("Mailer-Daemon@mx.example", subject, text)));
    }

    [Fact]
    public void A_person_who_passes_a_bounce_on_with_own_words_stays_a_person()
    {
        var reading = Mails.Plain("Ana Ruiz <ana@ministry.example>", "Fwd: Undelivered Mail Returned to Sender",
            "Dear colleagues,\n\nyour circular came back to us, could you check the address?\n\nAna\n\n---------- Forwarded message ---------\nFrom: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n\n<bea@ministry.example>: 550 5.1.1 User unknown");
        Assert.Equal(MailKind.Human, reading.Sort.Kind);
    }

    [Fact]
    public void Several_failed_addresses_keep_their_own_codes()
    {
        var reading = Mails.Plain("MAILER-DAEMON@mx.example", "Undelivered Mail Returned to Sender",
            "<ana@ministry.example>: host mx.ministry.example said: 550 5.1.1 User unknown\n\n<bea@agency.example>: host mx.agency.example said: 452 4.2.2 Mailbox full, giving up");
        Assert.Equal("Bounce ana@ministry.example 5.1.1 permanent bea@agency.example 4.2.2 transient", Mails.Sorted(reading));
    }

    [Fact]
    public void The_transcript_of_a_session_names_all_whom_it_did_not_reach() => Assert.Equal("Bounce ana@ministry.example 5.1.2 permanent bea@agency.example 5.1.1 permanent",
        Mails.Sorted(Mails.Plain("MAILER-DAEMON@mx.example", "Returned mail: User unknown", "   ----- Transcript of session follows -----\n550 ministry.example (smtp)... 550 Host unknown\n554 <ana@ministry.example>... 550 Host unknown (Authoritative answer from name server)\n>>> RCPT To:<bea@agency.example>\n<<< 550 No such user here.\n550 <bea@agency.example>... User unknown")));

    [Fact]
    public void An_X400_address_of_old_Exchange_is_read() => Assert.Equal("Bounce ana@ministry.example 5.1.1 permanent",
        Mails.Sorted(Mails.Plain("System Administrator <postmaster@ministry.example>", "Undeliverable: Circular", "Your message\n\n  To:      desk@lists.example\n  Subject: Circular\n\ndid not reach the following recipient(s):\n\nc=US;a= ;p=ORG;o=Site;dda:SMTP=ana@ministry.example; on Mon, 6 Aug 2012 09:01\n    The recipient name is not recognized")));

    [Theory]
    [InlineData("{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\"ana@ministry.example\",\"status\":\"5.1.1\"}]}}", "Bounce ana@ministry.example 5.1.1 permanent")]
    [InlineData("{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\",\"bouncedRecipients\":[{\"emailAddress\":\"Ana <ana@ministry.example>\"}]}}", "Bounce ana@ministry.example 4.0.0 transient")]
    [InlineData("{\"eventType\":\"DeliveryDelay\",\"deliveryDelay\":{\"delayedRecipients\":[{\"emailAddress\":\"ana@ministry.example\",\"status\":\"4.4.1\"}]}}", "Delayed ana@ministry.example 4.4.1 transient")]
    [InlineData("{\"notificationType\":\"Complaint\",\"complaint\":{}}", "FeedbackReport")]
    [InlineData("{\"Type\":\"Notification\",\"Message\":\"{\\\"notificationType\\\":\\\"Bounce\\\",\\\"bounce\\\":{\\\"bouncedRecipients\\\":[{\\\"emailAddress\\\":\\\"ana@ministry.example\\\",\\\"status\\\":\\\"5.1.1\\\"}]}}\"}", "Bounce ana@ministry.example 5.1.1 permanent")]
    [InlineData("{\"notificationType\":\"Delivery\"}", "Receipt")]
    [InlineData("{\"notificationType\":\"Bounce\",\"bounce\":[1,2]}", "Bounce")]
    [InlineData("{\"notificationType\":", "Human")]
    public void A_sending_service_tells_the_fate_of_a_mail_as_JSON(string json, string expected) =>
        Assert.Equal(expected, Mails.Sorted(Mails.Plain("Notices <no-reply@service.example>", "Notification Message", json + "\n\n--\nTo stop these notices, follow the link", "x-amz-sns-message-id: 1\n")));

    [Fact]
    public void A_filter_that_refuses_in_the_form_of_a_receipt_is_a_failure() => Assert.Equal("Bounce ana@ministry.example 5.2.2 permanent", Mails.Sorted(Mails.Read(
        "From: Mail Delivery Subsystem <admin@ministry.example>\nTo: cop-desk@group.example\nSubject: Automatically rejected mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour message to <ana@ministry.example> was automatically rejected:\nQuota exceeded\n--b\nContent-Type: message/disposition-notification\n\nReporting-UA: mx.example; Mail Delivery Agent\nFinal-Recipient: rfc822; ana@ministry.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n\n--b--\n")));

    [Fact]
    public void A_notice_from_no_mail_system_by_name_is_one_by_its_first_words() => Assert.Equal("Bounce ana@ministry.example 5.0.0 permanent",
        Mails.Sorted(Mails.Plain("gateway.seven@bank.example", "RE: Circular : non remis (delivery failed)", "******************\nVotre message n'a pas pu être délivré à\nana@ministry.example\n\n******************\nYour message could not be delivered to\nana@ministry.example")));

    [Theory]
    [InlineData("550 5.1.1 unknown", "5.1.1")]
    [InlineData("host 10.5.1.1 said no", null)]
    [InlineData("version 5.1.1a", null)]
    [InlineData("(#5.2.2)", "5.2.2")]
    [InlineData("smtp;550 4.4.7 QUEUE.Expired", "4.4.7")]
    public void A_status_is_no_part_of_an_address_or_version(string text, string? expected) => Assert.Equal(expected, Reading.Sorting.StatusCode.Enhanced(text));
}
