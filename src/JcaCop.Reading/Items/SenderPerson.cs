using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Who wrote, as a person to be recorded: name as signed, post and phone from the signature, address from there or from the header.</summary>
internal static class SenderPerson
{
    /// <param name="named">The name that the writer gives in the text ("I, the undersigned, …"); it counts before the signature's.</param>
    public static Person Of(ItemContext context, string? named = null)
    {
        if (named is null) return context.Writer ??= Read(context, null);
        return Read(context, named);
    }

    private static Person Read(ItemContext context, string? named)
    {
        var author = MailAuthor.Of(context.Mail);
        string? name = null, function = null, email = null, phone = null, fax = null;
        var signature = WithoutFormula(Signature(context));
        if (!string.IsNullOrWhiteSpace(signature))
        {
            var lines = new ItemContext(context.Mail, context.Language, context.Respondent, context.Answers, signature, context.Year);
            foreach (var part in PartFinder.Find(lines, new TextSpan(0, signature.Length), DraftOrigin.Lines, true))
            {
                // "Fiona" may stand above the whole name
                if (part.Kind == PartKind.Person && (NameShapes.Score(part.Value) >= 0.35 || Shares(part.Value, author.Name))
                        && (name is null || !Shares(name, author.Name) && Shares(part.Value, author.Name)
                            || part.Value.StartsWith(name + " ", StringComparison.Ordinal) && Shares(part.Value, author.Name)))
                    name = part.Value;
                if (part.Kind == PartKind.Function) function ??= Line(context, lines, part);
                if (part.Kind is PartKind.Phone or PartKind.Mobile or PartKind.PhoneAndFax) phone ??= part.Value;
                if (part.Kind is PartKind.Fax or PartKind.PhoneAndFax) fax ??= part.Value;
                if (part.Kind == PartKind.Email) email ??= part.Value;
            }
            if (author.Name.Length > 1 && signature.Contains(author.Name, StringComparison.OrdinalIgnoreCase) && NameShapes.Score(author.Name) > 0
                    && !(name is not null && (NameShapes.Score(author.Name) < 0.35 || NamesHouse(author.Name)) && OfficeMailbox.Is(author.Name, author.Email, context.Respondent?.Organization))
                    && name?.Contains(author.Name, StringComparison.OrdinalIgnoreCase) != true)
                name = author.Name;
            if (name is not null && author.Name.Length > name.Length && !name.Contains(' ', StringComparison.Ordinal) && !Folding.IsHan(name[0]) && Shares(name, author.Name)) name = Turned(author.Name);
            if (name is not null && author.Name.Length > 0 && !Shares(name, author.Name) && NameShapes.Score(author.Name) >= 0.35
                    && !OfficeMailbox.Is(author.Name, author.Email, context.Respondent?.Organization) && !Shares(name, author.Email) && char.IsAscii(name[0]) == char.IsAscii(author.Name[0]))
                name = author.Name;
        }
        name = named ?? name ?? (NameShapes.Score(author.Name) > 0 ? Turned(author.Name) : null);
        return new Person(name, function, email ?? Empty(author.Email), phone, fax);
    }

    private static bool NamesHouse(string name) => new MarkedText(name).Any(Word.Organization, 0, name.Length);

    /// <summary>True for a name that is the writer's own.</summary>
    public static bool Is(ItemContext context, string name)
    {
        var author = MailAuthor.Of(context.Mail);
        return Shares(name, author.Name) || Of(context).Name is { } signed && Shares(name, signed);
    }

    /// <summary>The lines under the text; in a mail passed on, the last short lines of its author.</summary>
    private static string Signature(ItemContext context)
    {
        var body = context.Mail.Body;
        if (body.Passages.All(passage => passage.Kind != PassageKind.Forwarded)) return body.Signature ?? "";
        var text = context.Text.AsSpan().TrimEnd();
        var start = text.Length;
        for (var lines = 0; lines < 8 && start > 0; lines++)
        {
            var from = text[..start].LastIndexOf('\n') + 1;
            var line = text[from..start].Trim();
            if (line.Length > 65 || line.Length > 30 && line[^1] is '.' or '。') break;
            start = Math.Max(0, from - 1);
        }
        return text[start..].Trim().ToString();
    }

    /// <summary>"شكراً جزيلاً" above the name: what closes the letter is nobody.</summary>
    private static string WithoutFormula(string signature)
    {
        var end = signature.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && ClosingFormula.Read(PhraseSet.Fold(signature[..end])) == Closing.Whole ? signature[(end + 1)..] : signature;
    }

    /// <summary>A post runs on behind its comma to the end of the line, where no organization begins there: "Senior Adviser, Online Safety".</summary>
    private static string Line(ItemContext context, ItemContext lines, Part post)
    {
        var signature = lines.Text;
        if (PostReference.End(lines, post.End, signature.Length) is var reached && reached > post.End) return MailLayout.Unwrap(signature[post.Start..reached]);
        var end = signature.AsSpan(post.End).IndexOfAny('\n', '|', '•');
        var rest = end < 0 ? signature.AsSpan(post.End) : signature.AsSpan(post.End, end);
        if (rest.Length is < 3 or > 45 || rest[0] != ',' || rest.IndexOfAnyInRange('0', '9') >= 0 || rest.Contains('@')) return post.Value;
        var tail = rest[1..].Trim().ToString();
        var marked = new MarkedText(tail);
        var named = context.Respondent?.Organization is { } own && (SameName.Is(own, tail) || own.Contains(tail, StringComparison.OrdinalIgnoreCase) || tail.Contains(own, StringComparison.OrdinalIgnoreCase));
        return named || marked.Any(Word.Organization, 0, tail.Length) || marked.At(Word.LegalForm, 0) is not null || Countries.Find(tail).Count > 0 ? post.Value : $"{post.Value}, {tail}";
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
        var folded = Folding.Plain(other);
        if (folded.Length == 0 || name.Length == 0) return false;
        if (Folding.IsHan(name[0])) return folded.Contains(Folding.Plain(name), StringComparison.Ordinal);
        var words = 0;
        var shared = 0;
        foreach (var word in Folding.Plain(name).Split(' ', '-'))
        {
            if (word.Length < 3) continue;
            words++;
            if (folded.Contains(word, StringComparison.Ordinal)) shared++;
        }
        return shared > 0 && shared * 2 >= Math.Min(words, 2) * 2 || shared > 0 && words == 1;
    }
}
