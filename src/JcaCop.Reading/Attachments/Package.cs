using System.IO.Compression;
using System.Xml;

namespace JcaCop.Reading.Attachments;

/// <summary>A zipped office document, opened part by part within limits: what is declared and what is really unpacked both count.</summary>
internal sealed class Package : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, // no entities: they expand
        XmlResolver = null,
        MaxCharactersInDocument = ReadLimits.PackagePart,
        IgnoreComments = true,
        IgnoreWhitespace = true, // that of words stays: it is marked with xml:space
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive zip;

    private Package(ZipArchive zip) => this.zip = zip;

    public IEnumerable<string> Names => zip.Entries.Select(static entry => entry.FullName);

    /// <summary>Reads a document whole; every kind of damage becomes a problem in words.</summary>
    public static AttachmentText Read(byte[] bytes, Func<Package, string> text)
    {
        try
        {
            using var package = new Package(new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read));
            if (package.zip.Entries.Count > ReadLimits.PackageEntries) return AttachmentText.Failed("too many parts: not opened");
            var declared = package.zip.Entries.Sum(static entry => Math.Max(0, entry.Length));
            if (declared > 1024 * 1024 && declared / Math.Max(1, bytes.Length) > ReadLimits.Expansion) return AttachmentText.Failed("expands beyond measure: not opened");
            return AttachmentText.Of(text(package));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return AttachmentText.Failed(IsEncrypted(bytes) ? "encrypted: not read" : $"damaged: {e.Message}");
        }
    }

    /// <summary>A part as XML; null where the package has none of that name.</summary>
    public XmlReader? Part(string name)
    {
        var entry = zip.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/').TrimStart('/'), name, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : XmlReader.Create(new BoundedStream(entry.Open(), ReadLimits.PackagePart), Settings);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>An office document with a password is no zip but a compound file.</summary>
    private static bool IsEncrypted(byte[] bytes) => bytes is [0xd0, 0xcf, 0x11, 0xe0, ..];
}
