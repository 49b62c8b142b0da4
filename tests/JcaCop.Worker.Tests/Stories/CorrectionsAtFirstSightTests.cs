namespace JcaCop.Worker.Tests.Stories;

/// <summary>Further words in which people put right what a receipt showed.</summary>
public sealed class CorrectionsAtFirstSightTests
{
    private static Task PlayAsync(string language, char set, string text, string expected) => CorrectionTalk.ExpectAsync(language, set, text, expected);

    [Theory]
    [InlineData('N', "Hello, it's Sample with -le at the end, not Sampel.", "name Anna Sample")]
    [InlineData('N', "The street is wrong. It should be 41 Harbour Street, Hobart.", "place 41 Harbour Street, Hobart")]
    [InlineData('D', "Ms Marsh is no longer an adviser, please show her as Senior Adviser.", CorrectionTalk.Held)]
    [InlineData('D', "Mr Hall's number ends in 0119, not 0111.", CorrectionTalk.Held)]
    public Task In_English(char set, string text, string expected) => PlayAsync("en", set, text, expected);

    [Theory]
    [InlineData('N', "Bonjour, une petite erreur s’est glissée : « Lemaitre » s’écrit « Lemaître ».", "name Claire Lemaître")]
    [InlineData('N', "Le titre exact de Mme Lemaitre est Directrice générale.", "function Directrice générale")]
    [InlineData('D', "Merci de corriger l’adresse électronique de M. Girard : p.girard@ministry.example.", "1 email p.girard@ministry.example")]
    [InlineData('D', "Le prénom de Mme Morvan est Annie, pas Anne.", "2 name Annie Morvan")]
    public Task In_French(char set, string text, string expected) => PlayAsync("fr", set, text, expected);

    [Theory]
    [InlineData('N', "Hay una errata en el nombre de la organización: lo correcto es «Red Faro por la Infancia».", "house Red Faro por la Infancia")]
    [InlineData('N', "La calle está bien pero el teléfono no: +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('D', "La Sra. Robles es Roble, en singular.", CorrectionTalk.Held)]
    [InlineData('D', "Les ruego corregir el cargo del Sr. Salas: Subdirector.", "1 function Subdirector")]
    public Task In_Spanish(char set, string text, string expected) => PlayAsync("es", set, text, expected);

    [Theory]
    [InlineData('N', "Фамилия контактного лица пишется через «о»: Соколова.", "name Елена Соколова")]
    [InlineData('N', "Просим заменить телефон на +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('D', "Пётр Воронин — заместитель начальника отдела, а не начальник отдела.", "1 function заместитель начальника отдела")]
    [InlineData('D', "Белова Анна — это из другого ведомства, просим уточнить.", CorrectionTalk.Held)]
    public Task In_Russian(char set, string text, string expected) => PlayAsync("ru", set, text, expected);

    [Theory]
    [InlineData('N', "اسم العائلة يكتب حسّان بالشدة.", CorrectionTalk.Held)]
    [InlineData('N', "نود تصحيح المنصب: مديرة عامة.", "function مديرة عامة")]
    [InlineData('N', "ورد العنوان خطأً، والصواب شارع الميناء 41، هوبارت.", "place شارع الميناء 41، هوبارت")]
    [InlineData('D', "رقم هاتف السيدة هدى منصور خطأ، والصحيح +61 2 6555 0113.", "2 phone +61 2 6555 0113")]
    public Task In_Arabic(char set, string text, string expected) => PlayAsync("ar", set, text, expected);

    [Theory]
    [InlineData('N', "“李小梅”应为“李晓梅”。", "name 李晓梅")]
    [InlineData('N', "请将职务更正为副主任。", "function 副主任")]
    [InlineData('D', "王芳的电话写错了，应该是+61 2 6555 0113。", "2 phone +61 2 6555 0113")]
    [InlineData('D', "张伟的伟字错了，应是张玮。", "1 name 张玮")]
    public Task In_Chinese(char set, string text, string expected) => PlayAsync("zh", set, text, expected);
}
