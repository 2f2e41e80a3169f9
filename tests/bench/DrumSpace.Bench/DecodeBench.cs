using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Testing;

namespace DrumSpace.Bench;

/// <summary>
/// What a decode costs on the calling thread, and how long a request takes through the worker to its reply.
/// Arguments: the folder of a bundle; without one, the first of presets/models.
/// </summary>
internal static class DecodeBench
{
    private const int WarmUps = 5_000;
    private const int Runs = 200_000;
    private const int RoundTrips = 50_000;

    public static void Run(string[] args)
    {
        string models = Path.Combine(Repository.Root, "presets", "models");
        string folder = args.Length > 0 ? args[0] : Directory.EnumerateDirectories(models).Order(StringComparer.Ordinal).First();
        long start = Stopwatch.GetTimestamp();
        using ModelBundle bundle = ModelBundle.Load(folder);
        Console.WriteLine($"{bundle.Manifest.Name}: loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        OnThisThread(bundle);
        ThroughTheWorker(bundle);
    }

    private static void OnThisThread(ModelBundle bundle)
    {
        using PatternDecoder decoder = new(bundle);
        DecodedPattern pattern = new();
        Durations durations = new(Runs);
        long bytes = 0;
        for (int i = -WarmUps; i < Runs; i++)
        {
            if (i == 0)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
            }

            Latent latent = bundle.Mapping.ToLatent(KnobsAt(i));
            long start = Stopwatch.GetTimestamp();
            decoder.Decode(latent, pattern);
            if (i >= 0)
            {
                durations.AddSince(start);
            }
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        durations.Print("decode on one thread");
        Console.WriteLine($"{"managed bytes in all these runs",-44} {bytes}");
    }

    // One request at a time with a pause between, as a turning knob makes them: the worker sleeps when each comes.
    private static void ThroughTheWorker(ModelBundle bundle)
    {
        using ModelService service = ModelWorker.Shared.Attach(new OneModel(bundle));
        PatternRequest request = service.Requests.Owned;
        Durations asking = new(RoundTrips);
        Durations roundTrip = new(RoundTrips);
        for (int i = -WarmUps; i < RoundTrips; i++)
        {
            long start = Stopwatch.GetTimestamp();
            service.Requests.BeginWrite();
            request.Id++;
            request.Knobs = KnobsAt(i);
            service.Requests.EndWrite();
            service.Notify();
            if (i >= 0)
            {
                asking.AddSince(start);
            }

            while (!service.Replies.TryTake())
            {
                Thread.Yield();
            }

            if (i >= 0)
            {
                roundTrip.AddSince(start);
            }

            Thread.SpinWait(2000);
        }

        asking.Print("request, as the audio thread pays it");
        roundTrip.Print("request to reply through the worker");
    }

    private static Knobs KnobsAt(int i) => new(Turn(i, 0.00013f), Turn(i, 0.00029f), Turn(i, 0.00041f), Turn(i, 0.00067f));

    private static float Turn(int i, float speed) => 0.5f + 0.5f * MathF.Sin(i * speed);

    private sealed class OneModel(ModelBundle bundle) : IModelSource
    {
        public ModelBundle Find(int index) => bundle;

        public ModelBundle Load(int index) => bundle;

        public void BeginLoading(int index)
        {
        }
    }
}
