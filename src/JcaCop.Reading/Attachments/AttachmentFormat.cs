namespace JcaCop.Reading.Attachments;

/// <summary>The formats that can carry an answer, by the name's ending first (mail programs send any file as octet-stream), by media type otherwise.</summary>
internal static class AttachmentFormat
{
    /// <returns>Null where the format is not read.</returns>
    public static Func<byte[], string?, AttachmentText>? Of(string name, string type) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".docx" or ".dotx" or ".docm" => static (bytes, _) => DocxText.Read(bytes),
        ".xlsx" or ".xlsm" => static (bytes, _) => XlsxText.Read(bytes),
        ".odt" or ".ott" or ".ods" => static (bytes, _) => OpenDocumentText.Read(bytes),
        ".pdf" => static (bytes, _) => PdfText.Read(bytes),
        ".rtf" => static (bytes, _) => RtfText.Read(bytes),
        ".csv" or ".tsv" => TableText.Read,
        ".txt" or ".text" or ".log" or ".md" => PlainText.Read,
        ".htm" or ".html" or ".xhtml" => PlainText.ReadHtml,
        ".doc" => static (bytes, _) => bytes.AsSpan().StartsWith("{\\rtf"u8) ? RtfText.Read(bytes) : AttachmentText.Failed("old Word format: not read"),
        "" or ".dat" or ".bin" => OfType(type),
        _ => null,
    };

    /// <summary>Why a format stays closed, where a reader might expect its text; null for pictures and the like.</summary>
    public static string? WhyNot(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".zip" or ".rar" or ".7z" or ".gz" or ".tar" or ".tgz" or ".arj" or ".cab" or ".iso" => "archive: not opened",
        ".xls" or ".ppt" or ".pptx" or ".wps" or ".wpd" or ".pages" or ".numbers" or ".key" => "format not read",
        ".exe" or ".js" or ".vbs" or ".scr" or ".bat" or ".cmd" or ".com" or ".msi" or ".lnk" or ".ps1" or ".jar" or ".hta" => "program: not opened",
        ".tif" or ".tiff" => "picture: its text is not read",
        _ => null,
    };

    private static Func<byte[], string?, AttachmentText>? OfType(string type) => type.ToLowerInvariant() switch
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => static (bytes, _) => DocxText.Read(bytes),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => static (bytes, _) => XlsxText.Read(bytes),
        "application/vnd.oasis.opendocument.text" => static (bytes, _) => OpenDocumentText.Read(bytes),
        "application/pdf" => static (bytes, _) => PdfText.Read(bytes),
        "application/rtf" or "text/rtf" => static (bytes, _) => RtfText.Read(bytes),
        "text/csv" => TableText.Read,
        "text/plain" => PlainText.Read,
        "text/html" => PlainText.ReadHtml,
        _ => null,
    };
}
