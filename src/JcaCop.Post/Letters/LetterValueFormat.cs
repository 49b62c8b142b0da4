using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace JcaCop.Post.Letters;

/// <summary>Writes a <see cref="LetterValue"/> wherever a template binds one: encoded for its form, and isolated so that its direction touches nothing around it.</summary>
internal sealed class LetterValueFormat(bool html, bool rightToLeft) : IFormatter, IFormatterProvider
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public bool TryCreateFormatter(Type type, out IFormatter formatter)
    {
        formatter = this;
        return type == typeof(LetterValue);
    }

    public void Format<T>(T value, in EncodedTextWriter writer)
    {
        if (value is not LetterValue text) return;
        if (html)
        {
            // dir is written beside bdi because some clients know the attribute and not the element.
            writer.Write(text.RightToLeft ? "<bdi dir=\"rtl\">" : "<bdi dir=\"ltr\">", false);
            writer.Write(text.Text, true);
            writer.Write("</bdi>", false);
        }
        else if (rightToLeft ? text.HoldsLeftToRight() : text.HoldsRightToLeft())
        {
            writer.Write($"{FirstStrongIsolate}{text.Text}{PopIsolate}", false);
        }
        else
        {
            writer.Write(text.Text, false);
        }
    }
}
