using DrumSpace.Engine;
using DrumSpace.Engine.Listening;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>
/// Moves the knobs where the model's pattern is most like a given one: a pattern, a MIDI clip, or two bars that are played while the
/// command listens. With the switch for pins on, the drums of the given pattern keep the rows as they were given.
/// </summary>
/// <remarks>
/// <see cref="Listen"/> and <see cref="Record"/>: the audio thread; no allocation, no lock, no wait. The searches: any other thread; each
/// takes some hundredths of a second.
/// </remarks>
internal sealed class FindPatternCommand(
    ParameterStore parameters, PlaybackEngine engine, PatternSearch search, HistoryCommand history, RowPins rowPins, StatusLine status)
    : PluginCommand
{
    // The threshold of a row that was given; hits lie above it by their velocity.
    private const float GivenThreshold = 0.5f;
    private const int MaxVelocity = 127;

    private readonly PatternRecorder _recorder = new();
    private readonly byte[] _playedCells = new byte[Pattern.CellCount];
    private bool _isPlayed;
    private int _playedLoad;
    private bool _isDropped;
    private int _load;

    /// <summary>Runs <see cref="Serve"/> in the background. Set once.</summary>
    public BackgroundTask? Background { get; set; }

    /// <summary>Notices that a state or preset was loaded: a search that began before it must not move its knobs.</summary>
    public void NotifyLoad() => Interlocked.Increment(ref _load);

    /// <inheritdoc/>
    public override void Apply()
    {
        bool isWanted = parameters.Get(ParameterTable.Find);
        if (isWanted && !_recorder.IsRecording)
        {
            _recorder.Begin();
        }
        else if (!isWanted)
        {
            _recorder.End();
        }
    }

    /// <summary>Takes a note while listening, at the frame where the next part of the block begins.</summary>
    /// <returns>Whether it was taken: it chooses no slot then.</returns>
    public bool Record(KitMap kitMap, int note, int velocity)
    {
        if (!_recorder.IsRecording || !kitMap.TryFold(note, out Voice voice))
        {
            return false;
        }

        _recorder.Add(voice, velocity);
        return true;
    }

    /// <summary>
    /// Listens to a part of a block that was played. Two bars that come while those before are still looked for are dropped, which the
    /// status tells.
    /// </summary>
    /// <param name="quarters">Its length.</param>
    public void Listen(double quarters)
    {
        if (_recorder.IsRecording && _recorder.Advance(engine.CaptureTime, quarters))
        {
            parameters[ParameterTable.Find] = 0;
            if (Volatile.Read(ref _isPlayed))
            {
                Volatile.Write(ref _isDropped, true);
            }
            else
            {
                _recorder.Velocities.CopyTo(_playedCells);
                _playedLoad = Volatile.Read(ref _load);
                Volatile.Write(ref _isPlayed, true);
            }

            Background?.Request();
        }
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        if (Interlocked.Exchange(ref _isDropped, false))
        {
            status.Notify("Two bars were not looked for, because those before them were still being looked for.");
        }

        if (!Volatile.Read(ref _isPlayed))
        {
            return;
        }

        try
        {
            if (_playedCells.AsSpan().ContainsAnyExcept((byte)0))
            {
                Find(_playedCells, _playedLoad);
            }
            else
            {
                status.Notify("No pattern was found, because nothing was played in the two bars.");
            }
        }
        finally
        {
            Volatile.Write(ref _isPlayed, false);
        }
    }

    /// <summary>Finds a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>What was found; null where it cannot be looked for, which the status tells.</returns>
    public FoundPattern? Find(in Pattern pattern)
    {
        byte[] cells = new byte[Pattern.CellCount];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = (byte)(pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount) ? MaxVelocity : 0);
        }

        return Find(cells, Volatile.Read(ref _load));
    }

    /// <summary>Finds the pattern of a MIDI clip.</summary>
    /// <param name="read">
    /// Reads it; <see cref="ClipReader"/> tells which it is. A bad clip changes nothing, and the status tells why.
    /// </param>
    /// <returns>What was found, or null.</returns>
    public FoundPattern? FindClip(Func<Pattern> read) => search.OfClip(read, pattern => Find(pattern));

    private FoundPattern? Find(byte[] cells, int load) => search.Run(model => Find(model, cells, load));

    private FoundPattern? Find(ModelBundle model, byte[] cells, int load)
    {
        using PatternFinder finder = new(model);
        PatternVariation variation = new(parameters.Get(ParameterTable.Variation), parameters.Get(ParameterTable.Seed));
        FoundPattern found = finder.Find(PatternCells.Read(cells), variation);
        if (Volatile.Read(ref _load) != load)
        {
            status.Notify("The pattern that was played is not looked for any more, because something else was loaded meanwhile.");
            return null;
        }

        history.Settle();
        Apply(found, variation);
        if (parameters.Get(ParameterTable.FindLocks))
        {
            PinRows(cells);
        }

        history.Settle();
        return found;
    }

    private void Apply(FoundPattern found, PatternVariation variation)
    {
        // One view, so that a program change meanwhile does not get half of it.
        ParameterView values = parameters.Current;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            values[ParameterTable.Knobs[axis]] = found.Knobs[axis];
        }

        if (found.Seed != variation.Seed)
        {
            values.Set(ParameterTable.Seed, found.Seed);
        }

        values.Set(ParameterTable.Slot, 0);
    }

    private void PinRows(ReadOnlySpan<byte> cells)
    {
        PinnedRows pins = new();
        Span<float> probabilities = stackalloc float[Pattern.StepCount];
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            uint hits = 0;
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                int velocity = cells[step * Pattern.VoiceCount + voice];
                hits |= (velocity > 0 ? 1u : 0) << step;
                probabilities[step] = velocity > 0 ? GivenThreshold + (1 - GivenThreshold) * velocity / MaxVelocity : 0;
            }

            if (hits != 0)
            {
                pins.Pin(voice, GivenThreshold, hits, probabilities);
            }
        }

        rowPins.Pin(pins);
    }
}
