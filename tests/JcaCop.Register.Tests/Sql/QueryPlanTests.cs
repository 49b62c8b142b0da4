using JcaCop.Register.Stores;
using JcaCop.Register.Tests.Stores;
using Microsoft.Data.Sqlite;
using Xunit;

namespace JcaCop.Register.Tests.Sql;

/// <summary>The next mail must cost at 100,000 messages what it costs at 1,000: nothing on its way may walk through a table.</summary>
public sealed class QueryPlanTests
{
    /// <summary>Lists and counts that a person or the night asks for, and the seats among which another address is looked for where one is given up.</summary>
    private static readonly string[] Rare =
    [
        "PlaceRows_CountByState", "PlaceRows_Reconcile", "MessageQueries_Newest", "MessageQueries_NewestOfState",
        "OutboxStore_About", "OutboxStore_Counts", "OutboxStore_CountsOfGroup", "OutboxStore_Undelivered", "MessageQueries_CameIn", "OutboxStore_ListAll", "OutboxStore_ListOfState", "RegisterStore_Audit", "RegisterStore_AsOf",
        "HealthRows_Doubtful", "SignStore_All", "EntryRows_OrganizationIds", "EntryRows_PersonIds", "EntryRows_SeatIds", "SpeechRows_ReadAll", "FiledTable_Whole", "RegisterStore_ChangesOfPeriod", "KnownRows_OpenSeats",
    ];

    /// <summary>Erasing and retention look through everything: at a person's word, and at night.</summary>
    private static bool AtNight(string name) => name.StartsWith("PrivacyRows_", StringComparison.Ordinal) || name.StartsWith("RetentionStore_", StringComparison.Ordinal);

    [Fact]
    public async Task No_statement_on_the_way_of_a_mail_walks_through_a_table()
    {
        var stop = TestContext.Current.CancellationToken;
        var database = TestDatabase.Sqlite();
        var walks = new List<string>();
        await using (var connection = new SqliteConnection($"Data Source={database.Place};Pooling=False"))
        {
            await connection.OpenAsync(stop);
            foreach (var statement in StatementCatalog.All(Dialect.Sqlite).Where(statement => !Rare.Contains(statement.Name) && !AtNight(statement.Name)))
            {
                await using var command = connection.CreateCommand();
                // The statement is our own.
#pragma warning disable CA2100
                command.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
#pragma warning restore CA2100
                foreach (var (name, _) in statement.Parameters) command.Parameters.AddWithValue("@" + name, 1);
                await using var reader = await command.ExecuteReaderAsync(stop);
                while (await reader.ReadAsync(stop))
                {
                    var step = reader.GetString(3);
                    // One column of an index on the group alone is as long as the table.
                    if ((step.StartsWith("SCAN", StringComparison.Ordinal) && !OfSmallIndex(step) && !OfKeyList(step)) || step.EndsWith("(GroupKey=?)", StringComparison.Ordinal))
                        walks.Add($"{statement.Name}: {step}");
                }
            }
        }
        await TestDatabase.DropAsync(database);
        Assert.Empty(walks);
    }

    /// <summary>The keys that the statement is given, or no table at all.</summary>
    private static bool OfKeyList(string step) => step.StartsWith("SCAN json_each", StringComparison.Ordinal) || step == "SCAN CONSTANT ROW";

    /// <summary>Indexes that hold only what waits: they are as short as the queue.</summary>
    private static bool OfSmallIndex(string step) =>
        new[] { "IX_Message_Taken", "IX_Message_Waiting", "IX_Outbox_Queued", "IX_Outbox_Sending", "IX_Location_Unmoved" }.Any(index => step.Contains(index, StringComparison.Ordinal));
}
