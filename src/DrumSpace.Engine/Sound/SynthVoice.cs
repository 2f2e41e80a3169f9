namespace DrumSpace.Engine.Sound;

internal sealed partial class MelodyVoice
{
    // Seconds in which a note rises to 1 - 1/e: no click, and no dull start.
    private const double Attack = 0.0015;

    // Frames between two looks at what changes slowly; 0.3 ms at 48 kHz.
    private const int ControlFrames = 16;
    private const double HighestCutoff = 16_000;
    private const double Inaudible = 1e-5;

    // From here on a rise is over.
    private const double Risen = 0.95;

    private double _sampleRate = 44_100;
    private MelodyTone _tone = MelodyTone.Lead;
    private SawWave _saw;
    private SawWave _second;
    private LowPass _filter;
    private double _attackStep;
    private double _decayStep;
    private double _releaseStep;
    private double _glideStep;
    private double _sweepRise;
    private double _sweepFall;
    private double _pitch;
    private double _pitchAim;
    private double _strength;
    private double _peak;
    private double _amplitude;
    private double _sweep;
    private bool _isRising;
    private bool _isSweepRising;
    private bool _isSounding;
    private bool _isReleased;
    private long _framesLeft;
    private int _framesToControl;

    private void Begin(MelodyTone tone, int note, int velocity)
    {
        _tone = tone;
        _decayStep = StepOf(tone.Decay);
        _releaseStep = StepOf(tone.Release);
        _glideStep = StepOf(tone.Glide);
        _sweepRise = StepOf(Attack / ControlFrames);
        _sweepFall = StepOf(tone.SweepTime / ControlFrames);

        // Equal temperament, A4 at 440 Hz. Rates too low for a note have it sound octaves lower.
        _pitchAim = 440 * Math.Pow(2, (note - 69) / 12.0) / _sampleRate;
        while (_pitchAim * Math.Max(tone.SecondRatio, 1) > SawWave.FastestPerFrame)
        {
            _pitchAim /= 2;
        }

        // Loudness by the square of the velocity, as the kit's.
        _strength = velocity / 127.0;
        _peak = tone.Gain * _strength * _strength;
        if (!_isSounding)
        {
            _saw = new SawWave(0.5);
            _second = new SawWave(0);
            _filter.Clear();
            _pitch = _pitchAim;
            _amplitude = 0;
            _sweep = 1;
        }

        _isSounding = true;
        _isReleased = false;
        _isRising = true;
        _isSweepRising = true;
        Tune();
        _framesToControl = ControlFrames;
    }

    private void Stop()
    {
        _isSounding = false;
        _isReleased = true;
        _framesLeft = 0;
    }

    private double Next()
    {
        _pitch += _glideStep * (_pitchAim - _pitch);
        double wave = _saw.Next(_pitch) + (_tone.SecondGain * _second.Next(_pitch * _tone.SecondRatio));
        double aim = _isReleased ? 0 : _isRising ? _peak : _peak * _tone.Sustain;
        double step = _isReleased ? _releaseStep : _isRising ? _attackStep : _decayStep;
        _amplitude += step * (aim - _amplitude);
        return _amplitude * _filter.Next(wave);
    }

    private void Control()
    {
        _framesToControl = ControlFrames;
        _isRising &= _amplitude < Risen * _peak;
        if (_isReleased && _amplitude < Inaudible)
        {
            Stop();
            return;
        }

        _isSweepRising &= _sweep < Risen;
        _sweep += _isSweepRising ? _sweepRise * (1 - _sweep) : -_sweepFall * _sweep;
        _sweep = _sweep < Inaudible ? 0 : _sweep;
        Tune();
    }

    private void Tune()
    {
        double cutoff = _pitch * (_tone.Cutoff + (_tone.Sweep * _strength * _sweep));
        _filter.Tune(Math.Min(cutoff, Math.Min(HighestCutoff / _sampleRate, 0.45)), _tone.Damping);
    }

    // The part of the way that is gone each frame, so that 1 - 1/e of it is gone after some seconds.
    private double StepOf(double seconds) => 1 - Math.Exp(-1 / (seconds * _sampleRate));
}
