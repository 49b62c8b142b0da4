using MailKit;

namespace JcaCop.Post.Sending;

/// <summary>Notes that content has been written to the connection. While nothing has, the end of the content cannot have been sent either, and the server cannot have accepted the message.</summary>
internal sealed class ContentBegun : ITransferProgress
{
    public bool Yes { get; private set; }

    public void Report(long bytesTransferred, long totalSize) => Yes = true;

    public void Report(long bytesTransferred) => Yes = true;
}
