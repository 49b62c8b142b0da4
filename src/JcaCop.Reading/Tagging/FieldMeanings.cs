using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>What the fields of forms and the columns of tables hold: by their labels, and where those tell nothing, by what stands in them.</summary>
internal static class FieldMeanings
{
    /// <summary>"Where to find it": a column under words that are no label holds addresses where most of its cells have a word of streets, and no other column is theirs.</summary>
    public static FieldLabel OfColumn(ItemContext context, Table table, int column)
    {
        if (table.Columns[column] is not FieldLabel.Other || table.Columns.Contains(FieldLabel.Address)) return table.Columns[column];
        var (all, streets) = (0, 0);
        foreach (var row in table.Rows)
        {
            if (column >= row.Count || row[column].IsEmpty) continue;
            all++;
            if (context.Marked.Any(Word.Street, row[column].Start, row[column].End) && row[column].Of(context.Text).ContainsAnyInRange('0', '9') && row[column].Of(context.Text).IndexOfAny("@/") < 0) streets++;
        }
        return streets > 1 && streets * 3 >= all * 2 ? FieldLabel.Address : FieldLabel.Other;
    }

    /// <summary>"In the capacity of: engineer": what holds no role and begins with a post is one.</summary>
    public static FieldLabel Of(ItemContext context, FormField field) =>
        field.Label is FieldLabel.Role && Posts.Head(context.Marked, field.Value.Start, field.Value.End) == PostHead.Post
                && !Array.Exists(PartFinder.Roles, role => context.Marked.Any(role.Item1, field.Value.Start, field.Value.End))
            ? FieldLabel.Function : field.Label;

    /// <summary>"Contact persons: 1. Ida Holm, …": the number before a name is no part of it.</summary>
    public static TextSpan WithoutNumber(ItemContext context, FormField field)
    {
        if (!NamesPerson(field.Label) || !char.IsDigit(context.Text[field.Value.Start]) || ListMarker.Length(field.Value.Of(context.Text)) is not (> 1 and var mark)) return field.Value;
        return TextSpan.FromBounds(field.Value.Start + mark, field.Value.End).Trim(context.Text) is { IsEmpty: false } bare ? bare : field.Value;
    }

    public static FormField Cell(Table table, int row, int column) => new(table.Columns[column], table.Heads[column], table.Rows[row][column], 0);

    public static bool NamesPerson(FieldLabel label) =>
        label is FieldLabel.Person or FieldLabel.Contact or FieldLabel.PersonAndFunction or FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.FocalPoint or FieldLabel.Expert or FieldLabel.Surname;
}
