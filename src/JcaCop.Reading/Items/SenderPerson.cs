using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Who wrote, as a person to be recorded: name as signed, post and phone from the signature, address from there or from the header.</summary>
internal static class SenderPerson
{
    /// <param name="named">The name that the writer gives in the text ("I, the undersigned, …"); it counts before the signature's.</param>
    public static Person Of(ItemContext context, string? named = null)
    {
        var author = MailAuthor.Of(context.Mail);
        string? name = null, function = null, email = null, phone = null;
        if (!string.IsNullOrWhiteSpace(author.Signature))
        {
            var lines = new ItemContext(context.Mail, context.Language, context.Respondent, context.Answers, author.Signature, context.Year);
            foreach (var part in PartFinder.Find(lines, new TextSpan(0, author.Signature.Length), DraftOrigin.Lines, true))
            {
                if (part.Kind == PartKind.Person && (name is null || !Shares(name, author.Name) && Shares(part.Value, author.Name))) name = part.Value;
                if (part.Kind == PartKind.Function) function ??= part.Value;
                if (part.Kind is PartKind.Phone or PartKind.Mobile or PartKind.PhoneAndFax) phone ??= part.Value;
                if (part.Kind == PartKind.Email) email ??= part.Value;
            }
            if (name is not null && author.Name.Length > name.Length && !name.Contains(' ', StringComparison.Ordinal) && Shares(name, author.Name)) name = Turned(author.Name);
            if (name is not null && author.Name.Length > 0 && !Shares(name, author.Name) && NameShapes.Score(author.Name) >= 0.5 && !Shares(name, author.Email)) name = author.Name;
        }
        name = named ?? name ?? (NameShapes.Score(author.Name) > 0.2 ? Turned(author.Name) : null);
        return new Person(name, function, email ?? Empty(author.Email), phone);
    }

    /// <summary>True for a name that is the writer's own.</summary>
    public static bool Is(ItemContext context, string name)
    {
        var author = MailAuthor.Of(context.Mail);
        return Shares(name, author.Name) || Shares(name, author.Signature);
    }

    /// <summary>"Surname, Given" of a header, as one would sign.</summary>
    private static string Turned(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && name.IndexOf(',', comma + 1) < 0 ? $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}" : name;
    }

    private static string? Empty(string value) => value.Length == 0 ? null : value;

    private static bool Shares(string name, string other)
    {
        var folded = Folding.Fold(other).Text;
        if (folded.Length == 0 || name.Length == 0) return false;
        if (Folding.IsHan(name[0])) return folded.Contains(Folding.Fold(name).Text, StringComparison.Ordinal);
        var words = 0;
        var shared = 0;
        foreach (var word in Folding.Fold(name).Text.Split(' ', '-'))
        {
            if (word.Length < 3) continue;
            words++;
            if (folded.Contains(word, StringComparison.Ordinal)) shared++;
        }
        return shared > 0 && shared * 2 >= Math.Min(words, 2) * 2 || shared > 0 && words == 1;
    }
}
