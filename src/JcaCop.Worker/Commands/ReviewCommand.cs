using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop review</c>: held and set-aside mails, and a person's word on them.</summary>
internal static class ReviewCommand
{
    public static Command Make(IServiceSource services) => new("review", "Held and set-aside mails: what waits for a person.")
    {
        ReviewList.Make(services),
        ReviewShow.Make(services),
        ReviewDecision.Accept(services),
        ReviewDecision.Reject(services),
        ReviewDecision.Replay(services),
    };
}
