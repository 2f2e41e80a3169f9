using System.Numerics;
using DrumSpace.Music;

namespace DrumSpace.Engine.Sound;

/// <summary>
/// The built-in kit: plays a one-shot sample at each stroke's frame. Each drum has two players, so a stroke can fade out while the next one
/// sounds; a closed hi-hat chokes the open one.
/// </summary>
/// <remarks>
/// Audio thread, except <see cref="Prepare"/>, which allocates. Does not allocate, block or throw. Nothing recursive runs here and samples
/// end in zeros, so neither denormals nor NaN can arise.
/// </remarks>
internal sealed class DrumKit
{
    private const int PlayersPerDrum = 2;
    private const int MaxStrokes = 1024;

    private readonly SamplePlayer[] _players = new SamplePlayer[Pattern.VoiceCount * PlayersPerDrum];
    private readonly Stroke[] _strokes = new Stroke[MaxStrokes];
    private DrumTables? _samples;
    private double _sampleRate;
    private GainRamp _gain;
    private int _strokeCount;

    // A bit for each player that sounds, and for each drum the player of its newest stroke.
    private uint _sounding, _newest;

    private readonly record struct Stroke(int Frame, Voice Voice, int Velocity);

    /// <summary>Makes or fetches the samples for a sample rate, and is silent. Not while a block is processed.</summary>
    public void Prepare(double sampleRate)
    {
        _samples = DrumTables.For(sampleRate);
        _gain.Prepare(sampleRate);
        _sampleRate = sampleRate;
        Silence();

        // Stopped players must not keep samples of another rate alive.
        Array.Clear(_players);
    }

    /// <summary>Stops all sound at once.</summary>
    public void Silence()
    {
        _sounding = 0;
        _strokeCount = 0;
    }

    /// <summary>Adds a stroke to the block that is rendered next; strokes beyond 1024 a block are dropped.</summary>
    /// <param name="frame">The frame of the block; not before that of the last stroke.</param>
    /// <param name="voice">The drum.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Strike(int frame, Voice voice, int velocity)
    {
        if (_strokeCount < MaxStrokes)
        {
            _strokes[_strokeCount++] = new Stroke(frame, voice, velocity);
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
        if (_samples == null || (_gain.Value == 0 && level == 0) || frames == 0)
        {
            Silence();
            return;
        }

        // Only a sound needs a smooth level: the first stroke after silence has it in full.
        _gain.Value = _sounding == 0 ? level : _gain.Value;
        int from = 0;
        foreach (Stroke stroke in _strokes.AsSpan(0, _strokeCount))
        {
            int frame = Math.Clamp(stroke.Frame, from, frames);
            Mix(left[from..frame], right[from..frame]);
            Start(stroke, _samples);
            from = frame;
        }

        _strokeCount = 0;
        Mix(left[from..frames], right[from..frames]);
        _gain.Apply(left[..frames], right[..frames], level);
    }

    private void Mix(Span<float> left, Span<float> right)
    {
        for (uint rest = _sounding; rest != 0; rest &= rest - 1)
        {
            int player = BitOperations.TrailingZeroCount(rest);
            if (!_players[player].Mix(left, right))
            {
                _sounding &= ~(1u << player);
            }
        }
    }

    private void Start(in Stroke stroke, DrumTables samples)
    {
        int voice = (int)stroke.Voice;
        Fade(stroke.Voice, KitSound.RestrikeFade);
        if (stroke.Voice == Voice.ClosedHiHat)
        {
            Fade(Voice.OpenHiHat, KitSound.ChokeFade);
        }

        // A silent drum starts with its first player: the players' order decides how sums are rounded, and equal input gives equal bits.
        bool isSilent = (_sounding >> (voice * PlayersPerDrum) & 0b11) == 0;
        _newest = isSilent ? _newest & ~(1u << voice) : _newest ^ 1u << voice;
        int player = voice * PlayersPerDrum + (int)(_newest >> voice & 1);

        // Gain is the square of the velocity, as the General MIDI developer guidelines recommend; twice that, because panning halves it.
        float strength = stroke.Velocity / 127f;
        _players[player] = new SamplePlayer(samples[stroke.Voice], 2 * strength * strength, KitSound.Pans[voice]);
        _sounding |= 1u << player;
    }

    private void Fade(Voice voice, double seconds)
    {
        float perFrame = (float)(1 / (seconds * _sampleRate));
        foreach (ref SamplePlayer player in _players.AsSpan((int)voice * PlayersPerDrum, PlayersPerDrum))
        {
            player.Fade(perFrame);
        }
    }
}
