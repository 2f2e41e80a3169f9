using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DrumSpace.Testing;
using DrumSpace.Training;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Bench;

/// <summary>
/// One training step of an auto-encoder (448-256-64-4-64-256-448, batch 256, logistic loss, Adam) beside python3-torch's, from the same
/// weights on the same batch, turn by turn. For a fair race python3-torch needs Debian's libopenblas0-pthread; what it uses is
/// printed. Arguments: the number of threads (1) and the number of turns (25).
/// </summary>
internal static class TrainingStepBench
{
    private const int StepsInTurn = 20;
    private const int WarmUps = 200;
    private static readonly int[] Sizes = [448, 256, 64, 4, 64, 256, 448];

    public static void Run(string[] args)
    {
        int threads = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        int turns = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 25;
        set_num_threads(threads);
        var random = new SeededRandom(1);
        using Sequential net = Network(random);
        float[] hits = [.. Enumerable.Range(0, 256 * Sizes[0]).Select(_ => random.NextFloat() < 0.1f ? 1f : 0f)];
        using Tensor batch = tensor(hits, [256, Sizes[0]]);
        using AdamW optimizer = new(net.parameters(), 1e-3, weightDecay: 0);
        string file = Path.GetTempFileName();
        try
        {
            IEnumerable<float> values = net.parameters().Append(batch).SelectMany(static t => t.data<float>().ToArray());
            File.WriteAllBytes(file, MemoryMarshal.AsBytes([.. values]).ToArray());
            using Process other = Start(threads, file);
            string version = other.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("python3-torch did not start; install the Debian package");
            Steps mine = new(), theirs = new();
            Turn(net, optimizer, batch, 10, mine);
            Turn(other, 10, theirs);
            Console.WriteLine($"torch {version}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"losses after 10 steps: {mine.Loss:F7} and {theirs.Loss:F7}"));
            Turn(net, optimizer, batch, WarmUps, mine);
            Turn(other, WarmUps, theirs);
            (mine, theirs) = (new Steps(), new Steps());
            for (int turn = 0; turn < turns; turn++)
            {
                Turn(net, optimizer, batch, StepsInTurn, mine);
                Turn(other, StepsInTurn, theirs);
            }

            Console.WriteLine($"training step on {threads} thread(s), milliseconds over {turns} turns of {StepsInTurn} steps:");
            mine.Print("DrumSpace.Torch");
            theirs.Print("python3-torch");
            other.StandardInput.Close();
            other.WaitForExit();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Sequential Network(SeededRandom random)
    {
        List<(string, Module<Tensor, Tensor>)> modules = [];
        for (int i = 0; i + 1 < Sizes.Length; i++)
        {
            Linear layer = Linear(Sizes[i], Sizes[i + 1]);
            FeedForward.Draw(layer, random);
            modules.Add(($"fc{i}", layer));
            if (i != 2 && i + 2 < Sizes.Length)
            {
                modules.Add(($"act{i}", ReLU()));
            }
        }

        return Sequential([.. modules]);
    }

    private static Process Start(int threads, string file)
    {
        string script = Path.Combine(Repository.Root, "tests", "bench", "training", "torch_step.py");
        return Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, $"{threads}", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // torch.set_num_threads does not reach OpenBLAS when torch was built for any BLAS, as Debian's is.
            Environment = { ["OPENBLAS_NUM_THREADS"] = $"{threads}", ["OMP_NUM_THREADS"] = $"{threads}" },
        })!;
    }

    private static void Turn(Sequential net, AdamW optimizer, Tensor batch, int steps, Steps into)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int step = 0; step < steps; step++)
        {
            long start = Stopwatch.GetTimestamp();
            using DisposeScope scope = NewDisposeScope();
            optimizer.DropGradients();
            Tensor loss = functional.binary_cross_entropy_with_logits(net.call(batch), batch);
            loss.backward();
            optimizer.Step();
            into.Loss = loss.item<float>();
            into.Walls.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        into.Cpu += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static void Turn(Process other, int steps, Steps into)
    {
        other.StandardInput.WriteLine(steps);
        other.StandardInput.Flush();
        double[] numbers =
            [.. other.StandardOutput.ReadLine()!.Split(' ').Select(static n => double.Parse(n, CultureInfo.InvariantCulture))];
        into.Loss = numbers[0];
        into.Cpu += numbers[1];
        into.Walls.AddRange(numbers[2..]);
    }

    /// <summary>What was measured on one side. Processor time tells more than wall time when the machine has other work.</summary>
    private sealed class Steps
    {
        public List<double> Walls { get; } = [];

        public double Cpu { get; set; }

        public double Loss { get; set; }

        public void Print(string what)
        {
            double[] sorted = [.. Walls.Order()];
            string cpu =
                $"processor {Cpu / sorted.Length,6:F2}  wall p10 {sorted[sorted.Length / 10],6:F2}  p50 {sorted[sorted.Length / 2],6:F2}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-18} {cpu}"));
        }
    }
}
