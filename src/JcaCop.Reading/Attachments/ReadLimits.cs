namespace JcaCop.Reading.Attachments;

/// <summary>How much of an attachment is opened. Beyond it the attachment is named with its problem, never opened further.</summary>
internal static class ReadLimits
{
    /// <summary>Largest decoded attachment that is opened, in bytes.</summary>
    public const int Bytes = 15 * 1024 * 1024;

    /// <summary>Most text taken from one attachment, in UTF-16 units: sixty pages.</summary>
    public const int Text = 150_000;

    /// <summary>Most text taken from all attachments of a mail together.</summary>
    public const int TextOfAll = 200_000;

    /// <summary>Attachments opened in one mail; further ones are named only.</summary>
    public const int Opened = 20;

    /// <summary>Attachments named in one mail.</summary>
    public const int Named = 200;

    /// <summary>Mails within mails.</summary>
    public const int Depth = 5;

    /// <summary>Entries in a package (docx, xlsx, odt).</summary>
    public const int PackageEntries = 4000;

    /// <summary>Unpacked size of one part of a package, in bytes, counted while it is read: declared sizes can lie.</summary>
    public const int PackagePart = 40 * 1024 * 1024;

    /// <summary>Unpacked by packed size above which a package is taken for a bomb, once it is larger than a megabyte.</summary>
    public const int Expansion = 300;

    public const int PdfPages = 60;

    /// <summary>A drawing can hold any number of letters; what a page of writing holds is far below.</summary>
    public const int PdfLetters = 300_000;

    /// <summary>PDF is the one format whose reader cannot be stopped from inside.</summary>
    public static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(8);
}
