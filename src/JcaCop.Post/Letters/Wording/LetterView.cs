using System.Collections;
using System.Diagnostics;
using System.Text;

namespace JcaCop.Post.Letters.Wording;

/// <summary>
/// Turns a letter into what its template binds in one language: every text clean, every day and name in the language's words. Lists are
/// cut where the letter would grow past what mail clients show; <c>thingsMore</c> then tells how many things are not there.
/// </summary>
/// <param name="room">About how many bytes of HTML the values may take.</param>
internal sealed class LetterView(LetterLanguage language, int room)
{
    /// <summary>What a value and a row cost beside their words: the markup of <c>html.hbs</c>.</summary>
    private const int ValueCost = 90;
    private const int RowCost = 160;

    private int left = room;

    public IDictionary<string, object?> Of(object row) => Row((LetterShape.Row)LetterShape.Of(row.GetType()), row);

    private Dictionary<string, object?> Row(LetterShape.Row shape, object row)
    {
        var view = new Dictionary<string, object?>(shape.Members.Count + 2);
        foreach (var (name, member) in shape.Members)
        {
            var value = member.Read(row);
            if (member.Shape.Value is LetterShape.List list) List(view, name, list, value);
            else view[name] = Value(member.Shape.Value, value);
        }
        return view;
    }

    private object? Value(LetterShape shape, object? value)
    {
        switch (value)
        {
            case null: return null;
            case bool or int or Bar or BareText: return value;
            case string text: return Text(text);
            case DateOnly day: return Text(language.Words.Write(day));
            case AsTyped typed: return LetterValue.Of(typed.Text) is { } letters ? Paid(letters) : null;
            case LanguageMark mark: return mark.In(language) is { Length: > 0 } told ? new BareText(told) : null;
            case Shown shown: return Text(shown.In(language));
            case LetterValue clean: return Paid(clean);
            case WebLink link: return Text(link.Address) is { } address ? new LinkValue(address, link.Target) : null;
            case Prose prose:
                var lines = ProseValue.Of(prose.Text.In(language), Math.Min(prose.Longest, Math.Max(400, left / 3)));
                foreach (var line in lines?.Lines ?? []) left -= ValueCost + Bytes(line?.Text);
                return lines;
        }
        return shape switch
        {
            LetterShape.Choice choice => Chosen(choice, value),
            LetterShape.Row row => Row(row, value),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>No list takes more than four fifths of what is left, so that the later ones show something too.</summary>
    private void List(Dictionary<string, object?> view, string name, LetterShape.List shape, object? value)
    {
        var floor = left / 5;
        var shown = new List<object?>();
        var hidden = (value as IShortened)?.Hidden ?? 0;
        foreach (var element in (IEnumerable?)value ?? Array.Empty<object>())
        {
            if (left <= floor)
            {
                hidden++;
                continue;
            }
            left -= RowCost;
            var row = Value(shape.Element, element) is var one && one is Dictionary<string, object?> fields ? fields : new() { [LetterSource.TextOfRow] = one };
            row.TryAdd("number", shown.Count + 1);
            shown.Add(row);
        }
        view[name] = shown;
        view[name + "More"] = hidden;
    }

    private static Dictionary<string, object?> Chosen(LetterShape.Choice choice, object value)
    {
        var name = LetterShape.NameOf(value.ToString()!);
        return choice.Names.ToDictionary(one => one, one => (object?)(one == name));
    }

    private LetterValue? Text(string text) => LetterValue.Of(RegisterNames.In(text, language)) is { } value ? Paid(value) : null;

    private LetterValue Paid(LetterValue value)
    {
        left -= ValueCost + Bytes(value.Text);
        return value;
    }

    /// <summary>Bytes in UTF-8 after encoding for HTML, at most.</summary>
    private static int Bytes(string? text)
    {
        var bytes = 0;
        foreach (var c in text ?? "")
            bytes += c switch { '&' or '<' or '>' or '"' or '\'' or '`' or '=' => 6, < '\u0080' => 1, < '\u0800' => 2, _ => 3 };
        return bytes;
    }
}
