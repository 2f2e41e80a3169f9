using System.Diagnostics;
using System.Globalization;
using DrumSpace.Music;
using DrumSpace.Testing;
using DrumSpace.Training;
using DrumSpace.Training.Learning;
using TorchSharp;

namespace DrumSpace.Bench;

/// <summary>
/// Whole epochs of `drumspace train --model ae` (448-256-128-4 and back, batches of 128, Adam) beside python3-torch's on the same patterns,
/// turn by turn: everything between two progress lines, the batches' making included. The patterns are as many as the shipped models
/// learnt from, drawn at random, since music costs the same. For a fair race python3-torch needs Debian's libopenblas0-pthread.
/// Arguments: the number of threads (1) and the number of epochs (8).
/// </summary>
internal static class TrainingEpochBench
{
    private const int Count = 19_137;
    private const float Density = 0.083f;

    public static void Run(string[] args)
    {
        int threads = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        int epochs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
        torch.set_num_threads(threads);
        Pattern[] patterns = Draw();
        string file = Path.GetTempFileName();
        try
        {
            var cells = new float[Pattern.CellCount];
            using (FileStream stream = File.Create(file))
            {
                foreach (ref readonly Pattern pattern in patterns.AsSpan())
                {
                    PatternCells.Write(pattern.Masks, cells);
                    stream.Write([.. cells.Select(cell => (byte)cell)]);
                }
            }

            using Process other = Start(threads, file);
            string version = other.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("python3-torch did not start; install the Debian package");
            Console.WriteLine($"torch {version}; an epoch of {Count} patterns on {threads} thread(s), {epochs} turns after one to warm up");
            using var trainer = new Trainer(new TrainingOptions { Epochs = epochs + 1 }, patterns);
            List<double> cpu = [], wall = [], otherCpu = [], otherWall = [];
            for (int epoch = 0; epoch <= epochs; epoch++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                trainer.RunEpoch();
                cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                other.StandardInput.WriteLine();
                other.StandardInput.Flush();
                double[] numbers =
                    [.. other.StandardOutput.ReadLine()!.Split(' ').Select(static n => double.Parse(n, CultureInfo.InvariantCulture))];
                otherCpu.Add(numbers[1]);
                otherWall.Add(numbers[2]);
            }

            Print("drumspace train", cpu, wall);
            Print("python3-torch", otherCpu, otherWall);
            other.StandardInput.Close();
            other.WaitForExit();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Pattern[] Draw()
    {
        var random = new SeededRandom(1);
        var patterns = new Pattern[Count];
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        for (int i = 0; i < patterns.Length; i++)
        {
            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                int step = cell / Pattern.VoiceCount, voice = cell % Pattern.VoiceCount;
                masks[step] = (ushort)((voice == 0 ? 0 : masks[step]) | (random.NextFloat() < Density ? 1 << voice : 0));
            }

            patterns[i] = new Pattern(masks);
        }

        return patterns;
    }

    private static Process Start(int threads, string file)
    {
        string script = Path.Combine(Repository.Root, "tests", "bench", "training", "torch_epoch.py");
        return Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, $"{threads}", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["OPENBLAS_NUM_THREADS"] = $"{threads}", ["OMP_NUM_THREADS"] = $"{threads}" },
        })!;
    }

    // The median of each, without the first, which warms up.
    private static void Print(string what, List<double> cpu, List<double> wall)
    {
        static double Median(List<double> values) => values.Skip(1).Order().ElementAt((values.Count - 1) / 2);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {what,-18} processor {Median(cpu),7:F0} ms  wall {Median(wall),7:F0} ms"));
    }
}
