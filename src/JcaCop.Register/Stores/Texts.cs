using System.Data;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;

namespace JcaCop.Register.Stores;

/// <summary>Brings text to what a column of SQL Server holds, on both databases alike: a hostile header must not stop a mail.</summary>
internal static class Texts
{
    public const int Key = 400;
    public const int Line = 1000;
    public const int Short = 200;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    public static bool HoldsNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <summary>Text as it is given to a database: NUL is no part of it. PostgreSQL refuses it, and SQLite's LIKE, by which a person's data are found, looks no further.</summary>
    public static string Kept(string text) => HoldsNul(text) ? text.Replace('\0', '\ufffd') : text;

    /// <summary>Before the first query: texts that Dapper gives to a statement are kept as all others are.</summary>
    public static void TeachDapper()
    {
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new TextHandler());
    }

    private sealed class TextHandler : SqlMapper.TypeHandler<string>
    {
        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : Kept(value);
            // One size for all texts: SQL Server then keeps one plan.
            if (value is null or { Length: <= 4000 } && parameter is not SqliteParameter) parameter.Size = 4000;
        }

        /// <remarks>Dapper gives the null of a single column to the handler as well: an aggregate over no row.</remarks>
        public override string Parse(object value) => value as string ?? null!;
    }

    /// <summary>Addresses compare without case (RFC 5321, 2.4: the local part might not, but nobody keeps two that differ only in case).</summary>
    public static string FoldAddress(string address) => Cut(address.Trim().ToLowerInvariant(), Key);
}
