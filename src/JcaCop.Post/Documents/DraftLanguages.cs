using System.Collections.Concurrent;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register;

namespace JcaCop.Post.Documents;

/// <summary>The words of drafts, by the language in which a group has its reports drafted. Safe for many threads.</summary>
public sealed class DraftLanguages(LetterOptions options)
{
    private readonly ConcurrentDictionary<string, DraftWords> loaded = new(StringComparer.Ordinal);

    /// <exception cref="TemplateException">A word file is wrong.</exception>
    public DraftWords Of(Group group) => loaded.GetOrAdd(group.DraftLanguage ?? group.Language, language => DraftWords.Load(options, language));
}
