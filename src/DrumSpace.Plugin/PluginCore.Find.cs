using DrumSpace.Engine.Listening;
using DrumSpace.Engine.Memory;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Parameters;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Plugin;

/// <summary>
/// Find my beat: the knobs go where the model's beat is most like a given one, be it a pattern, a MIDI clip, or two bars that are played
/// while the command "find" listens. With the switch for locks on, the drums of the given beat keep the rows as they were given.
/// </summary>
public sealed partial class PluginCore
{
    // The threshold of a row that was given, and the probability of a hit of full force in it: hits lie above it by their force.
    private const float GivenThreshold = 0.5f;
    private const int FullForce = 127;

    private readonly PatternRecorder _listener = new();

    private readonly byte[] _playedCells = new byte[Pattern.CellCount];
    private bool _isPlayed;

    /// <summary>Finds a beat and goes there. Any thread but the audio thread; takes some hundredths of a second.</summary>
    /// <param name="pattern">The beat.</param>
    /// <returns>What was found; null where it cannot be looked for, which <see cref="Status"/> tells.</returns>
    public FoundPattern? FindBeat(in Pattern pattern)
    {
        byte[] cells = new byte[Pattern.CellCount];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = (byte)(pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount) ? FullForce : 0);
        }

        return Find(cells);
    }

    /// <summary>Finds the beat of a MIDI file: <see cref="ClipReader"/> tells which it is.</summary>
    /// <param name="path">The file. A bad one changes nothing, and <see cref="Status"/> tells what is wrong with it.</param>
    /// <returns>What was found, or null.</returns>
    public FoundPattern? FindClip(string path) => FindClip(() => ClipReader.Read(path, Kit.GeneralMidi));

    /// <summary>Finds the beat of a MIDI file that lies in memory.</summary>
    /// <param name="bytes">The file. A bad one changes nothing, and <see cref="Status"/> tells what is wrong with it.</param>
    /// <param name="name">What it is called there.</param>
    /// <returns>What was found, or null.</returns>
    public FoundPattern? FindClip(byte[] bytes, string name) => FindClip(() => ClipReader.Read(bytes, name, Kit.GeneralMidi));

    private FoundPattern? FindClip(Func<Pattern> read)
    {
        try
        {
            return FindBeat(read());
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Tell($"No beat was found: {e.Message}");
            return null;
        }
    }

    private FoundPattern? Find(ReadOnlySpan<byte> cells)
    {
        try
        {
            if (Model is not { } model)
            {
                Tell("No beat was found, because there is no model.");
                return null;
            }

            using PatternFinder finder = new(model);
            ParameterView values = Parameters.Current;
            PatternVariation variation = new(values[ParameterTable.Variation], values.Get(ParameterTable.Seed));
            FoundPattern found = finder.Find(PatternOf(cells), variation);
            _history.Settle();
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                values[ParameterTable.Knobs[axis]] = found.Knobs[axis];
            }

            if (found.Seed != variation.Seed)
            {
                values.Set(ParameterTable.Seed, found.Seed);
            }

            values.Set(ParameterTable.Slot, 0);
            if (values.Get(ParameterTable.FindLocks))
            {
                LockRows(cells);
            }

            _history.Settle();
            ParametersMoved?.Invoke();
            return found;
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException or OnnxRuntimeException)
        {
            Tell($"No beat was found: {e.Message}");
            return null;
        }
    }

    private static Pattern PatternOf(ReadOnlySpan<byte> cells)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        for (int cell = 0; cell < cells.Length; cell++)
        {
            masks[cell / Pattern.VoiceCount] |= (ushort)((cells[cell] > 0 ? 1 : 0) << (cell % Pattern.VoiceCount));
        }

        return new Pattern(masks);
    }

    private void LockRows(ReadOnlySpan<byte> cells)
    {
        PatternSlots memory = Memory;
        Span<float> probabilities = stackalloc float[Pattern.StepCount];
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            uint hits = 0;
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                int force = cells[step * Pattern.VoiceCount + voice];
                hits |= (force > 0 ? 1u : 0) << step;
                probabilities[step] = force > 0 ? GivenThreshold + (1 - GivenThreshold) * force / FullForce : 0;
            }

            if (hits != 0)
            {
                memory.Locks.Lock(voice, GivenThreshold, hits, probabilities);
                Parameters.Set(ParameterTable.Lock[voice], true);
            }
        }

        _engine.LoadMemory(memory);
    }

    // Takes a note while listening; it may pass on to the output all the same, but chooses no slot. Audio thread, at the frame where the next part of the block begins.
    private bool Hear(int note, int velocity)
    {
        if (!_listener.IsRecording || !KitMap.TryFold(note, out Voice voice))
        {
            return false;
        }

        _listener.Add(voice, velocity);
        return true;
    }

    // Audio thread, once a change of any parameter.
    private void ApplyFind()
    {
        bool isWanted = Parameters.Get(ParameterTable.Find);
        if (isWanted && !_listener.IsRecording)
        {
            _listener.Begin();
        }
        else if (!isWanted)
        {
            _listener.End();
        }
    }

    // Audio thread, after each part of a block. Two bars that come while those before are still looked for are passed over.
    private void Listen(int frames)
    {
        if (_listener.IsRecording && _listener.Advance(_engine.CaptureTime, frames / _sampleRate * _engine.Tempo / 60))
        {
            Parameters[ParameterTable.Find] = 0;
            if (!Volatile.Read(ref _isPlayed))
            {
                _listener.Velocities.CopyTo(_playedCells);
                Volatile.Write(ref _isPlayed, true);
                BackgroundThread.Shared.Wake();
            }
        }
    }

    // Background thread.
    private void ServeFind()
    {
        if (!Volatile.Read(ref _isPlayed))
        {
            return;
        }

        try
        {
            if (_playedCells.AsSpan().ContainsAnyExcept((byte)0))
            {
                Find(_playedCells);
            }
            else
            {
                Tell("No beat was found, because nothing was played in the two bars.");
            }
        }
        finally
        {
            Volatile.Write(ref _isPlayed, false);
        }
    }
}
