using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>A value on its way into a field, with the passage that gave it.</summary>
internal sealed record Found(string Value, int Start, int Length, double Confidence)
{
    public static Found Of(Mention<string> mention) => new(mention.Value, mention.Start, mention.Length, mention.Confidence);

    public Evidence As(string field, string text, string? source) => new(field, source, Start, text.Substring(Start, Length), Confidence);
}

/// <summary>How the values of a draft were laid out: what is labelled is surer than what stands in prose.</summary>
internal enum DraftOrigin { Form, Table, List, Lines, Prose, Signature }

/// <summary>The organizations and persons of a text while they are being read.</summary>
internal sealed class Drafts
{
    public List<OrganizationDraft> Organizations { get; } = [];

    public List<PersonDraft> Persons { get; } = [];
}

/// <summary>An organization as it is being read.</summary>
internal sealed class OrganizationDraft(Found name, DraftOrigin origin)
{
    public Found Name { get; set; } = name;
    public DraftOrigin Origin { get; } = origin;
    public Found? Country { get; set; }
    public Found? Website { get; set; }
    public Found? Address { get; set; }
    public List<PersonDraft> Persons { get; } = [];
    public PersonDraft? Nameless { get; set; }
    public bool Nominated { get; set; }
    public bool SelfNamed { get; set; }

    /// <summary>Probability that this is a nomination, as the tagger gives it; 1 where other rules found it.</summary>
    public double Sure { get; set; } = 1;
    public int Start => Name.Start;
}

/// <summary>A person as it is being read. Name null: contact details of an organization without a person.</summary>
internal sealed class PersonDraft(Found? name, DraftOrigin origin)
{
    public Found? Name { get; set; } = name;
    public DraftOrigin Origin { get; } = origin;
    public Found? Function { get; set; }
    public Found? Email { get; set; }
    public Found? Phone { get; set; }
    public Found? Fax { get; set; }
    public Found? Address { get; set; }
    public SeatRole? Role { get; set; }
    public Found? Body { get; set; }
    public Found? Organization { get; set; }

    public Found? Replaces { get; set; }
    public bool Designated { get; set; }

    /// <summary>Least probability among the tags of name and address; 1 where other rules found the person.</summary>
    public double Sure { get; set; } = 1;
    public int Start => Name?.Start ?? Email?.Start ?? Phone?.Start ?? 0;

    /// <summary>The same person again, for another organization.</summary>
    public PersonDraft Copy() => (PersonDraft)MemberwiseClone();
}
