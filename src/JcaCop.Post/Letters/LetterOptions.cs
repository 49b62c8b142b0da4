namespace JcaCop.Post.Letters;

/// <summary>Settings of letters: section <c>Letters</c>.</summary>
public sealed class LetterOptions
{
    /// <summary>Folder with the operator's own templates and words, laid out like <c>src/JcaCop.Post/Templates</c>; files missing there are taken from the built-in ones. Null for none.</summary>
    public string? TemplateFolder { get; set; }

    /// <summary>True gives each letter a reply path of its own (<c>name+r.id@domain</c>). The mail server must deliver such addresses to the group's mailbox.</summary>
    public bool PlusAddresses { get; set; }
}
