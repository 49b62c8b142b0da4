namespace JcaCop.Reading.Layout;

/// <summary>What the label of a form line or the head of a column announces, whatever its language and wording.</summary>
public enum FieldLabel
{
    /// <summary>A label that the lexicon does not know.</summary>
    Other,
    Organization, Country, Website, Address, City, PostalCode,
    /// <summary>A person's whole name.</summary>
    Person, Surname, GivenName, Salutation,
    /// <summary>A contact: usually the name, sometimes name, post and addresses in one value.</summary>
    Contact,
    /// <summary>A person's post.</summary>
    Function,
    Phone, Fax, PhoneAndFax, Mobile, Email,
    /// <summary>Post and name in one cell.</summary>
    PersonAndFunction,
    Representative, Alternate, FocalPoint, Expert, Replaces,
    /// <summary>Study group or other body.</summary>
    Body,
    /// <summary>In what capacity: representative, alternate …</summary>
    Role,
    /// <summary>Name or heading of a document or activity; of a person, in English, also the post.</summary>
    Title,
    Date, Start, End, Deadline, Place, Mode, Meeting, Category, Status, Number, Organizer,
    Source, From, To, Cc, ForAction, ForComment, ForInformation, InReplyTo, Reference, Purpose, Subject,
    Abstract, Attachments, Approval, Language, Remarks, Question, Answer,
}
