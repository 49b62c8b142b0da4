namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Bodies of mails that several stories need.</summary>
internal static class MailTexts
{
    /// <summary>A liaison statement of Study Group 16 in the form of ITU-T.</summary>
    /// <param name="fields">Whom it is for, and until when: <c>FOR ACTION TO: …</c></param>
    public static string Statement(string number, string title, string fields, string to) => $"""
        {number}

        QUESTION(S): 26/16
        SOURCE: ITU-T Study Group 16 (Geneva, 27 August 2012)
        TITLE: {title}

        LIAISON STATEMENT

        {fields}
        CONTACT: Ms Ingrid Falkenrath, Rapporteur Q26/16
        E-mail: ingrid.falkenrath@sixteen.example

        Study Group 16 is pleased to write to {to} on this matter.
        """;

    /// <summary>A delegation of two, one from afar, for a meeting.</summary>
    /// <param name="meeting"><c>JCA-X on 5 November 2012</c></param>
    public static string Delegation(string meeting) => $"""
        Please register the following delegates for the meeting of {meeting}:

        Name: Ms Hawa Kamara
        Organization: Ministry of Examples, Australia
        E-mail: h.kamara@ministry.example
        Attendance: remote

        Name: Mr Idris Bangura
        Organization: Ministry of Examples, Australia
        E-mail: i.bangura@ministry.example
        Attendance: in person
        """;
}
