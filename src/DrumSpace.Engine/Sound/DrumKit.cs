using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// Plays the built-in kit: mixes one-shot tables at the frames at which they are hit. Each drum has two slots, so that a stroke can fade
/// while the next one sounds; a closed hi-hat chokes an open one.
/// </summary>
/// <remarks>
/// Audio thread, but <see cref="Prepare"/>, which allocates. Does not allocate, block or throw. Nothing recursive runs here, and tables end
/// in zeros, so there are no denormals to linger and nothing that could become NaN.
/// </remarks>
internal sealed partial class KitPlayer
{
    private const int SlotsPerVoice = 2;
    private const int MostHits = 1024;

    // Seconds: long enough to be no click, short enough to be no second stroke.
    private const double RestrikeFade = 0.04;
    private const double ChokeFade = 0.015;
    private const double LevelFade = 0.02;

    private readonly Slot[] _slots = new Slot[Pattern.VoiceCount * SlotsPerVoice];
    private readonly Hit[] _hits = new Hit[MostHits];
    private DrumTables? _tables;
    private int _hitCount;
    private uint _sounding;
    private uint _newest;
    private float _level;
    private float _levelStep;
    private float _restrikeStep;
    private float _chokeStep;

    private struct Slot
    {
        public float[] Table;
        public int Position;
        public float Gain;
        public float Pan;
        public float FadeStep;
    }

    private readonly record struct Hit(int Frame, Voice Voice, int Velocity);

    /// <summary>Where each voice stands, 0 left to 1 right, as a drummer's audience sees the kit.</summary>
    private static ReadOnlySpan<float> Pans => [0.5f, 0.5f, 0.62f, 0.32f, 0.42f, 0.62f, 0.56f, 0.66f, 0.3f, 0.4f, 0.42f, 0.36f, 0.58f, 0.66f];

    /// <summary>Fetches the sounds for a sample rate, and is silent. Not while a block is processed.</summary>
    public void Prepare(double sampleRate)
    {
        _tables = DrumTables.For(sampleRate);
        _levelStep = (float)(1 / (LevelFade * sampleRate));
        _restrikeStep = (float)(1 / (RestrikeFade * sampleRate));
        _chokeStep = (float)(1 / (ChokeFade * sampleRate));
        Silence();

        // Sounds of another rate must not be kept alive by slots that once played them.
        Array.Clear(_slots);
    }

    /// <summary>Drops every sound at once.</summary>
    public void Silence()
    {
        _sounding = 0;
        _hitCount = 0;
    }

    /// <summary>Notes a stroke for the block that is rendered next; what exceeds its room is not heard.</summary>
    /// <param name="frame">The frame of the block; not before that of the last stroke.</param>
    /// <param name="voice">The drum.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Strike(int frame, Voice voice, int velocity)
    {
        if (_hitCount < MostHits)
        {
            _hits[_hitCount++] = new Hit(frame, voice, velocity);
        }
    }

    /// <summary>Overwrites a block with the kit's sound.</summary>
    /// <param name="left">The left output.</param>
    /// <param name="right">The right output.</param>
    /// <param name="level">The level to be reached, 0 to 1, linear.</param>
    public void Render(Span<float> left, Span<float> right, float level)
    {
        left.Clear();
        right.Clear();
        int frames = Math.Min(left.Length, right.Length);
        if (_tables == null || (_level == 0 && level == 0) || frames == 0)
        {
            Silence();
            return;
        }

        // Only what sounds needs a smooth level: the first stroke after silence comes in full.
        _level = _sounding == 0 ? level : _level;
        int from = 0;
        for (int i = 0; i < _hitCount; i++)
        {
            int frame = Math.Clamp(_hits[i].Frame, from, frames);
            Mix(left[from..frame], right[from..frame]);
            Start(_hits[i], _tables);
            from = frame;
        }

        _hitCount = 0;
        Mix(left[from..frames], right[from..frames]);
        Level(left[..frames], right[..frames], level);
    }

    private void Start(in Hit hit, DrumTables tables)
    {
        int voice = (int)hit.Voice;
        Fade(hit.Voice, _restrikeStep);
        if (hit.Voice == Voice.ClosedHiHat)
        {
            Fade(Voice.OpenHiHat, _chokeStep);
        }

        // A drum that is silent begins at its first slot: sums are rounded in the slots' order, and two renders are to be the same to the bit.
        bool isSilent = (_sounding >> (voice * SlotsPerVoice) & 0b11) == 0;
        _newest = isSilent ? _newest & ~(1u << voice) : _newest ^ 1u << voice;
        int slot = voice * SlotsPerVoice + (int)(_newest >> voice & 1);

        // Loudness by the square of the velocity, as the General MIDI developer guidelines recommend; twice, because Pan halves it.
        float strength = hit.Velocity / 127f;
        _slots[slot] = new Slot { Table = tables[hit.Voice], Gain = 2 * strength * strength, Pan = Pans[voice] };
        _sounding |= 1u << slot;
    }

    private void Fade(Voice voice, float step)
    {
        for (int slot = (int)voice * SlotsPerVoice; slot < ((int)voice + 1) * SlotsPerVoice; slot++)
        {
            // A slot that already fades goes on, or faster.
            _slots[slot].FadeStep = MathF.Max(_slots[slot].FadeStep, step * _slots[slot].Gain);
        }
    }
}
