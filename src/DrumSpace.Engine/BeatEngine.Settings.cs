using DrumSpace.Music;

namespace DrumSpace.Engine;

public sealed partial class BeatEngine
{
    private int _channel = 10;
    private double _gate = 0.5;
    private float _kitLevel = 0.8f;
    private int _mutedVoices;

    /// <summary>The MIDI channel of the drums, 1 to 16; General MIDI's 10 unless set.</summary>
    public int Channel
    {
        get => _channel;
        set => _channel = Math.Clamp(value, 1, 16);
    }

    /// <summary>How long a note lasts, as a part of its step: 0.05 to 1; a half unless set.</summary>
    public double Gate
    {
        get => _gate;
        set => _gate = value is >= 0.05 and <= 1 ? value : value > 1 ? 1 : 0.05;
    }

    /// <summary>When a newly decoded beat takes over; a beat also does while the song stands still.</summary>
    public BeatQuantization Quantization { get; set; } = BeatQuantization.Step;

    /// <summary>The voices that are not played: bit v set for <see cref="Voice"/> v. None unless set.</summary>
    public int MutedVoices
    {
        get => _mutedVoices;
        set => _mutedVoices = value & Pattern.AllVoices;
    }

    /// <summary>Whether the engine is silent while it keeps following the song.</summary>
    public bool Bypassed { get; set; }

    /// <summary>Whether the built-in kit sounds. It does unless switched off; the notes are the same either way.</summary>
    public bool KitEnabled { get; set; } = true;

    /// <summary>The level of the built-in kit, 0 to 1 (linear gain); changes are smoothed.</summary>
    public float KitLevel
    {
        get => _kitLevel;
        set => _kitLevel = value is >= 0 and <= 1 ? value : value > 1 ? 1 : 0;
    }
}
