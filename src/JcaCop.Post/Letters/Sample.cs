using JcaCop.Register;

namespace JcaCop.Post.Letters;

/// <summary>What the samples of all kinds have in common: an invented group at a fixed time.</summary>
public static class Sample
{
    /// <summary>A Wednesday in August.</summary>
    public static readonly DateTimeOffset Now = new(2012, 8, 22, 9, 30, 0, TimeSpan.Zero);

    public static TimeZoneInfo Geneva { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    public static Group Group { get; } = new(
        "jca-cop", "JCA-COP", "Joint Coordination Activity on Child Online Protection", "jcacop@example.int", "jcacop@lists.example.int", "ITU-T SG17",
        Geneva, ["secretary@example.int"], "chairman@example.int")
    {
        FullNames = new Dictionary<string, string>
        {
            ["ar"] = "نشاط التنسيق المشترك بشأن حماية الأطفال على الخط",
            ["zh"] = "保护上网儿童联合协调活动",
            ["fr"] = "Activité conjointe de coordination sur la protection en ligne des enfants",
            ["ru"] = "Группа по совместной координационной деятельности по защите ребенка в онлайновой среде",
            ["es"] = "Actividad conjunta de coordinación sobre la protección de la infancia en línea",
        },
    };

    /// <summary>A text as somebody of each language would write it.</summary>
    internal static LocalText Said(string en, string fr, string es, string ru, string ar, string zh) =>
        new(new Dictionary<string, string> { ["en"] = en, ["fr"] = fr, ["es"] = es, ["ru"] = ru, ["ar"] = ar, ["zh"] = zh });
}
