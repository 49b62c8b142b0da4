using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class ReferencesTests
{
    [Theory]
    [InlineData("With reference to TSB Circular 313 of 28 November 2012", "313")]
    [InlineData("Circ. No. 313", "313")]
    [InlineData("Suite à la Circulaire TSB n° 313", "313")]
    [InlineData("Réponse à la circulaire 313 du TSB", "313")]
    [InlineData("En relación con la Circular 278 de la TSB", "278")]
    [InlineData("Circular N.º 278", "278")]
    [InlineData("В ответ на Циркуляр БСЭ 313", "313")]
    [InlineData("по циркуляру № 313", "313")]
    [InlineData("بالإشارة إلى الرسالة المعممة رقم ٣١٣", "313")]
    [InlineData("الرسالة المعممة لمكتب تقييس الاتصالات رقم 313", "313")]
    [InlineData("إجابةً عن تعميمكم رقم 313", "313")]
    [InlineData("关于电信标准化局第313号通函", "313")]
    [InlineData("电标局313号通函", "313")]
    [InlineData("TSB 第 313 號通函", "313")]
    [InlineData("通函第 313 号", "313")]
    [InlineData("Corrigendum 1 to TSB Circular 313", "313")]
    [InlineData("TSB Circular:\n313", null)]
    [InlineData("paragraph 3 of your circular", null)]
    [InlineData("the circular of 24 March 2012", null)]
    [InlineData("按通函第 3 段提交", null)] // a paragraph of the circular
    public void The_number_of_a_circular_is_found(string text, string? number) =>
        Assert.Equal(number, Circulars.Find(text).Select(mention => mention.Value).FirstOrDefault());

    [Theory]
    [InlineData("With reference to Circulars 313 and 315, we have no comment.", "313 315")]
    [InlineData("This answers your TSB Circulars Nos. 298, 301 and 304.", "298 301 304")]
    [InlineData("Please see below our replies to Circular No. 290 and No. 291.", "290 291")]
    [InlineData("Suite à vos circulaires TSB 313 et 315, nous n'avons pas d'observation.", "313 315")]
    [InlineData("En réponse aux Circulaires n° 288, n° 290 et n° 291, voici nos éléments.", "288 290 291")]
    [InlineData("En respuesta a las Circulares 313 y 315, no tenemos comentarios.", "313 315")]
    [InlineData("Nos referimos a las Circulares TSB núm. 250 y núm. 252.", "250 252")]
    [InlineData("В ответ на циркуляры 313 и 315 сообщаем, что замечаний нет.", "313 315")]
    [InlineData("По Циркулярам БСЭ № 270, № 272 и № 274 возражений нет.", "270 272 274")]
    [InlineData("بالإشارة إلى التعميمين 313 و315 نفيدكم بأنه لا توجد لدينا ملاحظات.", "313 315")]
    [InlineData("رداً على الرسالتين المعممتين رقم 270 ورقم 272، لا تعليق لدينا.", "270 272")]
    [InlineData("就第313号和第315号通函，我们没有意见。", "313 315")]
    [InlineData("关于通函第270、272及274号，现答复如下。", "270 272 274")]
    [InlineData("Regarding Circular 313 of 15 May 2015, all is in order.", "313")]
    [InlineData("Concernant la Circulaire 313 du 15 et 16 mai, rien à signaler.", "313")]
    [InlineData("Our answers to TSB Circulars 313, 315 & 318 are given below.", "313 315 318")]
    [InlineData("We refer to your circulars No 241 as well as No 244, dated 3 and 10 June.", "241 244")]
    [InlineData("Circulars 226/227: Nothing to report on either.", "226 227")]
    [InlineData("Nous accusons réception des circulaires nº 301 ainsi que 302.", "301 302")]
    [InlineData("Vos lettres circulaires 199 et 201 ont retenu notre attention ; nous n'avons rien à ajouter.", "199 201")]
    [InlineData("Con relación a sus circulares n.º 187 y n.º 190, no hay observaciones.", "187 190")]
    [InlineData("Acuso recibo de las Circulares de la TSB 222, 223 y 224.", "222 223 224")]
    [InlineData("На Ваши циркуляры №№ 330 и 333 отвечаем: замечаний нет.", "330 333")]
    [InlineData("Касательно циркулярных писем 118, 119, а также 121: вопросов не имеем.", "118 119 121")]
    [InlineData("إلحاقاً بتعميميكم رقم 250 و 251 لا توجد لدينا أي ملاحظة.", "250 251")]
    [InlineData("تلقينا التعاميم 280 و281 و283 ولا تعليق عليها.", "280 281 283")]
    [InlineData("贵局第298號、299號通函均已收悉，我們沒有意見。", "298 299")]
    [InlineData("对通函313、315，我方无异议。", "313 315")]
    [InlineData("对电标局第240、第242号通函没有补充。", "240 242")]
    public void A_reference_names_all_its_circulars(string text, string numbers)
    {
        var dates = Dates.Find(text).Select(date => date.Start).ToHashSet();
        Assert.Equal(numbers, string.Join(' ', Circulars.Find(text).SelectMany(first => CircularLists.After(text, first, dates).Select(next => next.Value).Prepend(first.Value)).Distinct()));
    }

    [Theory]
    [InlineData("your liaison statement SG17-LS45 of May", "SG17-LS45")]
    [InlineData("COM 17 – LS 12 – E", "COM 17 – LS 12 – E")]
    [InlineData("(reply to JCA-COP-LS3)", "JCA-COP-LS3")]
    [InlineData("LS on identity aspects of child online protection (SG17-LS012)", "SG17-LS012")]
    [InlineData("LS on age indication (LS/o 4)", "LS/o 4")]
    [InlineData("TSAG-LS4", "TSAG-LS4")]
    [InlineData("LS JCA-COP-LS5 on age indication", "JCA-COP-LS5")]
    [InlineData("LS/o-23", "LS/o-23")]
    [InlineData("S6-252007", "S6-252007")]
    [InlineData("ISO/IEC JTC 1/SC 27 N12345", "ISO/IEC JTC 1/SC 27 N12345")]
    [InlineData("Document 6B/TEMP/118", "6B/TEMP/118")]
    [InlineData("COP-LS-3-E", "COP-LS-3-E")]
    [InlineData("no statement at all", null)]
    [InlineData("SKILLS 2020", null)]
    public void The_number_of_a_liaison_statement_is_copied_as_written(string text, string? number) =>
        Assert.Equal(number, LiaisonReferences.First(text)?.Value);
}
