using DrumSpace.Music;

namespace DrumSpace.Engine.Memory;

/// <summary>How the locked rows are played: locked with them.</summary>
public sealed partial class PinnedRows
{
    /// <summary>Those of the locked voices whose velocities and offsets are known: bit v set for <see cref="Voice"/> v.</summary>
    public int GrooveVoices { get; private set; }

    /// <summary>How hard a drummer would hit each cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Velocities { get; } = new float[Pattern.CellCount];

    /// <summary>How far from its step a drummer would play each cell, in steps: -0.5 (early) to 0.5 (late).</summary>
    public float[] Offsets { get; } = new float[Pattern.CellCount];

    /// <summary>Gives a locked voice its groove.</summary>
    /// <param name="voice">0 to 13, locked.</param>
    /// <param name="velocities">32 velocities, 0 to 1.</param>
    /// <param name="offsets">32 offsets in steps, -0.5 to 0.5.</param>
    public void Groove(int voice, ReadOnlySpan<float> velocities, ReadOnlySpan<float> offsets)
    {
        GrooveVoices |= Voices & 1 << voice;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Velocities[step * Pattern.VoiceCount + voice] = velocities[step];
            Offsets[step * Pattern.VoiceCount + voice] = offsets[step];
        }
    }

    private void TakeGroove(int voices, int known, float[] velocities, float[] offsets)
    {
        voices &= Pattern.AllVoices;
        GrooveVoices = (GrooveVoices & ~voices) | (known & voices);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((known & voices & 1 << voice) == 0)
            {
                continue;
            }

            for (int cell = voice; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
            {
                Velocities[cell] = velocities[cell];
                Offsets[cell] = offsets[cell];
            }
        }
    }
}
