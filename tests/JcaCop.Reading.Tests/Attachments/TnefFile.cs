using System.Buffers.Binary;
using System.Text;

namespace JcaCop.Reading.Tests.Attachments;

/// <summary>Writes winmail.dat as Outlook does (MS-OXTNEF): attributes with checksums, MAPI properties, the text as compressed RTF (MS-OXRTFCP), files with short and long names.</summary>
internal sealed class TnefFile
{
    private readonly List<byte> written = [];

    public TnefFile(string subject)
    {
        UInt32(0x223E9F78);
        UInt16(0x0001);
        Attribute(1, 0x00089006, [0x00, 0x00, 0x01, 0x00]);
        Attribute(1, 0x00069007, [0xE4, 0x04, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00]); // code page 1252
        Attribute(1, 0x00078008, Text("IPM.Microsoft Mail.Note"));
        Attribute(1, 0x00018004, Text(subject));
    }

    /// <param name="rtf">ASCII; other letters as \u.</param>
    public TnefFile Message(string rtf)
    {
        Attribute(1, 0x00069003, Properties((0x1009, 0x0102, CompressedRtf(Encoding.ASCII.GetBytes(rtf)))));
        return this;
    }

    /// <param name="shortName">Eight letters and three, in ASCII.</param>
    public TnefFile File(string shortName, string longName, string type, byte[] content)
    {
        Attribute(2, 0x00069002, [0x01, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0x20, 0x00, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00]);
        Attribute(2, 0x00018010, Text(shortName));
        Attribute(2, 0x0006800F, content);
        Attribute(2, 0x00069005, Properties((0x3704, 0x001F, Unicode(shortName)), (0x3707, 0x001F, Unicode(longName)), (0x370E, 0x001F, Unicode(type))));
        return this;
    }

    public byte[] ToArray() => [.. written];

    private void Attribute(byte level, uint tag, byte[] data)
    {
        written.Add(level);
        UInt32(tag);
        UInt32((uint)data.Length);
        written.AddRange(data);
        UInt16((ushort)data.Aggregate(0u, static (sum, one) => sum + one));
    }

    private static byte[] Properties(params (ushort Id, ushort Type, byte[] Value)[] properties)
    {
        using var stream = new MemoryStream();
        void Write(uint value) { Span<byte> bytes = stackalloc byte[4]; BinaryPrimitives.WriteUInt32LittleEndian(bytes, value); stream.Write(bytes); }
        Write((uint)properties.Length);
        foreach (var (id, type, value) in properties)
        {
            Write((uint)(id << 16 | type));
            Write(1);
            Write((uint)value.Length);
            stream.Write(value);
            while (stream.Length % 4 != 0) stream.WriteByte(0);
        }
        return stream.ToArray();
    }

    /// <summary>LZFu of literals alone, with the mark of the end and the checksum that the format asks for.</summary>
    private static byte[] CompressedRtf(byte[] raw)
    {
        var body = new List<byte>();
        var tokens = raw.Length + 1;
        for (var at = 0; at < tokens; at += 8)
        {
            var last = tokens - at <= 8;
            body.Add(last ? (byte)(1 << tokens - at - 1) : (byte)0);
            for (var i = at; i < Math.Min(at + 8, raw.Length); i++) body.Add(raw[i]);
            if (!last) continue;
            var end = (207 + raw.Length) % 4096 << 4;
            body.AddRange([(byte)(end >> 8), (byte)end]);
        }
        var file = new byte[16 + body.Count];
        BinaryPrimitives.WriteUInt32LittleEndian(file, (uint)(12 + body.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)raw.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), 0x75465A4C);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), Checksum(body));
        body.CopyTo(file, 16);
        return file;
    }

    private static uint Checksum(List<byte> bytes)
    {
        var sum = 0u;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
        return sum;
    }

    private static byte[] Text(string value) => Encoding.ASCII.GetBytes(value + "\0");

    private static byte[] Unicode(string value) => Encoding.Unicode.GetBytes(value + "\0");

    private void UInt16(ushort value) { Span<byte> bytes = stackalloc byte[2]; BinaryPrimitives.WriteUInt16LittleEndian(bytes, value); written.AddRange(bytes); }

    private void UInt32(uint value) { Span<byte> bytes = stackalloc byte[4]; BinaryPrimitives.WriteUInt32LittleEndian(bytes, value); written.AddRange(bytes); }
}
