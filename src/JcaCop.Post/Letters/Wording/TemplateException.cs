namespace JcaCop.Post.Letters.Wording;

/// <summary>A template or word file is wrong: an unknown element, a word or placeholder that is not there. The letter is not made.</summary>
public sealed class TemplateException : Exception
{
    public TemplateException(string message) : base(message) { }

    public TemplateException(string message, Exception inner) : base(message, inner) { }
}
