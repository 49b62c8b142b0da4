using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Jobs;

/// <summary>Counts along one journey. Its steps run at the same time, so every count is atomic.</summary>
internal sealed class Tally
{
    private int taken, processed, held, setAside, postponed, moved, unmoved;

    /// <summary>Brought to an end since the last moving.</summary>
    public int Unmoved => Volatile.Read(ref unmoved);

    public JourneyReport Report => new(taken, processed, held, setAside, postponed, moved);

    public void Took(int count) => Interlocked.Add(ref taken, count);

    public void Recorded(IReadOnlyList<JudgedMail> mails)
    {
        var waiting = mails.Count(mail => mail.Verdict.State == MessageState.Held);
        Interlocked.Add(ref held, waiting);
        Interlocked.Add(ref processed, mails.Count - waiting);
        Interlocked.Add(ref unmoved, mails.Count);
    }

    public void SetAside()
    {
        Interlocked.Increment(ref setAside);
        Interlocked.Increment(ref unmoved);
    }

    public void Postponed() => Interlocked.Increment(ref postponed);

    public void StartMoving() => Interlocked.Exchange(ref unmoved, 0);

    public void Moved(int count) => Interlocked.Add(ref moved, count);
}
