using System.CommandLine;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call</c>: circulars and letters that ask for something, and what was answered.</summary>
internal static class CallCommand
{
    public static Command Make(IServiceSource services) => new("call", "Circulars and letters that ask for something, and what was answered.")
    {
        CallOpening.Make(services),
        CallShowing.List(services),
        CallShowing.Show(services),
        CallAnswers.Make(services),
        CallAnswering.Make(services),
        CallShowing.Tally(services),
        CallChanging.Extend(services),
        CallAdjust.Make(services),
        CallChanging.Close(services),
        CallChanging.Cancel(services),
        CallChanging.Waive(services),
        CallChanging.Comment(services),
    };

    public static Argument<string> Number() => new("NUMBER") { Description = "As written, or in short: 'TSB Circular 313', 313, DM-10/1008." };

    public static Argument<string> Member() => new("MEMBER") { Description = "Name, body code, or two-letter country code of an administration." };
}
