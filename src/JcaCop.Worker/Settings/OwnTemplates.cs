using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>The operator's own templates and words.</summary>
internal sealed class OwnTemplates(LetterWriter letters, PageWriter pages, IOptions<LetterOptions> options)
{
    /// <summary>Loads all of them. One with a misspelt value would stop the job that needs it first, on the day of the deadline, and with it the letters of everybody else.</summary>
    /// <exception cref="TemplateException">What is wrong, and in which file.</exception>
    public void Check()
    {
        if (options.Value.TemplateFolder is null) return;
        letters.Check();
        pages.Check();
    }
}
