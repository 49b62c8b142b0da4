namespace JcaCop.Worker.Commands;

/// <summary>What a verb needs of the register before it can work.</summary>
internal enum RegisterNeed
{
    /// <summary>It looks itself, or needs none.</summary>
    None,
    /// <summary>There must be one, with the schema of this version.</summary>
    There,
    /// <summary>It is made where there is none.</summary>
    Made,
}
