namespace DrumSpace.Engine.Sound;

/// <summary>The voice of the mono synth: two oscillators, a filter, an amplitude and a filter envelope, and portamento.</summary>
/// <remarks>
/// Audio thread. Does not allocate, block or throw. It stops below -100 dB, which leaves no denormals, and keeps every frequency below what
/// the sample rate can carry, which leaves no NaN.
/// </remarks>
internal sealed class SynthVoice
{
    // Seconds in which a note rises to 1 - 1/e: short enough for a sharp onset, long enough not to click.
    private const double Attack = 0.0015;

    // Frames between two updates of the filter; 0.3 ms at 48 kHz.
    private const int ControlFrames = 16;
    private const double MaxCutoff = 16_000;
    private const double Inaudible = 1e-5;

    // The part of an attack's peak at which the decay begins.
    private const double AttackEnd = 0.95;

    private double _sampleRate = 44_100;
    private SynthPatch _patch = SynthPatch.Lead;
    private SawOscillator _first, _second;
    private LowPassFilter _filter;
    private double _attack, _decay, _release, _portamento, _filterAttack, _filterDecay;
    private double _frequency, _targetFrequency;
    private double _strength, _peak, _amplitude, _filterEnvelope;
    private bool _isAttack, _isFilterAttack, _isReleased;
    private long _gateFrames;
    private int _controlFrames;

    /// <summary>Whether a note sounds, a released one included.</summary>
    public bool IsSounding { get; private set; }

    /// <summary>Sets the sample rate, in frames a second, and stops.</summary>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        _attack = CoefficientOf(Attack);
        Stop();
    }

    /// <summary>Stops the sound at once.</summary>
    public void Stop() => IsSounding = false;

    /// <summary>Starts a note; one that sounds goes over into it without a step in amplitude, phase or pitch.</summary>
    /// <param name="patch">How it sounds.</param>
    /// <param name="note">0 to 127.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="gateFrames">Frames until its release, at least 1.</param>
    public void Start(SynthPatch patch, int note, int velocity, long gateFrames)
    {
        _patch = patch;
        _decay = CoefficientOf(patch.Decay);
        _release = CoefficientOf(patch.Release);
        _portamento = CoefficientOf(patch.Portamento);
        _filterAttack = CoefficientOf(Attack / ControlFrames);
        _filterDecay = CoefficientOf(patch.SweepTime / ControlFrames);

        // Equal temperament, A4 at 440 Hz. At sample rates too low for a note it sounds octaves lower.
        _targetFrequency = 440 * Math.Pow(2, (note - 69) / 12.0) / _sampleRate;
        while (_targetFrequency * Math.Max(patch.Detune, 1) > SawOscillator.MaxFrequency)
        {
            _targetFrequency /= 2;
        }

        // Gain by the square of the velocity, as in the kit.
        _strength = velocity / 127.0;
        _peak = patch.Gain * _strength * _strength;
        if (!IsSounding)
        {
            _first = new SawOscillator(0.5);
            _second = new SawOscillator(0);
            _filter.Clear();
            _frequency = _targetFrequency;
            _amplitude = 0;
            _filterEnvelope = 1;
        }

        IsSounding = true;
        _isReleased = false;
        _isAttack = true;
        _isFilterAttack = true;
        _gateFrames = gateFrames;
        TuneFilter();
        _controlFrames = ControlFrames;
    }

    /// <summary>Releases the note that sounds, if one does.</summary>
    public void Release() => _isReleased = true;

    /// <summary>Adds the sound to a block of two channels of equal length.</summary>
    /// <returns>The frames after which the voice fell silent; the block's length where it did not.</returns>
    public int Mix(Span<float> left, Span<float> right, ref GainRamp gain, float level)
    {
        int frame = 0;
        for (; frame < left.Length && IsSounding; frame++)
        {
            float sample = (float)Next() * gain.Next(level);
            left[frame] += sample;
            right[frame] += sample;
            _isReleased |= --_gateFrames <= 0;
            if (--_controlFrames == 0)
            {
                Control();
            }
        }

        return frame;
    }

    private double Next()
    {
        _frequency += _portamento * (_targetFrequency - _frequency);
        double wave = _first.Next(_frequency) + (_patch.SecondGain * _second.Next(_frequency * _patch.Detune));
        double target = _isReleased ? 0 : _isAttack ? _peak : _peak * _patch.Sustain;
        double coefficient = _isReleased ? _release : _isAttack ? _attack : _decay;
        _amplitude += coefficient * (target - _amplitude);
        return _amplitude * _filter.Next(wave);
    }

    private void Control()
    {
        _controlFrames = ControlFrames;
        _isAttack &= _amplitude < AttackEnd * _peak;
        if (_isReleased && _amplitude < Inaudible)
        {
            Stop();
            return;
        }

        _isFilterAttack &= _filterEnvelope < AttackEnd;
        _filterEnvelope += _isFilterAttack ? _filterAttack * (1 - _filterEnvelope) : -_filterDecay * _filterEnvelope;
        _filterEnvelope = _filterEnvelope < Inaudible ? 0 : _filterEnvelope;
        TuneFilter();
    }

    private void TuneFilter()
    {
        double cutoff = _frequency * (_patch.Cutoff + (_patch.Sweep * _strength * _filterEnvelope));
        _filter.Tune(Math.Min(cutoff, Math.Min(MaxCutoff / _sampleRate, 0.45)), _patch.Damping);
    }

    // The coefficient of a one-pole smoother that goes 1 - 1/e of its way in a time.
    private double CoefficientOf(double seconds) => 1 - Math.Exp(-1 / (seconds * _sampleRate));
}
