namespace JcaCop.Worker.Tests.Calls;

/// <summary>Calls from their opening to their end, through verbs and mails alone.</summary>
public sealed class CallStoryTests : IDisposable
{
    private const string Consultation = "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\"";

    private readonly CallStory story = new();

    public void Dispose() => story.Dispose();

    [Fact]
    public async Task Silence_approves_on_the_Monday_after_the_closing_Friday()
    {
        await story.Members("AU", "FR", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .At("2012-04-26 09:00", "call tally 270").At("2012-05-02 09:00", "call show 270").PlayAsync();
        Assert.Equal(("closed", "2012-04-30", "approved: no comment was received"), (story.Call["state"], story.Call["decidedOn"], story.Call["outcomeText"]));
        Assert.Equal(3, story.Letters("call").Count);
        Assert.Contains("2012-04-30 09:00  job", story.Timeline, StringComparison.Ordinal);
        Assert.Equal("waived", story.Owes("KE"));
        var told = Assert.Single(story.LettersTo("chair@chairman.example"));
        Assert.Contains("silent: 3, counted as approval", told, StringComparison.Ordinal);
        Assert.Contains("At the closing date, 27 April 2012, no comment had been received. The proposal is therefore considered approved on 30 April 2012.", told, StringComparison.Ordinal);
        Assert.Single(story.LettersTo("counsellor@secretariat.example"));
    }

    [Fact]
    public async Task Who_is_removed_from_the_members_is_reminded_no_more_and_is_not_counted_as_silent()
    {
        await story.Members("AU", "FR", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .At("2012-03-28 09:00", "member remove KE").At("2012-03-28 09:05", "call show 270").At("2012-05-02 09:00", "note closed").PlayAsync();
        Assert.Single(story.LettersTo("itu@ministry-ke.example"));
        Assert.True(story.LettersTo("itu@ministry-fr.example").Count > 1);
        Assert.Contains("no longer a member", story.Timeline, StringComparison.Ordinal);
        var told = Assert.Single(story.LettersTo("chair@chairman.example"));
        Assert.Contains("removed from the members, not counted: 1: Administration of Kenya", told, StringComparison.Ordinal);
        Assert.Contains("silent: 2, counted as approval", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Kenya;", told, StringComparison.Ordinal);
        Assert.Equal("waived", story.Owes("KE"));
    }

    [Fact]
    public async Task Who_is_removed_after_it_was_asked_still_answers_what_it_was_asked()
    {
        await story.Members("AU", "FR", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27").At("2012-03-28 09:00", "member remove KE")
            .Mail("2012-04-10 08:00", "itu@ministry-ke.example", "TSB Circular 270", "Dear Sir,\n\nThe Administration of Kenya objects to the establishment of JCA-EX.\n\nKind regards,")
            .At("2012-04-28 12:00", "call tally 270").PlayAsync();
        Assert.Equal("met", story.Owes("KE"));
        Assert.Contains("(0 support, 0 no objection, 0 comment, 1 objection)", story.Timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("removed from the members", story.Timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_added_again_owes_what_is_open_still()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27").At("2012-03-28 09:00", "member remove KE")
            .At("2012-04-02 09:00", "call extend 270 --to 2012-05-04")
            .At("2012-04-10 09:00", "member add \"Administration of Kenya\" --country KE").At("2012-05-03 12:00", "note the day before").PlayAsync();
        var owed = Assert.Single(story.Table("obligations"), row => row.GetValueOrDefault("country") == "KE");
        Assert.Equal(("open", true), (owed["state"], owed["deadline"].StartsWith("2012-05-04", StringComparison.Ordinal)));
        Assert.True(story.LettersTo("itu@ministry-ke.example").Count > 1);
    }

    [Fact]
    public async Task A_substantive_comment_puts_the_closing_off_by_four_weeks_once()
    {
        await story.Members("AU", "FR", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .Mail("2012-04-10 08:00", "itu@ministry-au.example", "TSB Circular 270", "Dear Sir,\n\nThe Administration of Australia objects to the establishment of JCA-EX.\n\nKind regards,")
            .At("2012-04-30 12:00", "call adjust 270 --text \"The group coordinates, and makes no studies.\"").At("2012-05-29 12:00", "note four weeks later").PlayAsync();
        Assert.Equal("met", story.Owes("AU"));
        Assert.Contains("TSB Circular 270: put off, end of 2012-05-28", story.Timeline, StringComparison.Ordinal);
        // 28 May 2012 is a Monday: decided on Tuesday, and what was said of the first text was answered by the second.
        Assert.Equal(("closed", "2012-05-29"), (story.Call["state"], story.Call["decidedOn"]));
        Assert.StartsWith("approved", story.Call["outcomeText"], StringComparison.Ordinal);
        Assert.Equal(2, story.LettersTo("chair@chairman.example").Count);
    }

    [Fact]
    public async Task A_quorum_and_a_share_of_the_replies_decide()
    {
        await story.Members("AU", "FR", "KE", "BE", "CL").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27 --silence nothing --quorum 3 --share 70% --comments count")
            .Mail("2012-04-10 08:00", "itu@ministry-au.example", "TSB Circular 270", "The Administration of Australia supports the establishment of JCA-EX.")
            .Mail("2012-04-11 08:00", "itu@ministry-fr.example", "TSB Circular 270", "The Administration of France has no objection to the establishment of JCA-EX.")
            .Mail("2012-04-12 08:00", "itu@ministry-ke.example", "TSB Circular 270", "The Administration of Kenya objects to the establishment of JCA-EX.")
            .At("2012-05-01 12:00", "call tally 270").PlayAsync();
        Assert.Equal("not approved: the share was not reached", story.Call["outcomeText"]);
        Assert.Contains("2 of 3 replies approve = 66.67 %; needed 70 %: not reached", story.Timeline, StringComparison.Ordinal);
        Assert.Contains("3 replies; 3 came: reached", story.Timeline, StringComparison.Ordinal);
        Assert.Equal("waived", story.Owes("CL"));
    }

    [Fact]
    public async Task Another_seat_of_the_member_settles_its_call_and_no_comment_is_an_answer()
    {
        await story.Members("AU", "KE").At("2012-09-17 16:00", "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\"")
            .Mail("2012-09-24 08:00", "registry@ministry-au.example", "TSB Circular 313",
                "Dear Sir,\n\nWith reference to TSB Circular 313, the Administration of Australia nominates:\n\nOrganization: Lantern Kids Foundation\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna@lantern.example\nTelephone: +61 3 5550 0101\n\nKind regards,")
            .Mail("2012-09-25 08:00", "assistant@ministry-ke.example", "Circular 313", "Dear Sir,\n\nWith reference to Circular 313, we have no organization to nominate.\n\nKind regards,")
            .At("2012-10-01 09:00", "call show 313").PlayAsync();
        Assert.Equal(("met", "declined"), (story.Owes("AU"), story.Owes("KE")));
        Assert.Equal(["put forward", "nothing to put forward"], story.Table("answers").Select(row => row["answer"]));
        Assert.Single(story.Table("organizations"));
        Assert.DoesNotContain("held", story.Table("messages").Select(row => row["state"]));
    }

    [Fact]
    public async Task A_contradicting_second_answer_waits_beside_the_first_and_holds_the_closing_up()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .Mail("2012-04-10 08:00", "itu@ministry-au.example", "TSB Circular 270", "The Administration of Australia supports the establishment of JCA-EX.")
            .Mail("2012-04-11 08:00", "minister@ministry-au.example", "TSB Circular 270", "The Administration of Australia objects to the establishment of JCA-EX.")
            .At("2012-05-03 10:00", "call answers 270").At("2012-05-04 10:00", "review reject 2 --why \"sent by mistake\"").At("2012-05-07 10:00", "note after the decision").PlayAsync();
        Assert.Contains("answers to it", string.Join('\n', story.LettersTo("counsellor@secretariat.example")).Replace("answer to it waits", "answers to it"), StringComparison.Ordinal);
        Assert.Contains("support", story.Timeline, StringComparison.Ordinal);
        Assert.Equal(["stands", "refused"], story.Table("answers").Select(row => row["state"]));
        Assert.Contains("2012-04-10 10:00 (Geneva)", story.Timeline, StringComparison.Ordinal);
        // Silence is an answer here: though the closing waits, nobody who was silent is late.
        Assert.Empty(story.Letters("escalation"));
        // Told once that it waits; closed on the first working morning on which nothing waits, a Monday.
        Assert.Equal(("closed", "2012-05-07"), (story.Call["state"], story.Call["decidedOn"]));
        Assert.Equal(2, story.LettersTo("chair@chairman.example").Count);
    }

    [Fact]
    public async Task A_late_answer_is_kept_and_counts_only_on_the_chairmans_word()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", "call open \"TSB Circular 271\" --kind contacts --title \"Contacts of experts\" --deadline 2012-04-27")
            .Mail("2012-04-28 08:00", "itu@ministry-au.example", "TSB Circular 271", "Dear Sir,\n\nWith reference to TSB Circular 271, we have no expert to nominate at this time.")
            .Mail("2012-04-30 08:00", "itu@ministry-ke.example", "TSB Circular 271",
                "Dear Sir,\n\nWith reference to TSB Circular 271, the Administration of Kenya nominates:\n\nOrganization: Umoja Child Helpline\nCountry: Kenya\nContact person: Ms Jane Sample\nE-mail: jane@umoja.example\nTelephone: +254 20 555 0101\n\nKind regards,")
            .At("2012-05-20 09:00", "note later").PlayAsync();
        Assert.Equal(("declined", "met-late"), (story.Owes("AU"), story.Owes("KE")));
        Assert.Equal(["late", "late"], story.Table("answers").Select(row => row["state"]));
        Assert.Equal("closed", story.Call["state"]);
    }

    [Fact]
    public async Task An_answer_that_comes_before_its_circular_is_registered_is_taken_in()
    {
        await story.Members("AU", "KE")
            .Mail("2012-09-17 08:00", "itu@ministry-au.example", "TSB Circular 313", "Dear Sir,\n\nWith reference to TSB Circular 313, we have no organization to nominate.")
            .At("2012-09-18 09:00", "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --opened 2012-09-14 --no-letters").PlayAsync();
        Assert.Equal(("declined", "open"), (story.Owes("AU"), story.Owes("KE")));
        Assert.Empty(story.Letters("call"));
    }

    [Fact]
    public async Task A_wrong_number_waits_for_a_person_whose_word_settles_the_call()
    {
        await story.Members("AU", "KE").At("2012-09-17 16:00", "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\"")
            .Mail("2012-09-24 08:00", "itu@ministry-au.example", "TSB Circular 331", "Dear Sir,\n\nWith reference to Circular 331, we have no organization to nominate.")
            .At("2012-09-25 09:00", "review list").At("2012-09-26 09:00", "review accept 1").PlayAsync();
        Assert.Contains("it cites 331, which is not on record", story.Timeline, StringComparison.Ordinal);
        Assert.Equal("declined", story.Owes("AU"));
    }

    [Fact]
    public async Task A_held_answer_judged_again_after_its_sender_became_known_stands()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .Mail("2012-04-10 08:00", "somebody@elsewhere.example", "TSB Circular 270", "The Administration of Australia supports the establishment of JCA-EX.")
            .At("2012-04-11 09:00", "member add \"Administration of Australia\" --country AU --email somebody@elsewhere.example").At("2012-04-11 09:05", "review replay 1").PlayAsync();
        Assert.Equal("met", story.Owes("AU"));
        Assert.Equal(["stands"], story.Table("answers").Select(row => row["state"]));
    }

    [Fact]
    public async Task A_stranger_answers_for_nobody()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", $"{Consultation} --deadline 2012-04-27")
            .Mail("2012-04-10 08:00", "somebody@elsewhere.example", "TSB Circular 270", "The Administration of Australia objects to the establishment of JCA-EX.")
            .At("2012-04-11 09:00", "review reject 1 --why forged").At("2012-05-01 09:00", "note later").PlayAsync();
        Assert.Equal("approved: no comment was received", story.Call["outcomeText"]);
        Assert.Equal("waived", story.Owes("AU"));
    }

    [Fact]
    public async Task A_corrigendum_moves_the_deadline_and_what_is_owed_with_it()
    {
        await story.Members("AU", "KE").At("2012-03-22 16:00", "call open \"DM-12/1008\" --kind contacts --title \"Contacts of experts\" --deadline 2012-04-27")
            .At("2012-04-20 09:00", "call extend DM-12/1008 --to 2012-05-11 --why \"Corrigendum 1\"").At("2012-04-21 09:00", "call waive 12/1008 KE --why \"by telephone\"")
            .Mail("2012-05-03 08:00", "itu@ministry-au.example", "Your letter DM-12/1008", "Dear Sir,\n\nWe have no expert to nominate.").At("2012-05-04 09:00", "note later").PlayAsync();
        Assert.Equal("end of 2012-05-11, Europe/Zurich", story.Call["deadlineRule"]);
        Assert.Equal(("declined", "waived"), (story.Owes("AU"), story.Owes("KE")));
        Assert.Equal(["stands"], story.Table("answers").Select(row => row["state"]));
    }

    [Fact]
    public async Task Answers_to_a_questionnaire_are_gathered_under_each_question()
    {
        await story.Members("AU", "KE").At("2012-11-01 16:00", "call open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2013-02-01 --question \"1=Is there a hotline?\" --question \"2=Which law applies?\"")
            .Mail("2012-11-20 08:00", "itu@ministry-au.example", "TSB Circular 320: questionnaire", "Dear Sir,\n\nAnswers to the questionnaire:\n\n1. Yes, since 2008.\n2. The Online Safety Act of 2011.\n\nKind regards,")
            .Mail("2012-11-21 08:00", "itu@ministry-ke.example", "TSB Circular 320: questionnaire", "Dear Sir,\n\nAnswers to the questionnaire:\n\n1. Not yet.\n2. The Children Act.\n\nKind regards,")
            .At("2012-12-01 09:00", "call answers 320 --by-question --format csv").PlayAsync();
        Assert.Equal(("met", "met"), (story.Owes("AU"), story.Owes("KE")));
        Assert.Contains("1,Is there a hotline?,Administration of Australia,AU,\"Yes, since 2008.\"", story.Timeline, StringComparison.Ordinal);
        Assert.Contains("2,Which law applies?,Administration of Kenya,KE,The Children Act.", story.Timeline, StringComparison.Ordinal);
    }
}
