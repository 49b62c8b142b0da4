namespace JcaCop.Worker.Tests.Stories;

/// <summary>A receipt that shows something wrong is answered by what is right, in any words: what is plain is changed, what is not waits, and nothing is changed that was not said.</summary>
public sealed class CorrectionsInOwnWordsTests
{
    private static Task PlayAsync(string language, char set, string text, string expected) => CorrectionTalk.ExpectAsync(language, set, text, expected);

    [Theory]
    [InlineData('N', "Thank you for the confirmation. The surname is misspelt: it should read Sample.", "name Anna Sample")]
    [InlineData('N', "One letter is missing in the address: it is \"14 Harbour Street\".", "place 14 Harbour Street, Hobart")]
    [InlineData('N', "Please change the phone to +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('N', "Small thing: it is not Ms but Mr.", CorrectionTalk.Held)]
    [InlineData('D', "The second name belongs to another ministry, sorry for the mix-up.", CorrectionTalk.Held)]
    [InlineData('N', "There is a typo in the organization's name, an apostrophe is missing: Lantern Children's Network.", "house Lantern Children's Network")]
    [InlineData('D', "Mr Hall is Deputy Head of Unit, you have him as Head of Unit.", "1 function Deputy Head of Unit")]
    [InlineData('D', "You swapped the two phone numbers: 0111 is Ms Marsh's and 0112 is Mr Hall's.", CorrectionTalk.Held)]
    [InlineData('N', "Nobody told us that the telephone should read +61 3 5550 0199.", CorrectionTalk.Held)]
    public Task In_English(char set, string text, string expected) => PlayAsync("en", set, text, expected);

    [Theory]
    [InlineData('N', "Merci pour la confirmation. Le nom de famille est mal orthographié : il faut écrire Lemaistre.", "name Claire Lemaistre")]
    [InlineData('N', "Il manque une lettre dans l’adresse : 14 rue du Port, Hobart.", "place 14 rue du Port, Hobart")]
    [InlineData('N', "Merci de remplacer le numéro de téléphone par le +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('N', "Une coquille dans le nom de l’organisation : « Réseau Lanterne pour l’Enfance ».", "house Réseau Lanterne pour l’Enfance")]
    [InlineData('D', "Girard est le prénom, Paul le nom.", "1 name Girard Paul")]
    [InlineData('D', "Ce n’est pas M. mais Mme pour la première personne.", CorrectionTalk.Held)]
    [InlineData('D', "Mme Morvan n’est pas conseillère mais cheffe de bureau.", "2 function cheffe de bureau")]
    [InlineData('D', "La deuxième personne ne relève pas de notre ministère.", CorrectionTalk.Held)]
    public Task In_French(char set, string text, string expected) => PlayAsync("fr", set, text, expected);

    [Theory]
    [InlineData('N', "Gracias. El apellido está mal escrito: es Gómez, con tilde y zeta.", "held")]
    [InlineData('N', "Donde dice Infansia debe decir Infancia.", "house Red Faro por la Infancia")]
    [InlineData('N', "El teléfono que figura es incorrecto; el bueno es +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('N', "En la dirección el número es el 41 y no el 14.", CorrectionTalk.Held)]
    [InlineData('N', "Por favor cambien el correo a laura.gomez@faro.example.", "email laura.gomez@faro.example")]
    [InlineData('D', "El segundo nombre corresponde a otro ministerio.", CorrectionTalk.Held)]
    [InlineData('D', "El Sr. Salas se llama Pedro Sala, sin la ese final.", "held")]
    [InlineData('D', "El cargo de la Sra. Robles es Asesora Principal.", "2 function Asesora Principal")]
    public Task In_Spanish(char set, string text, string expected) => PlayAsync("es", set, text, expected);

    [Theory]
    [InlineData('N', "Спасибо. В фамилии опечатка, правильно — Соколова.", "name Елена Соколова")]
    [InlineData('N', "Неверно указан телефон, правильный: +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('N', "В названии организации ошибка: должно быть «Маяк детства».", "house Фонд «Маяк детства»")]
    [InlineData('N', "Адрес указан неверно, верный адрес: ул. Портовая, 41, Хобарт.", "place ул. Портовая, 41, Хобарт")]
    [InlineData('D', "Второй человек работает в другом министерстве.", CorrectionTalk.Held)]
    [InlineData('D', "Воронин — это имя, а Пётр — фамилия.", "1 name Воронин Пётр")]
    [InlineData('D', "Должность Анны Беловой — главный советник, а не советник.", "2 function главный советник")]
    [InlineData('N', "Не директор, а исполнительный директор.", "function исполнительный директор")]
    public Task In_Russian(char set, string text, string expected) => PlayAsync("ru", set, text, expected);

    [Theory]
    [InlineData('N', "شكراً لكم. هناك خطأ في اسم العائلة، والصحيح هو حسّان الأحمد.", CorrectionTalk.Held)]
    [InlineData('N', "رقم الهاتف غير صحيح، الصحيح هو +61 3 5550 0199.", "phone +61 3 5550 0199")]
    [InlineData('N', "يوجد خطأ إملائي في اسم المنظمة والصحيح هو «شبكة الفانوس للطفولة».", "house شبكة الفانوس للطفولة")]
    [InlineData('N', "العنوان الصحيح هو: شارع الميناء 41، هوبارت.", "place شارع الميناء 41، هوبارت")]
    [InlineData('N', "نرجو تغيير البريد الإلكتروني إلى layla.hassan@fanous.example.", "email layla.hassan@fanous.example")]
    [InlineData('D', "الاسم الثاني يتبع وزارة أخرى.", CorrectionTalk.Held)]
    [InlineData('D', "السيدة هدى منصور ليست مستشارة بل مديرة إدارة.", "2 function مديرة إدارة")]
    [InlineData('D', "اسم الممثل سامي خوري وليس سامي الخوري.", "1 name سامي خوري")]
    public Task In_Arabic(char set, string text, string expected) => PlayAsync("ar", set, text, expected);

    [Theory]
    [InlineData('N', "谢谢确认。联系人姓名有误，应为李晓梅。", "name 李晓梅")]
    [InlineData('N', "电话有误，应为+61 3 5550 0199。", "phone +61 3 5550 0199")]
    [InlineData('N', "机构名称打错了一个字，正确的是“灯塔儿童网络”。", "house 灯塔儿童网络")]
    [InlineData('N', "地址应该是霍巴特市港口路41号。", "place 霍巴特市港口路41号")]
    [InlineData('N', "请把邮箱改为xiaomei.li@lantern.example。", "email xiaomei.li@lantern.example")]
    [InlineData('D', "第二位不是我们部的人，属于另一个部委。", CorrectionTalk.Held)]
    [InlineData('D', "张伟的职务不是处长，而是副处长。", "1 function 副处长")]
    [InlineData('D', "不是先生，是女士。", CorrectionTalk.Held)]
    public Task In_Chinese(char set, string text, string expected) => PlayAsync("zh", set, text, expected);
}
