namespace DrumSpace.Host.Live;

/// <summary>What the engine does at the end of a block, for views. A view makes one and has it filled again and again.</summary>
public sealed class LiveStatus
{
    /// <summary>The most channels that have a level.</summary>
    public const int MaxChannels = 16;

    /// <summary>Whether the song plays.</summary>
    public bool IsPlaying { get; set; }

    /// <summary>Quarters from the song's start.</summary>
    public double Ppq { get; set; }

    /// <summary>Quarters per minute.</summary>
    public double Tempo { get; set; }

    /// <summary>The meter.</summary>
    public (int Numerator, int Denominator) Meter { get; set; }

    /// <summary>Whether the loop is on.</summary>
    public bool HasLoop { get; set; }

    /// <summary>The loop's start in quarters; kept while the loop is off.</summary>
    public double LoopStart { get; set; }

    /// <summary>The loop's end in quarters; kept while the loop is off.</summary>
    public double LoopEnd { get; set; }

    /// <summary>Who decides over the song time.</summary>
    public SyncSource Source { get; set; }

    /// <summary>Whether MIDI clock comes in.</summary>
    public bool HasClock { get; set; }

    /// <summary>The MIDI clock's tempo in quarters per minute; 0 without one.</summary>
    public double ClockTempo { get; set; }

    /// <summary>Frames since the engine was started.</summary>
    public long Frame { get; set; }

    /// <summary>The number of output channels, at most <see cref="MaxChannels"/>.</summary>
    public int ChannelCount { get; set; }

    /// <summary>Each channel's peak, full scale 1, falling by 20 dB a second.</summary>
    public float[] Peaks { get; } = new float[MaxChannels];

    /// <summary>The time that the last blocks took to play, as a share of what they last; falls within a second.</summary>
    public double Load { get; set; }

    /// <summary>The number of blocks that took longer to play than they last.</summary>
    public long Overruns { get; set; }

    /// <summary>The bytes that the audio thread allocated after its first block, in the device's code too; 0 unless something is wrong.</summary>
    public long AllocatedBytes { get; set; }

    /// <summary>The number of messages and samples that were lost for want of room, and of blocks that a plugin could not play.</summary>
    public long Losses { get; set; }

    /// <summary>Copies over another status.</summary>
    /// <param name="from">The source.</param>
    /// <param name="into">Written over.</param>
    public static void Copy(LiveStatus from, LiveStatus into)
    {
        into.IsPlaying = from.IsPlaying;
        into.Ppq = from.Ppq;
        into.Tempo = from.Tempo;
        into.Meter = from.Meter;
        into.HasLoop = from.HasLoop;
        into.LoopStart = from.LoopStart;
        into.LoopEnd = from.LoopEnd;
        into.Source = from.Source;
        into.HasClock = from.HasClock;
        into.ClockTempo = from.ClockTempo;
        into.Frame = from.Frame;
        into.ChannelCount = from.ChannelCount;
        from.Peaks.CopyTo(into.Peaks, 0);
        into.Load = from.Load;
        into.Overruns = from.Overruns;
        into.AllocatedBytes = from.AllocatedBytes;
        into.Losses = from.Losses;
    }
}
