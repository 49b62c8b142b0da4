using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Post.MailServers;
using JcaCop.Post.Pages;
using JcaCop.Post.Sending;
using JcaCop.Register;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Pages;
using JcaCop.Worker.Periodic;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using JcaCop.Worker.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace JcaCop.Worker;

/// <summary>All registrations, in the order of the stages: Mailbox -> Reading -> Register -> Calendar -> Post.</summary>
internal static class Composition
{
    /// <summary>What every verb and the service itself work with. Nothing here connects or opens a file before it is used.</summary>
    public static void AddStages(IServiceCollection services, IConfiguration configuration, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddLogging();

        // Settings, each checked before anything runs.
        services.AddServiceSettings(configuration);
        services.AddSettings<DatabaseOptions>(configuration, "Database");
        services.AddSettings<JudgingOptions>(configuration, "Judging");
        services.AddSettings<LetterOptions>(configuration, "Letters");
        services.AddSettings<SendingOptions>(configuration, "Sending");
        services.AddSettings<ScheduleOptions>(configuration, "Schedule");
        services.AddSettings<ReminderOptions>(configuration, "Reminders");
        services.AddSettings<RetentionOptions>(configuration, "Retention");
        services.AddSettings<WatchOptions>(configuration, "Watch");
        services.AddSettings<PageOptions>(configuration, "Pages");
        services.AddSingleton<IValidateOptions<PageOptions>, PublishedGroups>();
        services.AddOptions<LetterOptions>().PostConfigure<IOptions<ServiceOptions>>((letters, service) =>
            letters.TemplateFolder = letters.TemplateFolder is { Length: > 0 } own ? DataDirectory.Of(service.Value).Resolve(own) : null);
        services.AddOptions<SendingOptions>().PostConfigure<IOptions<ServiceOptions>>((sending, service) =>
            sending.Folder = DataDirectory.Of(service.Value).Resolve(sending.Folder ?? "sent"));
        services.AddSingleton(provider => DataDirectory.Of(Of<ServiceOptions>(provider)));
        services.AddSingleton(provider => GroupList.Of(Of<ServiceOptions>(provider), provider.GetRequiredService<DataDirectory>(), Of<ReminderOptions>(provider).ToHours().Days));

        // Mailbox: one loop each.
        services.AddSingleton<IReadOnlyList<IntakeLoop>>(provider =>
            [.. provider.GetRequiredService<GroupList>().Mailboxes.Select(box => new IntakeLoop(
                box, provider.GetRequiredService<Journey>(), provider.GetRequiredService<SignStore>(), clock, provider.GetRequiredService<ILoggerFactory>()))]);
        services.AddSingleton(provider => new Journey(
            provider.GetRequiredService<MessageStore>(), provider.GetRequiredService<MailboxLeases>(), provider.GetRequiredService<KnownStore>(),
            provider.GetRequiredService<UnreachedBodies>(), provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<Conversation>(), provider.GetRequiredService<TalkLetters>(), provider.GetRequiredService<GroupList>().RouteBy(Of<JudgingOptions>(provider)),
            clock, provider.GetRequiredService<ILogger<Journey>>()));

        services.AddSingleton(provider => new MailOrders(provider));
        services.AddSingleton<HeldWords>();
        services.AddSingleton<TalkLetters>();
        services.AddSingleton<Conversation>();
        services.AddSingleton(provider => new MailboxAudit(provider.GetRequiredService<MessageStore>(), clock, provider.GetRequiredService<ILoggerFactory>()));

        // Register.
        services.AddSingleton(provider => Open(Of<DatabaseOptions>(provider), provider.GetRequiredService<DataDirectory>()));
        services.AddSingleton(provider => new WorkerIdentity(Environment.MachineName, provider.GetRequiredService<DataDirectory>().Path));
        services.AddSingleton(provider => new MessageStore(provider.GetRequiredService<Database>(), clock, Worker(provider)));
        services.AddSingleton(provider => new MailboxLeases(provider.GetRequiredService<Database>(), clock, Worker(provider)));
        services.AddSingleton(provider => new KnownStore(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new UnreachedBodies(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new RecordStore(provider.GetRequiredService<Database>(), clock));
        services.AddSingleton(provider => new DeskStore(provider.GetRequiredService<Database>(), clock, provider.GetRequiredService<GroupList>().ZoneOf));
        services.AddSingleton(provider => new QuestionStore(provider.GetRequiredService<Database>(), provider.GetRequiredService<DeskStore>()));
        services.AddSingleton(provider => new SignStore(provider.GetRequiredService<Database>(), clock));
        services.AddSingleton(provider => new ReachStore(provider.GetRequiredService<Database>(), clock));
        services.AddSingleton(provider => new ReviewStore(provider.GetRequiredService<Database>(), clock, provider.GetRequiredService<GroupList>().OfficersOf, provider.GetRequiredService<GroupList>().OfficialOf, provider.GetRequiredService<GroupList>().ZoneOf));
        services.AddSingleton(provider => new EraseStore(provider.GetRequiredService<Database>(), clock, provider.GetRequiredService<GroupList>().ZoneOf));
        services.AddSingleton(provider => new RetentionStore(provider.GetRequiredService<Database>(), clock, provider.GetRequiredService<GroupList>().ZoneOf));
        services.AddSingleton(provider => new PersonData(provider.GetRequiredService<Database>(), provider.GetRequiredService<RegisterStore>()));
        services.AddSingleton(provider => new ReminderStore(provider.GetRequiredService<Database>(), clock));
        services.AddSingleton(provider => new MessageQueries(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new RegisterStore(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new OutboxStore(provider.GetRequiredService<Database>(), clock, Worker(provider)));

        // Calendar: the work of its jobs. When they run stands in JobPlan.
        services.AddSingleton(provider => JobPlan.Of(Of<ScheduleOptions>(provider), Of<ScheduleOptions>(provider).ZoneFor(provider.GetRequiredService<GroupList>())));
        services.AddSingleton<ComingBook>();
        services.AddSingleton<Vetoes>();
        services.AddSingleton<OutboxJob>();
        services.AddSingleton<ReminderBook>();
        services.AddSingleton<ReminderLetters>();
        services.AddSingleton<RemindersJob>();
        services.AddSingleton<HeldQuestions>();
        services.AddSingleton<MoreTimeOffers>();
        services.AddSingleton<ComingQuestions>();
        services.AddSingleton<DigestBook>();
        services.AddSingleton<DigestJob>();
        services.AddSingleton<LiaisonPost>();
        services.AddSingleton<LiaisonRoutingJob>();
        services.AddSingleton<LiaisonApprovalJob>();
        services.AddSingleton<ConversationJob>();
        services.AddSingleton<MemberQuestions>();
        services.AddSingleton<MemberQuestionsJob>();
        services.AddSingleton<SeatConfirmationJob>();
        services.AddSingleton<MandateJob>();
        services.AddSingleton<ActivityUpdateJob>();
        services.AddSingleton<AnnualReportJob>();
        services.AddSingleton<HolidaysJob>();
        services.AddSingleton<ServiceHealth>();
        services.AddSingleton<Expiries>();
        services.AddSingleton<HeartbeatJob>();
        services.AddSingleton<ExpiryJob>();
        services.AddSingleton<RetentionJob>();
        services.AddSingleton(provider => new DocumentArchive(provider.GetRequiredService<DataDirectory>()));
        services.AddSingleton<ErasedFiles>();
        services.AddSingleton<ArchiveJob>();
        services.AddSingleton<MeetingPost>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<MeetingJob>();
        services.AddSingleton<ContributionRemindersJob>();
        services.AddSingleton<CallClosingJob>();
        services.AddSingleton<PagesJob>();
        services.AddSingleton(provider => new ReconciliationJob(
            provider.GetRequiredService<MessageStore>(), provider.GetRequiredService<GroupList>().Mailboxes,
            provider.GetRequiredService<MailboxAudit>(), provider.GetRequiredService<SignStore>(), provider.GetRequiredService<ILogger<ReconciliationJob>>()));

        // Post.
        services.AddSingleton<OwnTemplates>();
        services.AddSingleton(provider => new LetterWriter(Of<LetterOptions>(provider)));
        services.AddSingleton<CallLetters>();
        services.AddSingleton(provider => new LiaisonForm(Of<LetterOptions>(provider)));
        services.AddSingleton(provider => new DraftLanguages(Of<LetterOptions>(provider)));
        services.AddSingleton(provider => new PageWriter(Of<LetterOptions>(provider)));
        services.AddSingleton<SiteWriter>();
        services.AddSingleton<SitePublisher>();
        services.AddSingleton(provider => new OutboxSender(
            provider.GetRequiredService<OutboxStore>(), Transports.Of(Of<SendingOptions>(provider), clock), Of<SendingOptions>(provider),
            clock, provider.GetRequiredService<ILogger<OutboxSender>>()));
    }

    /// <summary>What runs by itself in <c>jcacop run</c>, in the order in which it starts.</summary>
    public static void AddRunning(IServiceCollection services, IConfiguration configuration)
    {
        AddOnce(services);
        services.AddHostedService<IntakeService>();
        CalendarStore.Add(services, configuration);
        services.AddHostedService<JobScheduling>();
        services.AddHostedService<MemoryAtRest>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>What <c>jcacop run --once</c> needs beside the stages.</summary>
    public static void AddOnce(IServiceCollection services) => services.AddSingleton<SchemaAtStart>();

    private static T Of<T>(IServiceProvider provider) where T : class => provider.GetRequiredService<IOptions<T>>().Value;

    private static Database Open(DatabaseOptions options, DataDirectory data) => options.Kind switch
    {
        DatabaseKind.SqlServer => new SqlServerDatabase(options.Secret()),
        _ => new SqliteDatabase(data.Resolve(options.File)),
    };

    private static string Worker(IServiceProvider provider) => provider.GetRequiredService<WorkerIdentity>().Name;
}
