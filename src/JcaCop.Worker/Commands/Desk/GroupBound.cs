using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>What a line may see and touch: on the command line all that the deployment holds; by mail what belongs to the group whose secretary writes.</summary>
internal static class GroupBound
{
    /// <param name="group">Key of the group to which something belongs; null where it belongs to none.</param>
    public static bool Sees(this IServiceSource services, string? group) => services.GroupKey is null || services.GroupKey == group;

    public static bool Sees(this IServiceSource services, MessageLine mail, IServiceProvider provider) => services.Sees(
        mail.Group ?? provider.GetRequiredService<GroupList>().Mailboxes.FirstOrDefault(box => box.Name == mail.Mailbox)?.Group);

    /// <exception cref="Refusal">There is no such mail, or it is another group's: the two look the same from there.</exception>
    public static async Task<MessageDetails> MailAsync(this IServiceSource services, long id, IServiceProvider provider, CancellationToken stop) =>
        await provider.GetRequiredService<MessageQueries>().ShowAsync(id, stop) is { } mail && services.Sees(mail.Line, provider)
            ? mail : throw new Refusal(ExitCode.Usage, $"There is no mail {id}.");
}
