namespace JcaCop.Reading.Items;

/// <summary>What a word or phrase says of meetings, of changes to what was recorded, of consultations, or to a person who reads.</summary>
internal enum Matter
{
    /// <summary>Somebody, or the writer, will come to a meeting or will not.</summary>
    Attend, AttendSelf, Absent, AbsentSelf,
    /// <summary>"Present": where it makes a clause alone, and nobody is named, the writer comes.</summary>
    PresentAlone,
    /// <summary>Nouns of coming ("participants"): they say it of those named beside them, never of the writer.</summary>
    AttendNoun,
    /// <summary>Sending somebody; it speaks of attendance beside a meeting or its place.</summary>
    Dispatch,
    /// <summary>Staying away as a verb of its own: denied, it means coming ("will not miss").</summary>
    Miss,
    /// <summary>Turns coming into staying away, and what looks like it ("not only").</summary>
    Negator, NotNegator,
    /// <summary>The writer as the one who acts.</summary>
    I,
    /// <summary>Journeys; with the place of meetings they tell presence.</summary>
    Travel, GenevaName,
    Remote, InPerson,
    /// <summary>Holds a word of <see cref="Remote"/>, and means something else ("children online").</summary>
    NotRemote,
    /// <summary>The place of meetings; it tells presence only where it is said of the person.</summary>
    Geneva,
    /// <summary>Introduces a list of those who will come.</summary>
    Delegation,
    Meeting,
    /// <summary>Parts two statements of one sentence.</summary>
    But,
    /// <summary>The writer speaks of himself or herself.</summary>
    Self,
    Contribution, Report, Send,
    /// <summary>Handing in, in the forms that a denial takes before it: "will not submit".</summary>
    Submit,
    /// <summary>A document that is a contribution only where it is sent to a meeting; and what stands before its title.</summary>
    Paper, TitleWord,
    Remove, SeatNoun, CandidateNoun, RegistrationNoun,
    /// <summary>The list that somebody is to be taken off.</summary>
    ListNoun,
    /// <summary>Somebody has left: who comes instead is told beside it.</summary>
    Leaves,
    /// <summary>Something recorded is wrong or has changed.</summary>
    Change, Renamed,
    /// <summary>Stands before the post that somebody has now.</summary>
    Becomes,
    /// <summary>Stands before the value that no longer holds, or before the one that does.</summary>
    Old, NewMark,
    /// <summary>Behind an address or number that no longer holds: "is no longer in use".</summary>
    OutOfUse,
    /// <summary>Said of somebody who no longer has the post.</summary>
    Former,
    Unchanged, FaxWord, PhoneWord,
    /// <summary>Takes a stance back: "no comments".</summary>
    Denial,
    Support, NoObjection, Objection, Comment, Topic, TopicEnd,
    /// <summary>Names the asking itself: what the answer is about stands beside it.</summary>
    Consultation,
    /// <summary>Stands in Chinese before the views of others that were asked for.</summary>
    Sought,
    /// <summary>A question, a wish beyond the items, a complaint, a doubt, words to the program; and the courtesies that are none of these.</summary>
    Asks, Requests, Pleads, NotNeeded, Complains, Uncertain, Instructs, Courtesy,
    /// <summary>"How are you?": asked of nobody who reads the mail.</summary>
    Pleasantry,
    /// <summary>What was sent before holds no more: "annule et remplace".</summary>
    Supersedes,
    /// <summary>Asking somebody to tell something; with a plea it is a question.</summary>
    AskVerb,
    /// <summary>Thanks, and that something has arrived or been passed on: nobody need look.</summary>
    Receipt,
    /// <summary>"If", and what somebody must give first: leave, money, a visa. Together they leave open what follows.</summary>
    If, Leave,
    /// <summary>"Subject to": what is said holds if something else does.</summary>
    Proviso,
    /// <summary>What is consulted on, called nothing but a proposal: enough where a mail is known to answer a consultation.</summary>
    Proposal,
}
