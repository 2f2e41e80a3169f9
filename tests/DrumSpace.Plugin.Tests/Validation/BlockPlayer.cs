using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>
/// Plays an instance block by block along a rolling transport, in whatever order a test wants it, and looks at all that leaves: sound that
/// is a number and no denormal, events inside of their block, drums on their steps.
/// </summary>
internal sealed class BlockPlayer(HostedPlugin plugin, double bpm = 120)
{
    private readonly Dictionary<(int Channel, int Note), int> _open = [];
    private HostTransport _transport = new(48_000, bpm);

    /// <summary>The 16ths at which each drum sounded since the last preparation, by its note.</summary>
    public Dictionary<int, List<long>> Steps { get; } = [];

    /// <summary>The largest distance of a note from its 16th since the last preparation, in frames.</summary>
    public double WorstPlacement { get; private set; }

    /// <summary>Notes that sound.</summary>
    public int OpenNotes => _open.Values.Sum();

    /// <summary>The position in 16ths.</summary>
    public double Step => _transport.Ppq * 4;

    /// <summary>Announces a rate and a block length, with a suspension before and a resumption after, and begins the song anew.</summary>
    public void Prepare(double rate, int block, int capacity = 0)
    {
        plugin.Suspend();
        Announce(rate, block, capacity);
        plugin.Resume();
    }

    /// <summary>Announces a rate and a block length and nothing more, and begins the song anew.</summary>
    public void Announce(double rate, int block, int capacity = 0)
    {
        _transport = new HostTransport(rate, bpm);
        _transport.Start();
        plugin.Transport = _transport;
        plugin.Configure(rate, block, capacity);
        Steps.Clear();
        WorstPlacement = 0;
    }

    /// <summary>Resumes, however often it was before.</summary>
    public void Resume() => plugin.Resume();

    /// <summary>Plays a block.</summary>
    public void Play(int frames)
    {
        int length = _transport.BeginBlock(frames);
        plugin.Process(length);
        foreach (ShortMessage message in plugin.Emitted)
        {
            Assert.InRange(message.Frame, 0, length - 1);
            Keep(message);
        }

        AssertClean(length);
        _transport.EndBlock(length);
    }

    /// <summary>Plays blocks of one length until the song is at a 16th.</summary>
    public void PlayTo(double step, int block)
    {
        while (Step < step)
        {
            Play(block);
        }
    }

    /// <summary>Stops the song and plays on until the last note ended.</summary>
    public void Stop()
    {
        _transport.Stop();
        Play(plugin.BlockSize);
        Assert.Equal(0, OpenNotes);
    }

    private void Keep(in ShortMessage message)
    {
        (int, int) key = (message.Channel, message.Data1);
        if (message.IsNoteOff)
        {
            _open[key] = Math.Max(0, _open.GetValueOrDefault(key) - 1);
        }
        else if (message.IsNoteOn)
        {
            _open[key] = _open.GetValueOrDefault(key) + 1;
            double step = _transport.PpqAt(message.Frame) * 4;
            long nearest = (long)Math.Round(step);
            WorstPlacement = Math.Max(WorstPlacement, Math.Abs(step - nearest) * 15 / bpm * _transport.SampleRate);
            if (!Steps.TryGetValue(message.Data1, out List<long>? steps))
            {
                Steps.Add(message.Data1, steps = []);
            }

            steps.Add(nearest);
        }
    }

    private void AssertClean(int frames)
    {
        for (int channel = 0; channel < plugin.OutputCount; channel++)
        {
            foreach (float sample in plugin.Output(channel)[..frames])
            {
                if (!float.IsFinite(sample) || float.IsSubnormal(sample))
                {
                    Assert.Fail($"A sample of output {channel} is {sample:R} at 16th {Step:F2}.");
                }
            }
        }
    }
}
