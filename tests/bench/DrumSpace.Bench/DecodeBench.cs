using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Testing;

namespace DrumSpace.Bench;

/// <summary>
/// What turning the knobs costs where a host paces the blocks: process() of the built plugin with its MIDI alone, all four knobs at rest or
/// automated in each block; then the service by itself with as many requests, its answer and the time from a request to its reply.
/// Arguments: the VST2 library; without one, that of out/plugin.
/// </summary>
internal static class DecodeBench
{
    private const int Rate = 48_000;
    private const int Frames = 64;
    private const double Tempo = 128;
    private const double BlockSeconds = (double)Frames / Rate;
    private const int WarmUps = Rate / Frames;
    private const int Blocks = 10 * Rate / Frames;

    public static void Run(string[] args)
    {
        Console.WriteLine($"{Frames} frames at {Rate} Hz, paced by the clock");
        string library = args.Length > 0 ? args[0] : Path.Combine("out", "plugin", "DrumSpace.so");
        using (HostedPlugin plugin = HostedPlugin.Load(library))
        {
            plugin.Configure(Rate, Frames);
            plugin.Pacing = ProcessPacing.RealTime;
            plugin.Parameter("Kit Vol").Value = 0;
            plugin.Resume();
            Process(plugin, isAutomated: false, "process(), knobs at rest");
            Process(plugin, isAutomated: true, "process(), four knobs set before each block");
        }

        Serve();
    }

    private static void Process(HostedPlugin plugin, bool isAutomated, string what)
    {
        HostTransport transport = new(Rate, Tempo);
        plugin.Transport = transport;
        transport.Start();
        Durations durations = new(Blocks);
        BlockClock clock = new(BlockSeconds);
        for (int block = -WarmUps; block < Blocks; block++)
        {
            clock.WaitForNext();
            Knobs knobs = KnobsAt(block);
            for (int knob = 0; isAutomated && knob < Latent.Dimensions; knob++)
            {
                plugin.Parameters[knob].Value = knobs[knob];
            }

            int frames = transport.BeginBlock(Frames);
            long start = Stopwatch.GetTimestamp();
            plugin.Process(frames);
            if (block >= 0)
            {
                durations.AddSince(start);
            }

            transport.EndBlock(frames);
        }

        durations.Print(what);
    }

    private static void Serve()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        AnswerTimes times = new(bundle);
        int late = 0;
        using (ModelService service = ModelWorker.Shared.Attach(times))
        using (ModelService after = ModelWorker.Shared.Attach(new AnswerEnd(times)))
        {
            BlockClock clock = new(BlockSeconds);
            for (int block = 0; block < WarmUps + Blocks; block++)
            {
                times.Requested[block] = Stopwatch.GetTimestamp();
                Request(service, block);
                Request(after, block);
                clock.WaitForNext();
                bool isLate = !service.Replies.TryTake() || service.Replies.Reading.RequestId != block + 1;
                late += isLate && block >= WarmUps ? 1 : 0;
            }
        }

        times.Answers.Print("the service's answer: decode and groove");
        times.Replies.Print("request to reply");
        Console.WriteLine($"{"replies that the next block did not find",-44} {late} of {Blocks}");
    }

    // The model's index tells the source which request is answered.
    private static void Request(ModelService service, int block)
    {
        PatternRequest request = service.Requests.Owned;
        service.Requests.BeginWrite();
        request.Id = block + 1;
        request.Model = block;
        request.Knobs = KnobsAt(block);
        service.Requests.EndWrite();
        service.Notify();
    }

    private static Knobs KnobsAt(int block) => new(Turn(block, 0.0013f), Turn(block, 0.0029f), Turn(block, 0.0041f), Turn(block, 0.0067f));

    private static float Turn(int block, float speed) => 0.5f + 0.5f * MathF.Sin(block * speed);

    /// <summary>The source of the service under test, which asks for its model where an answer begins. The worker's thread.</summary>
    private sealed class AnswerTimes(ModelBundle bundle) : IModelSource
    {
        private int _block;
        private long _begin;

        /// <summary>When each block's request was made; the block's thread writes it before the request.</summary>
        public long[] Requested { get; } = new long[WarmUps + Blocks];

        public Durations Answers { get; } = new(Blocks);

        public Durations Replies { get; } = new(Blocks);

        public ModelBundle? Find(int index)
        {
            _block = index;
            _begin = Stopwatch.GetTimestamp();
            return bundle;
        }

        public ModelBundle? Load(int index) => Find(index);

        public void BeginLoading(int index)
        {
        }

        public void End()
        {
            if (_begin != 0 && _block >= WarmUps)
            {
                Answers.AddSince(_begin);
                Replies.AddSince(Requested[_block]);
            }

            _begin = 0;
        }
    }

    /// <summary>The source of a service that has its turn when the one under test has replied; without a model it answers nothing.</summary>
    private sealed class AnswerEnd(AnswerTimes times) : IModelSource
    {
        public ModelBundle? Find(int index)
        {
            times.End();
            return null;
        }

        public ModelBundle? Load(int index) => null;

        public void BeginLoading(int index)
        {
        }
    }
}
