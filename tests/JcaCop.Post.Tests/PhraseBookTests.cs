using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>The service's own sentences are read by people in their language; what somebody else wrote is left alone.</summary>
public sealed partial class PhraseBookTests
{
    private static readonly string[] Others = [.. LetterLanguages.All.Where(code => code != LetterLanguages.English)];

    private static PhraseBook Book(string language) => PhraseBook.Load(new TemplateFolder(null), language, TermWords.Load(new TemplateFolder(null), language), LanguageWords.Load(new TemplateFolder(null), language));

    [Fact]
    public void All_languages_have_the_same_sentences_with_the_same_values_in_them()
    {
        var first = Book(Others[0]).Sentences;
        foreach (var language in Others)
        {
            var own = Book(language).Sentences;
            Assert.Equal(first.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
            Assert.All(own, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
            Assert.All(own, pair => Assert.Equal(Holes(pair.Key), Holes(pair.Value)));
        }
    }

    private static IEnumerable<string> Holes(string pattern) => Hole().Matches(pattern).Select(found => found.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Where it is decided that a mail waits, or that an order is refused.</summary>
    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Source("JcaCop.Register", "Deciding"), "*.cs", SearchOption.AllDirectories).Where(file => !file.EndsWith("ReceiptRule.cs", StringComparison.Ordinal))
            .Append(Source("JcaCop.Register", "Trust", "SenderProof.cs")).Append(Source("JcaCop.Worker", "Conversing", "Conversation.cs"))
            .Append(Source("JcaCop.Reading", "Attachments", "AttachmentFormat.cs")).Where(file => Sentences(file).Any()).Select(file => Path.GetRelativePath(Source(), file)),
    ];

    [Theory, MemberData(nameof(Files))]
    public void Every_reason_has_its_sentence_in_the_other_languages(string file)
    {
        var known = Book("fr").Sentences;
        var lacking = Sentences(Source(file)).Where(sentence => !known.ContainsKey(sentence) && !sentence.Split("; ").All(known.ContainsKey)).ToList();
        Assert.True(lacking.Count == 0, string.Join("\n", lacking));
    }

    [Fact]
    public void Of_the_many_sentences_in_the_code_the_reasons_are_found() => Assert.InRange(Files().Sum(file => Sentences(Source(file)).Count()), 150, 400);

    [Fact]
    public void A_sentence_in_a_sentence_is_told_too_and_values_stay()
    {
        Assert.Equal("annoncé\u00a0: gmail.com donne des adresses à tout le monde", Book("fr").Told("announced: gmail.com gives addresses to anybody"));
        Assert.Equal("il répond à une question, mais le délai de réponse est écoulé", Book("fr").Told("it answers a question, but the time to answer it is over"));
        Assert.Equal("announced: {1} gives addresses to anybody", PhraseBook.Load(new TemplateFolder(null), "en").Told("announced: {1} gives addresses to anybody"));
        Assert.Equal("Lantern {1} a déjà pour contact A, indiqué par b@c.example", Book("fr").Told("Lantern {1} already has the contact A, given by b@c.example"));
    }

    [Theory]
    [InlineData("fr", "1  Ministère  Chile (CL)", "1  Ministère  Chili (CL)")]
    [InlineData("ru", "2  X  Bolivia (Plurinational State of) (BO)", "2  X  Боливия (Многонациональное Государство) (BO)")]
    [InlineData("fr", "3  The work of Chile (CL)  filters (CL)", "3  The work of Chile (CL)  filters (CL)")]
    public void A_country_with_its_code_is_called_as_the_language_calls_it(string language, string line, string told) => Assert.Equal(told, Book(language).Printed(line));

    [Theory]
    [InlineData("fr", "announced: X (Administration of Chile)", "Administration – Chili)")]
    [InlineData("es", "X (Administration of Chile; Administration of Peru), Administration of Chile", "X (Administración – Chile; Administración – Perú), Administración (Chile)")]
    [InlineData("ru", "X (Administration of Chile)", "X (Администрация – Чили)")]
    [InlineData("fr", "X (Administration of Egypt)", "X (Administration – République arabe d’Égypte)")]
    public void No_brackets_stand_in_brackets(string language, string text, string told) =>
        Assert.EndsWith(told, RegisterNames.In(text, LetterLanguage.Load(new TemplateFolder(null), language)), StringComparison.Ordinal);

    [Theory]
    [InlineData("The minister speaks for all.")]
    [InlineData("Our work on it is over")]
    [InlineData("new rules for helplines -> see below: they hold")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a -> b -> c")]
    public void What_somebody_wrote_stays_as_it_is_among_what_a_verb_prints(string text) => Assert.Equal(text, Book("fr").Printed(text));

    [Fact]
    public void What_a_mail_says_is_quoted_and_not_put_into_other_words() =>
        Assert.Equal("une personne doit le lire\u00a0: question\u00a0: Is it true that gmail.com gives addresses to anybody", Book("fr").Told("a person must read it: question: Is it true that gmail.com gives addresses to anybody"));

    [Theory]
    [InlineData("ru", "Report of 9th meeting of JCA-COP", "Отчет: собрание JCA-COP №\u00a09")]
    [InlineData("fr", "Report of 1st meeting of JCA-COP", "Rapport\u00a0: réunion n°\u00a01 de JCA-COP")]
    [InlineData("zh", "22nd meeting of JCA-COP", "JCA-COP第22次会议")]
    [InlineData("fr", "extend: mail 3: TSB Circular 313", "prolonger\u00a0: message 3\u00a0: TSB Circular 313")]
    [InlineData("ar", "accept: mail 3: رد", "قبول: الرسالة 3: رد")]
    public void A_meeting_by_its_number_and_a_word_on_a_question_are_told_in_the_language(string language, string english, string told) => Assert.Equal(told, Book(language).Told(english));

    [Fact]
    public void Each_line_of_a_result_has_its_words_in_the_letter_and_in_the_table()
    {
        var labels = Label().Matches(File.ReadAllText(Source("JcaCop.Register", "Deciding", "Calls", "CallTally.cs"))).Select(found => found.Groups["label"].Value).Distinct().ToList();
        Assert.True(labels.Count > 18, $"only {labels.Count} labels were found");
        foreach (var language in Others)
            foreach (var label in labels)
            {
                Assert.True(Book(language).Sentences.ContainsKey($"{label}: {{0}}"), $"{language}: {label}: {{0}}");
                Assert.True(Book(language).Sentences.ContainsKey(label) || Book(language).Printed(label) != label, $"{language}: {label}");
            }
    }

    [GeneratedRegex("""(?:new\(|Figure\()"(?<label>[a-z][a-z, ]+)",""")]
    private static partial Regex Label();

    [Theory]
    [InlineData("10, counted as approval", "10, засчитано как одобрение")]
    [InlineData("2 of 6 answered", "ответили 2 из 6")]
    [InlineData("waived", "больше не требуется")]
    [InlineData("closing: no answer came", "закрытие: ответа не было")]
    [InlineData("meeting announcement (nothing) -> 2013-03-05 10:10 (Geneva)", "приглашение на собрание (ничего) → 2013-03-05 10:10 (Женева)")]
    [InlineData("two of them answered", "two of them answered")]
    [InlineData("Question", "Question")]
    public void Cells_of_a_table_are_told_in_words_and_the_subject_of_a_mail_is_none(string english, string told) => Assert.Equal(told, Book("ru").Printed(english));

    [Fact]
    public void Changes_and_tables_are_told_in_words()
    {
        Assert.Equal("изменено: Циркуляр 3 TSB Circular 313: Состояние открыто → закрыто", Book("ru").Printed("changed call 3 TSB Circular 313: state open -> closed"));
        Assert.Equal("новое: Член 1 Administration of Australia", Book("ru").Printed("new member 1 Administration of Australia"));
        Assert.Equal("1  ожидает  x@gmail.com  заявлено: gmail.com выдает адреса кому угодно", Book("ru").Printed("1  held  x@gmail.com  announced: gmail.com gives addresses to anybody"));
        Assert.Equal("№  орган         лицо", Book("ru").Printed("id  body         person"));
    }

    [Fact]
    public void Hostile_text_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("it cites , but says ; announced: ", 20_000));
        Assert.NotNull(Book("ru").Told(text));
        Assert.NotNull(Book("ru").Printed(text));
    }

    /// <summary>Texts of a file that are sentences: three words or more, not of a message to the programmer.</summary>
    private static IEnumerable<string> Sentences(string file) => Literals(File.ReadAllText(file)).Where(literal => Words().IsMatch(literal.Text) && !NoReason().IsMatch(literal.Before) && !Order().IsMatch(literal.Text)).Select(literal => literal.Text).Distinct();

    /// <summary>The literals of C# source, values numbered as in the phrases.</summary>
    private static IEnumerable<(string Text, string Before)> Literals(string source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '/' && i + 1 < source.Length && source[i + 1] == '/') i = source.IndexOf('\n', i) is > 0 and var end ? end : source.Length;
            else if (source[i] == '\'') i += source[i + 1] == '\\' ? 3 : 2;
            else if (source[i] == '"')
            {
                var begin = i;
                foreach (var inner in Literal(source, ref i)) yield return (inner, source[Math.Max(0, begin - 70)..begin]);
            }
        }
    }

    private static List<string> Literal(string source, ref int i)
    {
        var filled = i > 0 && source[i - 1] == '$';
        var text = new StringBuilder();
        var all = new List<string>();
        var values = 0;
        for (i++; source[i] != '"'; i++)
            if (source[i] == '\\') text.Append(source[++i]);
            else if (filled && source[i] == '{' && source[i + 1] != '{')
            {
                text.Append(CultureInfo.InvariantCulture, $"{{{values++}}}");
                for (var depth = 1; depth > 0;)
                {
                    i++;
                    if (source[i] == '"') all.AddRange(Literal(source, ref i));
                    else if (source[i] == '{') depth++;
                    else if (source[i] == '}') depth--;
                }
            }
            else
            {
                text.Append(source[i]);
                if (filled && source[i] is '{' or '}' && source[i + 1] == source[i]) i++;
            }
        all.Add(text.ToString());
        return all;
    }

    private static string Source(params string[] parts) => Path.Combine([Root(), "src", .. parts]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"^(?:\{\d\}|[a-z']+),? .*[a-z]{2,} \S|^[A-Z].* of .*\{0\}$")]
    private static partial Regex Words();

    [GeneratedRegex(@"Exception\(\s*\$?$|Exception\([^;]*$|GetManifestResourceStream\($")]
    private static partial Regex NoReason();

    /// <summary>Why no receipt goes out, lines of verbs, keys, and the rules of deadlines, which no letter shows.</summary>
    [GeneratedRegex(@"^(?:it answers an answer of ours|it acknowledges a statement of ours|end of \{0\}|\{0\} calendar days|seat confirm|liaison (?:send|close|\{0\} approve)|report (?:approve|reject)|document (?:admit|defer|\{0\} late)|\{0\}: late contribution|\{0\}: report of|review (?:accept|reject)|call \{0\} |meeting \{0\}|message \{0\}|orders \{0\}|title |seat \{0\} confirm|,? ?--|'? --field)")]
    private static partial Regex Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
