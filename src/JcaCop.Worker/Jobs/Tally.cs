using System.Collections.Concurrent;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Jobs;

/// <summary>Counts along one journey. Its steps run at the same time, so every count is atomic.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<long, bool> inHand = new();
    private int taken, processed, held, setAside, postponed, moved, unmoved;

    /// <summary>Brought to an end since the last moving.</summary>
    public int Unmoved => Volatile.Read(ref unmoved);

    /// <summary>Mails were put into another group's mailbox, and wait there.</summary>
    public bool HandedOn { get; set; }

    public JourneyReport Report => new(taken, processed, held, setAside, postponed, moved);

    /// <summary>Leased to this worker and not at an end yet.</summary>
    public IReadOnlyList<long> InHand => [.. inHand.Keys];

    public void Took(IReadOnlyList<TakenMail> mails)
    {
        Interlocked.Add(ref taken, mails.Count);
        Holds(mails);
    }

    public void Holds(IReadOnlyList<TakenMail> mails)
    {
        foreach (var mail in mails) inHand.TryAdd(mail.Id, true);
    }

    public void Recorded(IReadOnlyList<JudgedMail> mails)
    {
        foreach (var mail in mails) inHand.TryRemove(mail.Taken.Id, out _);
        var waiting = mails.Count(mail => mail.Verdict.State == MessageState.Held);
        Interlocked.Add(ref held, waiting);
        Interlocked.Add(ref processed, mails.Count - waiting);
        Interlocked.Add(ref unmoved, mails.Count);
    }

    public void SetAside(TakenMail mail)
    {
        inHand.TryRemove(mail.Id, out _);
        Interlocked.Increment(ref setAside);
        Interlocked.Increment(ref unmoved);
    }

    public void Postponed(TakenMail mail)
    {
        inHand.TryRemove(mail.Id, out _);
        Interlocked.Increment(ref postponed);
    }

    public void StartMoving() => Interlocked.Exchange(ref unmoved, 0);

    public void Moved(int count) => Interlocked.Add(ref moved, count);
}
