using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A ministry nominates an organization or designates two people, gets the receipt, and answers it in words of its own.</summary>
internal static class CorrectionTalk
{
    /// <summary>A person must decide; nothing is changed before.</summary>
    public const string Held = "held";

    private const string Jane = "jane@ministry.example";

    /// <summary>What the first mail of a language tells: of the organization and its contact, and of two representatives.</summary>
    private static readonly Dictionary<string, (string Nomination, string Designation)> First = new()
    {
        ["en"] = ("""
            With reference to TSB Circular 313, the Administration of Australia nominates the following organization:

            Organization: Lantern Childrens Network
            Country: Australia
            Address: 14 Harbor Street, Hobart
            Contact person: Ms Anna Sampel
            Function: Director
            Telephone: +61 3 5550 0100
            E-mail: anna@lantern.example
            """, """
            In reply to TSB Circular 278, the Department of Communications has designated the following persons for ITU-T Study Group 17:

            Representative: Mr Peter Hall, Head of Unit, peter.hall@ministry.example, +61 2 6555 0111
            Alternate: Ms Ann Marsh, Adviser, ann.marsh@ministry.example, +61 2 6555 0112
            """),
        ["fr"] = ("""
            En réponse à la Circulaire TSB 313, l’Administration de l’Australie propose l’organisation suivante :

            Organisation : Réseau Lanterne pour l’Enfence
            Pays : Australie
            Adresse : 14 rue du Por, Hobart
            Personne à contacter : Mme Claire Lemaitre
            Fonction : Directrice
            Téléphone : +61 3 5550 0100
            Courriel : claire@lanterne.example
            """, """
            En réponse à la Circulaire TSB 278, le Ministère des communications désigne les personnes suivantes pour la Commission d’études 17 de l’UIT-T :

            Représentant : M. Paul Girard, Chef d’unité, paul.girard@ministry.example, +61 2 6555 0111
            Suppléante : Mme Anne Morvan, Conseillère, anne.morvan@ministry.example, +61 2 6555 0112
            """),
        ["es"] = ("""
            En respuesta a la Circular TSB 313, la Administración de Australia propone la siguiente organización:

            Organización: Red Faro por la Infansia
            País: Australia
            Dirección: Calle del Puerto 14, Hobart
            Persona de contacto: Sra. Laura Gomes
            Cargo: Directora
            Teléfono: +61 3 5550 0100
            Correo electrónico: laura@faro.example
            """, """
            En respuesta a la Circular TSB 278, el Ministerio de Comunicaciones designa a las siguientes personas para la Comisión de Estudio 17 del UIT-T:

            Representante: Sr. Pedro Salas, Jefe de Unidad, pedro.salas@ministry.example, +61 2 6555 0111
            Suplente: Sra. Ana Robles, Asesora, ana.robles@ministry.example, +61 2 6555 0112
            """),
        ["ru"] = ("""
            В ответ на Циркуляр БСЭ 313 Администрация Австралии выдвигает следующую организацию:

            Организация: Фонд «Маяк децтва»
            Страна: Австралия
            Адрес: ул. Портовая, 14, Хобарт
            Контактное лицо: Елена Соколава
            Должность: директор
            Телефон: +61 3 5550 0100
            Эл. почта: elena@mayak.example
            """, """
            В ответ на Циркуляр БСЭ 278 Министерство связи назначает в 17-ю Исследовательскую комиссию МСЭ-Т:

            Представитель: Пётр Воронин, начальник отдела, p.voronin@ministry.example, +61 2 6555 0111
            Заместитель представителя: Анна Белова, советник, a.belova@ministry.example, +61 2 6555 0112
            """),
        ["ar"] = ("""
            بالإشارة إلى الرسالة المعممة 313 لمكتب تقييس الاتصالات، ترشح إدارة أستراليا المنظمة التالية:

            المنظمة: شبكة الفانوس للطفوله
            البلد: أستراليا
            العنوان: شارع الميناء 14، هوبارت
            جهة الاتصال: السيدة ليلى حسان
            الوظيفة: مديرة
            الهاتف: +61 3 5550 0100
            البريد الإلكتروني: layla@fanous.example
            """, """
            رداً على الرسالة المعممة 278 لمكتب تقييس الاتصالات، تعين وزارة الاتصالات الشخصين التاليين في لجنة الدراسات 17 لقطاع تقييس الاتصالات:

            الممثل: السيد سامي الخوري، رئيس وحدة، sami@ministry.example، +61 2 6555 0111
            البديلة: السيدة هدى منصور، مستشارة، huda@ministry.example، +61 2 6555 0112
            """),
        ["zh"] = ("""
            根据电信标准化局第313号通函，澳大利亚主管部门提名以下机构：

            机构：灯塔儿童网洛
            国家：澳大利亚
            地址：霍巴特市港口路14号
            联系人：李小梅
            职务：主任
            电话：+61 3 5550 0100
            电子邮件：xiaomei@lantern.example
            """, """
            关于电信标准化局第278号通函，通信部指派下列人员参加ITU-T第17研究组：

            代表：张伟，处长，zhang.wei@ministry.example，+61 2 6555 0111
            候补代表：王芳，顾问，wang.fang@ministry.example，+61 2 6555 0112
            """),
    };

    /// <summary>Plays it and compares what changed.</summary>
    public static async Task ExpectAsync(string language, char set, string text, string expected)
    {
        var (changed, held) = await PlayAsync(language, set, text);
        Assert.Equal(expected, held is null ? changed : changed.Length == 0 ? Held : $"{changed}; but {held}");
    }

    /// <param name="set">"N": the nomination, "D": the designation.</param>
    /// <param name="text">What the reply says above the quoted receipt.</param>
    /// <returns>What changed in the register, in words, and whether a person must decide.</returns>
    private static async Task<(string Changed, string? Held)> PlayAsync(string language, char set, string text)
    {
        await using var rig = new TalkRig();
        var (nomination, designation) = First[language];
        var first = await rig.MailAsync(Jane, set == 'N' ? "TSB Circular 313" : "TSB Circular 278", set == 'N' ? nomination : designation);
        Assert.True(first.Line.State == MessageState.Processed, first.Line.Reason);
        var before = Told(await rig.RegisterAsync());
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal));
        var quoted = string.Join('\n', receipt.TextBody!.Split('\n').Select(line => "> " + line.TrimEnd('\r')));
        var reply = await rig.MailAsync(Jane, $"Re: {receipt.Subject}", $"{text}\n\n{quoted}", $"In-Reply-To: <{receipt.MessageId}>");
        var after = Told(await rig.RegisterAsync());
        return (string.Join("; ", after.Where(line => !before.Contains(line))), reply.Line.State == MessageState.Held ? reply.Line.Reason ?? "held" : null);
    }

    /// <summary>Each value of the register that a correction may change, behind a word for what it is and a letter for whose.</summary>
    private static List<string> Told(RegisterSnapshot register)
    {
        List<string> told = [.. register.Organizations.SelectMany(one => new[] { $"house {one.Name}", $"place {one.Address}" })];
        foreach (var person in register.Persons)
        {
            var who = register.Organizations.Any(one => one.ContactId == person.Id) ? "" : register.Seats.Any(seat => seat.PersonId == person.Id && seat.Role == Reading.Items.SeatRole.Alternate) ? "2 " : "1 ";
            told.AddRange([$"{who}name {person.Name}", $"{who}function {person.Function}", $"{who}phone {person.Phone}", $"{who}email {person.Email}", $"{who}fax {person.Fax}"]);
        }
        return told;
    }
}
