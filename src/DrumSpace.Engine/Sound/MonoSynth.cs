using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// The melody's built-in sound: a monophonic synthesizer. A note that starts while another sounds takes over its voice, so nothing clicks;
/// a note ends after its length or at <see cref="Release"/>.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw. The size of the blocks does not change the sound.</remarks>
internal sealed class MonoSynth
{
    private const int MaxChanges = 256;

    private readonly Change[] _changes = new Change[MaxChanges];
    private readonly SynthVoice _voice = new();
    private GainRamp _gain;
    private int _changeCount;

    // Velocity 0 releases the note that sounds.
    private readonly record struct Change(int Frame, int Note, int Velocity, long Length, MelodyRole Role);

    /// <summary>Prepares for a sample rate, and is silent. Not while a block is processed.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    public void Prepare(double sampleRate)
    {
        _voice.Prepare(sampleRate);
        _gain.Prepare(sampleRate);
        Silence();
    }

    /// <summary>Stops all sound at once.</summary>
    public void Silence()
    {
        _changeCount = 0;
        _voice.Stop();
    }

    /// <summary>Starts a note in the block that is rendered next; changes beyond 256 a block are dropped.</summary>
    /// <param name="frame">The frame of the block; not before that of the last change.</param>
    /// <param name="note">0 to 127.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="length">Frames until it ends, at least 1.</param>
    /// <param name="role">Selects the patch.</param>
    public void Start(int frame, int note, int velocity, long length, MelodyRole role) => Add(new(frame, note, velocity, length, role));

    /// <summary>Releases the note that sounds, if one does.</summary>
    /// <param name="frame">The frame of the block; not before that of the last change.</param>
    public void Release(int frame) => Add(new(frame, 0, 0, 0, default));

    /// <summary>Adds the synthesizer's sound to a block.</summary>
    /// <param name="left">The left output.</param>
    /// <param name="right">The right output.</param>
    /// <param name="level">The level to be reached, 0 to 1, linear.</param>
    public void Render(Span<float> left, Span<float> right, float level)
    {
        int frames = Math.Min(left.Length, right.Length);
        if ((_gain.Value == 0 && level == 0) || frames == 0)
        {
            Silence();
            _gain.Value = level;
            return;
        }

        int from = 0;
        foreach (Change change in _changes.AsSpan(0, _changeCount))
        {
            int frame = Math.Clamp(change.Frame, from, frames);
            Mix(left[from..frame], right[from..frame], level);
            Apply(change);
            from = frame;
        }

        _changeCount = 0;
        Mix(left[from..frames], right[from..frames], level);
    }

    private void Add(in Change change)
    {
        if (_changeCount < MaxChanges)
        {
            _changes[_changeCount++] = change;
        }
    }

    private void Apply(in Change change)
    {
        if (change.Velocity == 0)
        {
            _voice.Release();
        }
        else
        {
            _voice.Start(SynthPatch.Of(change.Role), change.Note, change.Velocity, change.Length);
        }
    }

    private void Mix(Span<float> left, Span<float> right, float level)
    {
        if (_voice.Mix(left, right, ref _gain, level) < left.Length)
        {
            // Only a sound needs a smooth level: the first note after silence has it in full.
            _gain.Value = level;
        }
    }
}
