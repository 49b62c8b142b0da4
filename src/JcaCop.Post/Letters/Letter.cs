using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters;

/// <summary>
/// What one letter says, in values ready to show and of no language. One sealed record a kind; its public properties are what the
/// kind's template may name. Values that read differently in each language are <see cref="Shown"/> values, days and enumerations.
/// </summary>
/// <param name="Kind">Folder of its template and words: <c>Templates/call-reminder</c>.</param>
public abstract record Letter(string Kind)
{
    /// <summary>False for letters to people whose language is known for certain, as those to the secretariat: no English stands below.</summary>
    public virtual bool EnglishBelow => true;

    /// <summary>What the template binds in one language: the letter itself, where a kind needs no more than the general rules.</summary>
    internal virtual object In(LetterLanguage language) => this;
}
