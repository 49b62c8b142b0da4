using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JcaCop.Bench.Reading;

/// <summary>Processor time of the thread that asks: what else runs on the machine, and compiling on other threads, does not count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;   // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Microseconds since the thread began; where the system has no such clock, those of the wall.</summary>
    public static double Now
    {
        get
        {
            if (!OperatingSystem.IsLinux()) return Stopwatch.GetElapsedTime(0).TotalMicroseconds;
            _ = GetTime(ThreadProcessorTime, out var time);
            return time.Seconds * 1e6 + time.Nanoseconds / 1e3;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Instant time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Instant
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
