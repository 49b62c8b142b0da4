using System.ComponentModel.DataAnnotations;
using JcaCop.Post.MailServers;

namespace JcaCop.Worker.Settings;

/// <summary>Where the register lies. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>SQLite only: the file; relative to the data directory.</summary>
    [Required]
    public string File { get; set; } = "register.db";

    /// <summary>SQL Server only. With a password in it, for the environment alone (<c>JCACOP_Database__ConnectionString</c>).</summary>
    public string? ConnectionString { get; set; }

    /// <summary>SQL Server only: the first line of this file is the connection string. Preferred to <see cref="ConnectionString"/>.</summary>
    public string? ConnectionStringFile { get; set; }

    /// <summary>Whether <c>run</c> may apply schema scripts at its start. Where it may not, <c>jcacop db upgrade</c> does. Default true.</summary>
    public bool UpgradeAtStart { get; set; } = true;

    /// <summary>SQL Server only: the connection string, from wherever the settings say it lies.</summary>
    public string Secret() => ConnectionStringFile is { Length: > 0 } file ? SecretFile.FirstLine("Database:ConnectionStringFile", file) : ConnectionString!;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == DatabaseKind.SqlServer && string.IsNullOrWhiteSpace(ConnectionString) && string.IsNullOrWhiteSpace(ConnectionStringFile))
            yield return new ValidationResult("SQL Server needs a file that holds the connection string (or ConnectionString in the environment)", [nameof(ConnectionStringFile)]);
    }
}

public enum DatabaseKind
{
    /// <summary>One file beside the service; one worker.</summary>
    Sqlite,
    /// <summary>For production, and where several workers share the work.</summary>
    SqlServer,
}
