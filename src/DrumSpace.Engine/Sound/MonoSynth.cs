using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// The melody's own sound: a synthesizer of one voice. A note that begins while another sounds takes the voice over in full swing, so that
/// nothing jumps; a note ends after its length or at <see cref="Release"/>.
/// </summary>
/// <remarks>
/// Audio thread. Does not allocate, block or throw. What falls below -100 dB is switched off, so there are no denormals to linger, and every
/// frequency is kept below what the sample rate can carry, so nothing becomes NaN. How a song is cut into blocks changes nothing.
/// </remarks>
internal sealed partial class MelodyVoice
{
    private const int MostChanges = 256;
    private const double LevelFade = 0.02;

    private readonly Change[] _changes = new Change[MostChanges];
    private int _changeCount;
    private float _level;
    private float _levelStep;

    // A note of velocity 0 is the end of the one that sounds.
    private readonly record struct Change(int Frame, int Note, int Velocity, long Length, MelodyRole Role);

    /// <summary>Makes ready for a sample rate, and is silent. Not while a block is processed.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        _levelStep = (float)(1 / (LevelFade * sampleRate));
        _attackStep = StepOf(Attack);
        Silence();
    }

    /// <summary>Drops the sound at once.</summary>
    public void Silence()
    {
        _changeCount = 0;
        Stop();
    }

    /// <summary>Starts a note in the block that is rendered next; what exceeds its room is not heard.</summary>
    /// <param name="frame">The frame of the block; not before that of the last change.</param>
    /// <param name="note">0 to 127.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="length">Frames until it ends.</param>
    /// <param name="role">How it sounds.</param>
    public void Start(int frame, int note, int velocity, long length, MelodyRole role) => Add(new Change(frame, note, velocity, length, role));

    /// <summary>Ends the note that sounds, if one does.</summary>
    /// <param name="frame">The frame of the block; not before that of the last change.</param>
    public void Release(int frame) => Add(new Change(frame, 0, 0, 0, default));

    /// <summary>Adds the voice's sound to a block.</summary>
    /// <param name="left">The left output.</param>
    /// <param name="right">The right output.</param>
    /// <param name="level">The level to be reached, 0 to 1, linear.</param>
    public void Render(Span<float> left, Span<float> right, float level)
    {
        int frames = Math.Min(left.Length, right.Length);
        if ((_level == 0 && level == 0) || frames == 0)
        {
            Silence();
            _level = level;
            return;
        }

        int from = 0;
        for (int i = 0; i < _changeCount; i++)
        {
            int frame = Math.Clamp(_changes[i].Frame, from, frames);
            Mix(left[from..frame], right[from..frame], level);
            Take(_changes[i]);
            from = frame;
        }

        _changeCount = 0;
        Mix(left[from..frames], right[from..frames], level);
    }

    private void Add(in Change change)
    {
        if (_changeCount < MostChanges)
        {
            _changes[_changeCount++] = change;
        }
    }

    private void Take(in Change change)
    {
        if (change.Velocity == 0)
        {
            _isReleased = true;
            return;
        }

        Begin(MelodyTone.Of(change.Role), change.Note, change.Velocity);
        _framesLeft = change.Length;
    }

    private void Mix(Span<float> left, Span<float> right, float level)
    {
        for (int from = 0; from < left.Length;)
        {
            if (!_isSounding)
            {
                // Only what sounds needs a smooth level: the first note after silence comes in full.
                _level = level;
                return;
            }

            int frames = Math.Min(left.Length - from, _framesToControl);
            frames = _isReleased ? frames : (int)Math.Min(frames, _framesLeft);
            Mix(left.Slice(from, frames), right.Slice(from, frames), level, _level == level);
            from += frames;
            _framesLeft -= frames;
            _isReleased |= _framesLeft <= 0;
            _framesToControl -= frames;
            if (_framesToControl == 0)
            {
                Control();
            }
        }
    }

    private void Mix(Span<float> left, Span<float> right, float level, bool isLevel)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (!isLevel)
            {
                _level = _level < level ? MathF.Min(_level + _levelStep, level) : MathF.Max(_level - _levelStep, level);
            }

            float sound = (float)Next() * _level;
            left[i] += sound;
            right[i] += sound;
        }
    }
}
