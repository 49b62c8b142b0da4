namespace JcaCop.Reading.Tagging;

/// <summary>The models that a mail is looked at with, one after the other.</summary>
/// <param name="First">Knows the words of a piece, its place and its neighbours.</param>
/// <param name="Second">Knows beside them what the first look told of the whole text (<see cref="ToldSigns"/>); null for one look alone, as while training.</param>
internal sealed record Looks(TagModel First, TagModel? Second)
{
    private static readonly Lazy<Looks> BuiltIn = new(() => new Looks(Read("weights-first.txt"), Read("weights-second.txt")));

    private static Looks? other;

    /// <summary>What a sign weighs in each look: the signs of a piece are looked up once for both.</summary>
    public SignTable Signs { get; } = Second is null ? new SignTable(First.Signs) : new SignTable(First.Signs, Second.Signs);

    /// <summary>The models that mails are read with.</summary>
    public static Looks Current => other ?? BuiltIn.Value;

    /// <summary>Reads with other models from now on: for those who train and measure.</summary>
    public static void Use(Looks? looks) => other = looks;

    private static TagModel Read(string file)
    {
        using var stream = typeof(Looks).Assembly.GetManifestResourceStream("JcaCop.Reading.Tagging." + file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        return TagModel.Read(reader);
    }
}
