using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Mme X, de la Direction générale des …", "г-жа X из Министерства связи", 通信部的X先生: the house that a preposition joins to somebody who comes, where no tag does.</summary>
internal static class HouseBeside
{
    /// <summary>Comma, preposition and article between the name and the house.</summary>
    private const int Joint = 14, LongestHouse = 140;

    private const double Sure = 0.6;

    private static readonly HashSet<string> Joints = [.. LexiconFile.Words("grammar", "fromHouse").Select(static words => Folding.Plain(words).Trim())];

    public static Found? Of(ItemContext context, PersonDraft person)
    {
        if (person is not { Origin: DraftOrigin.Prose, Name: { Length: > 0 } name }) return null;
        var (start, end) = (name.Start, name.Start + name.Length);
        var house = Folding.IsHan(context.Text[start]) ? Before(context, start) : Behind(context, end);
        return house is { Confidence: >= Sure } found && Bodies.Find(found.Value).Count == 0 && (!Units.IsUnit(found.Value) || SmallHouses.IsHead(found.Value))
            ? Found.Of(found with { Value = RussianNouns.House(found.Value) }) : null;
    }

    private static Mention<string>? Behind(ItemContext context, int name)
    {
        var end = Math.Min(context.Text.Length, name + LongestHouse);
        if (context.Text.AsSpan(name, end - name).IndexOf("\n\n") is >= 0 and var turn) end = name + turn;
        if (OrganizationNames.Find(context.Marked, name, end) is not [var house, ..] || house.Start - name is < 2 or > Joint) return null;
        var between = Folding.Plain(context.Text[name..house.Start]).Trim(' ', ',', '\n');
        return Joints.Contains(between) ? house : null;
    }

    /// <summary>的 stands directly before the name.</summary>
    private static Mention<string>? Before(ItemContext context, int name)
    {
        if (name < 3 || context.Text[name - 1] != '的') return null;
        foreach (var house in OrganizationNames.Find(context.Marked, Math.Max(0, name - LongestHouse), name - 1)) if (house.End == name - 1) return house;
        return null;
    }
}
