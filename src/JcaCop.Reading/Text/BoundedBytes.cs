namespace JcaCop.Reading.Text;

/// <summary>Takes what is written up to a limit and lets the rest go, so that a huge part costs no memory.</summary>
/// <param name="expected">About how much will be written.</param>
internal sealed class BoundedBytes(int limit, int expected = 4096) : Stream
{
    private byte[] bytes = new byte[Math.Clamp(expected, 64, Math.Min(limit, 1 << 20))];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => length;
    public override long Position { get => length; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var take = buffer[..Math.Min(buffer.Length, limit - length)];
        if (length + take.Length > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(limit, Math.Max((long)bytes.Length * 2, length + take.Length)));
        take.CopyTo(bytes.AsSpan(length));
        length += take.Length;
    }

    public override void Flush()
    {
        // Everything is in memory already.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
