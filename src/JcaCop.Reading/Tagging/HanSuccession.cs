using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>代表由甲改为乙: in Chinese the verb between two names tells who goes; nobody makes way for himself or herself.</summary>
internal static class HanSuccession
{
    /// <param name="prose">The person is named in a sentence, not in a form or list.</param>
    public static void Settle(ItemContext context, PersonDraft coming, bool prose)
    {
        if (coming is not { Designated: true, Name: { } name } || !Folding.IsHan(name.Value[0])) return;
        if (coming.Replaces is { } before && SameName.Is(before.Value, name.Value)) coming.Replaces = null;
        if (prose) coming.Replaces ??= Former(context, name.Value);
    }

    /// <summary>The name between 由 and a verb of being replaced, directly behind which the name stands.</summary>
    private static Found? Former(ItemContext context, string name)
    {
        foreach (var verb in context.Marked.Within(Word.ReplacedBy, 0, context.Text.Length))
        {
            if (!context.Text.AsSpan(verb.End).StartsWith(name, StringComparison.Ordinal)) continue;
            var from = context.Text.LastIndexOf('由', Math.Max(0, verb.Start - 1), Math.Min(verb.Start, LongestHanName)) + 1;
            // 不由甲改为乙 denies it
            if (from < 2 || verb.Start - from < 2 || context.Text[from - 2] is '不' or '非' or '未') continue;
            if (context.Text[from..verb.Start] is var gone && gone.All(Folding.IsHan) && NameShapes.SurnameLength(gone) > 0 && gone != name) return new Found(gone, from, gone.Length, 0.8);
        }
        return null;
    }

    /// <summary>With 由 before it.</summary>
    private const int LongestHanName = 5;
}
