using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tagging;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Accepting;

public class OtherTagsTests
{
    private const string Passage = "We have the honour to designate Ms Ida Holm, holm@harbour.example, as our representative and Mr Jan Lund, lund@harbour.example, as our alternate.";

    [Fact]
    public void Each_doubtful_tag_is_ruled_out_once_and_the_least_sure_comes_first()
    {
        var context = Context(Passage);
        var told = Tagger.Tell(context);
        Doubt(context, told, (0, 1), (2, 0.5f));
        var others = context.Others!;
        Assert.Equal([2, 0], others.Doubtful);
        Assert.Equal([2, 0], others.Doubtful.Select(at => others.Told(others.Without(at))).Select(other => Enumerable.Range(0, told.Count).Single(i => other[i].Tag != told[i].Tag)));
        Assert.True(others.Chance(2) > others.Chance(0));
        Assert.All(others.Doubtful, at => Assert.InRange(others.Chance(at), 0.03, 1));
    }

    [Fact]
    public void A_seat_sways_where_a_tag_that_it_hangs_on_is_doubtful_and_no_seat_beside_it_does()
    {
        var context = Context(Passage);
        var told = Tagger.Tell(context);
        var seats = RepresentativeReader.Of(context).ToList();
        Assert.Equal(["Ida Holm", "Jan Lund"], seats.Select(seat => seat.Person.Name));
        var swayed = new List<string>();
        for (var at = 0; at < told.Count; at++)
        {
            Doubt(context, told, (at, 1));
            if (seats.Where(new Swaying(context).Is).ToList() is [var only]) swayed.Add(only.Person.Name!);
        }
        Assert.Contains("Jan Lund", swayed);
    }

    [Fact]
    public void No_seat_sways_where_all_tags_are_sure()
    {
        var context = Context(Passage);
        Doubt(context, Tagger.Tell(context));
        var swaying = new Swaying(context);
        Assert.All(RepresentativeReader.Of(context), seat => Assert.False(swaying.Is(seat)));
    }

    [Fact]
    public void A_name_that_is_tagged_as_a_way_of_taking_part_is_none()
    {
        var context = Context("Ida Holm and Jan Lund will attend the meeting in Geneva.");
        var told = Tagger.Tell(context).ConvertAll(one => one.Piece.Kind == PieceKind.Person
            ? (one.Piece, one.Piece.Value == "Ida Holm" ? Tag.Attending : Tag.Mode, 1.0) : one);
        var coming = RegistrationReader.Read(context.Retold(told)).Cast<Registration>();
        Assert.Contains(coming, one => one.Person.Name == "Ida Holm");
    }

    private static ItemContext Context(string passage)
    {
        var reading = SentenceMail.Under("JCA-COP", "en", passage);
        return MailReader.ContextOf(reading.Mail, reading.Sort);
    }

    /// <summary>All tags as told and sure, but for some that lead the tag "none" (for that one: its neighbour) by so much alone.</summary>
    private static void Doubt(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, params (int At, float Lead)[] doubtful)
    {
        const float far = 20;
        var model = TagModel.Read(TextReader.Null);
        var sums = new float[told.Count * TagModel.Width];
        for (var i = 0; i < told.Count; i++) sums[i * TagModel.Width + (int)told[i].Tag] = far;
        foreach (var (at, lead) in doubtful) sums[at * TagModel.Width + (told[at].Tag == Tag.None ? 1 : 0)] = far - lead;
        var nearness = Tagger.Nearness([.. told.Select(one => one.Piece)]);
        var (tags, sure) = Tagger.Look(model, sums, nearness);
        context.Others = new OtherTags(model, sums, nearness, [.. told.Select(one => one.Piece)], tags, sure);
    }
}
