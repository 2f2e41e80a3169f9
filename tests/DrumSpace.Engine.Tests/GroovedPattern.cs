using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A pattern with a groove, and where its hits must sound, told by arithmetic. The learnt velocity of a cell is one of MIDI's own, so that
/// at full Groove Vel over 1 to 127 it is what must be heard.
/// </summary>
internal sealed class GroovedPattern
{
    private readonly int[] _velocities = new int[Pattern.CellCount];
    private readonly float[] _offsets = new float[Pattern.CellCount];

    /// <summary>Draws a busy pattern whose hits lie anywhere within half a step of theirs.</summary>
    public GroovedPattern(Random random)
    {
        ushort[] masks = new ushort[Pattern.StepCount];
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            _velocities[cell] = random.Next(1, 128);
            _offsets[cell] = random.Next(8) == 0 ? random.Next(-1, 2) * 0.5f : random.NextSingle() - 0.5f;
            masks[cell / Pattern.VoiceCount] |= (ushort)(random.Next(4) == 0 ? 1 << (cell % Pattern.VoiceCount) : 0);
        }

        Pattern = new Pattern(masks);
    }

    /// <summary>The same voices on every step, each of them always as far off; the velocities number the steps from 1.</summary>
    public GroovedPattern(params (Voice Voice, float Offset)[] voices)
    {
        foreach ((Voice voice, float offset) in voices)
        {
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                _velocities[step * Pattern.VoiceCount + (int)voice] = step + 1;
                _offsets[step * Pattern.VoiceCount + (int)voice] = offset;
            }
        }

        Pattern = new Pattern(Enumerable.Repeat((ushort)voices.Sum(voice => 1 << (int)voice.Voice), Pattern.StepCount).ToArray());
    }

    public Pattern Pattern { get; }

    /// <summary>Makes a host that has the pattern, with its velocities to be heard as they are.</summary>
    public SimulatedHost Play(double timing, double sampleRate = 48000)
    {
        SimulatedHost host = new(sampleRate);
        Publish(host);
        host.Set(s => s with { LowVelocity = 1, HighVelocity = 127, GrooveVelocity = 1, GrooveTiming = timing });
        return host;
    }

    /// <summary>Turns the knobs of a host to the pattern.</summary>
    public void Publish(SimulatedHost host) => host.Publish(Decode);

    /// <summary>Becomes what a model decodes.</summary>
    public void Decode(PlayablePattern model)
    {
        model.GrooveVoices = Pattern.AllVoices;
        _offsets.CopyTo(model.Offsets, 0);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            model.Velocities[cell] = (_velocities[cell] - 1) / 126f;
            model.Decoded.Probabilities[cell] = Pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount) ? 0.8f : 0.3f;
        }

        model.Decoded.Pattern = Pattern;
    }

    /// <summary>The hits of the steps whose places on the grid lie in a range, and where each hit lies.</summary>
    /// <param name="from">The first place, in quarters.</param>
    /// <param name="to">The end of the range, in quarters.</param>
    /// <param name="timing">The part of the offsets that is played.</param>
    /// <param name="swing">The swing.</param>
    public IEnumerable<(double StepPpq, double Ppq, int Note, int Velocity)> Between(double from, double to, double timing, double swing = 0.5)
    {
        for (long step = (long)Math.Floor(from * 4) - 1; step <= to * 4; step++)
        {
            double place = (step + ((step & 1) == 0 ? 0 : 2 * swing - 1)) / 4;
            int first = (int)((step % 32 + 32) % 32) * Pattern.VoiceCount;
            for (int voice = 0; voice < Pattern.VoiceCount && place >= from && place < to; voice++)
            {
                if (Pattern.Has((Voice)voice, first / Pattern.VoiceCount))
                {
                    yield return (place, place + timing * _offsets[first + voice] / 4, Kit.NoteOf((Voice)voice), _velocities[first + voice]);
                }
            }
        }
    }
}
