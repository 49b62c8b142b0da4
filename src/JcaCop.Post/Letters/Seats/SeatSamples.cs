using JcaCop.Reading.Items;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Seats;

internal static class SeatSamples
{
    public static IReadOnlyList<LetterSample> Confirmations { get; } =
    [
        new("seat-confirmation", _ => new SeatConfirmationLetter(
            "Peter Hall", "ITU-T SG17", new(SeatRole.Alternate), "Head of Unit", "expert@example.org", "+41 22 555 01 99", new(2012, 6, 1), new(2013, 6, 1), new Deadline(new(2014, 6, 30), Geneva))),
        new("seat-confirmation-again", _ => new SeatConfirmationLetter(
            "Peter Hall", "ITU-T SG17", new(SeatRole.Alternate), "Head of Unit", "expert@example.org", "+41 22 555 01 99", new(2012, 6, 1), new(2013, 6, 1), new Deadline(new(2014, 6, 30), Geneva)) { Again = true }),
        new("seat-confirmation-short", _ => new SeatConfirmationLetter("ليلى حداد", "مركز أمان الأسرة", new(SeatRole.FocalPoint), null, null, null, null, null, null)),
    ];

    public static IReadOnlyList<LetterSample> Unreachable { get; } =
    [
        new("seat-unreachable", _ => new SeatUnreachableLetter("Peter Hall", "Safe Childhood Trust", new(SeatRole.Representative), "expert@example.org", new(2012, 8, 1), ["Laura Bennett, programmes@example.org"])),
        new("seat-unreachable-alone", _ => new SeatUnreachableLetter("Peter Hall", "Safe Childhood Trust", new(SeatRole.Expert), "expert@example.org", new(2012, 8, 1), [])),
    ];

    public static IReadOnlyList<LetterSample> Probes { get; } = [new("address-probe", _ => new AddressProbeLetter("expert@example.org"))];

    public static IReadOnlyList<LetterSample> Deputies { get; } =
    [
        new("absence-deputy", _ => new AbsenceDeputyLetter("Administration of Australia", true, new(2012, 9, 3), "TSB Circular 313", "Nomination of organizations", new Deadline(new(2012, 8, 31), Geneva))),
        new("absence-deputy-open", _ => new AbsenceDeputyLetter("Peter Hall", false, null, "SG2-LS14", "LS on technical measures", null)),
    ];
}
