using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DrumSpace.Host;

namespace DrumSpace.Bench;

/// <summary>
/// What one more instance of the built plugin costs in a process that has others: the time from loading to the first block, and resident
/// memory after a second of playing (this host's own buffers for it included), at 1, 2, 4 ... 64 instances, in turns of VST2 and CLAP.
/// Arguments: the VST2 library; without one, that of out/plugin.
/// </summary>
internal static class InstancesBench
{
    private const int Most = 64;
    private const int Rate = 48_000;
    private const int Frames = 64;
    private const double Tempo = 120;

    public static void Run(string[] args)
    {
        string vst = args.Length > 0 ? args[0] : Path.Combine("out", "plugin", "DrumSpace.so");
        string[] libraries = [vst, Path.ChangeExtension(vst, ".clap")];
        List<HostedPlugin> open = [];
        List<double> times = [];
        long before = Resident();
        Console.WriteLine("instances   opened in ms, median and slowest since the line above   resident MiB   MiB a further instance");
        long atLastLine = before;
        int lastCount = 0;
        for (int number = 1; number <= Most; number++)
        {
            long start = Stopwatch.GetTimestamp();
            HostedPlugin plugin = HostedPlugin.Load(libraries[number % libraries.Length]);
            HostTransport transport = new(Rate, Tempo);
            plugin.Pacing = ProcessPacing.RealTime;
            plugin.Transport = transport;
            plugin.Configure(Rate, Frames);
            plugin.Resume();
            transport.Start();
            Play(plugin, transport, 1);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            open.Add(plugin);
            Play(plugin, transport, Rate / Frames);
            if (BitOperations.IsPow2(number))
            {
                long now = Resident();
                double each = (now - atLastLine) / 1048576.0 / (number - lastCount);
                double[] since = [.. times.Skip(lastCount).Order()];
                Console.WriteLine(
                    $"{number,9}   {since[since.Length / 2],26:F2} {since[^1],26:F2}   {(now - before) / 1048576.0,12:F1}   {each,22:F3}");
                (atLastLine, lastCount) = (now, number);
            }
        }

        long closing = Stopwatch.GetTimestamp();
        open.ForEach(plugin => plugin.Dispose());
        Console.WriteLine($"closed all {Most} in {Stopwatch.GetElapsedTime(closing).TotalMilliseconds:F1} ms");
    }

    private static void Play(HostedPlugin plugin, HostTransport transport, int blocks)
    {
        for (int block = 0; block < blocks; block++)
        {
            int frames = transport.BeginBlock(Frames);
            plugin.Process(frames);
            transport.EndBlock(frames);
        }
    }

    // Linux counts it in pages; the second number of the line.
    private static long Resident() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
