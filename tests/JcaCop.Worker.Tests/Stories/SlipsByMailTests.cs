using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A secretary mistypes an order in a mail: the answer says in the secretariat's language what is wrong.</summary>
public sealed class SlipsByMailTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Language"] = "fr" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    // a word left out
    [InlineData("call close", "Il manque NUMBER derrière « close ».")]
    [InlineData("liaison draft", "Il manque TITLE derrière « draft ».")]
    [InlineData("meeting register 7", "Il manque NAME derrière « register ».")]
    [InlineData("outbox retry", "Il manque ID derrière « retry ».")]
    [InlineData("liaison route 1", "L’option « --to » est obligatoire.")]
    // a verb or an option mistyped
    [InlineData("call anwsers 313", "« anwsers » n’est pas une commande ; vouliez-vous dire « answers » ?")]
    [InlineData("seat set 9 --role alternate", "« set » n’est pas une commande. « seat » admet list, show")]
    [InlineData("call open \"TSB Circular 313\" --kind nomination --titel X", "« call open » n’a pas d’option « --titel » ; vouliez-vous dire « --title » ?")]
    [InlineData("person add --name \"Anna Sample\" --emial anna@house.example", "« person add » n’a pas d’option « --emial » ; vouliez-vous dire « --email » ?")]
    [InlineData("activity set 9 --colour blue", "« activity set » n’a pas d’option « --colour » ; options admises")]
    // what does not exist
    [InlineData("person show 99", "Le registre de JCA-COP ne contient pas l’entrée suivante : personne 99.")]
    [InlineData("organization show 99", "Le registre de JCA-COP ne contient pas l’entrée suivante : organisation 99.")]
    [InlineData("liaison route 99 --to \"ITU-T SG17\"", "Il n’y a pas de note de liaison reçue 99.")]
    [InlineData("meeting announce 99", "il n’y a pas de réunion 99")]
    [InlineData("erase mail 99", "99")]
    // a value that is none
    [InlineData("call extend 313 --to 2027-13-01", "--to demande une date AAAA-MM-JJ")]
    [InlineData("export persons --as-of 2012-99-01", "--as-of demande une date AAAA-MM-JJ")]
    [InlineData("preview --days x", "--days demande un nombre entier")]
    public async Task The_answer_says_in_the_language_of_the_secretariat_what_is_wrong(string order, string said)
    {
        var answer = (await rig.OrderAsync(order)).ReplaceLineEndings(" ").Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains("[Refusé]", answer, StringComparison.Ordinal);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Required argument", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("preview --days 20")]
    [InlineData("export persons")]
    [InlineData("outbox list")]
    public async Task A_verb_of_one_word_is_an_order_too_and_those_below_it_are_carried_out(string order)
    {
        var answer = await rig.OrderAsync($"{order}\nmember add \"Administration of Australia\" --country AU --email jane@ministry.example");
        Assert.DoesNotContain("Lignes non comprises", answer, StringComparison.Ordinal);
        Assert.Single((await rig.RegisterAsync()).All<Register.Entries.MemberEntry>());
    }
}
