using DrumSpace.Music;

namespace DrumSpace.Engine.Memory;

/// <summary>
/// The rows of the voices that are locked: what the model said of them in the beat at which each was locked. Made once and written over
/// again; a voice that is not locked has no meaning here.
/// </summary>
/// <remarks>One thread at a time, the audio thread included: nothing but the constructor allocates, nothing blocks or throws.</remarks>
public sealed partial class PinnedRows
{
    /// <summary>The locked voices: bit v set for <see cref="Voice"/> v.</summary>
    public int Voices { get; private set; }

    /// <summary>The probability of a hit per cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Probabilities { get; } = new float[Pattern.CellCount];

    /// <summary>The model's threshold per voice, above 0 and below 1.</summary>
    public float[] Thresholds { get; } = new float[Pattern.VoiceCount];

    /// <summary>The hits at the model's thresholds: a mask per step.</summary>
    public ushort[] Masks { get; } = new ushort[Pattern.StepCount];

    /// <summary>Locks voices to their rows in a beat; those already locked among them change to it.</summary>
    /// <param name="voices">Bit v set for voice v.</param>
    /// <param name="beat">The beat.</param>
    /// <param name="variation">How the decoded beat is varied still where it is heard: what is kept are the rows as heard.</param>
    public void Lock(int voices, DecodedPattern beat, PatternVariation variation = default)
    {
        Take(voices, beat.Pattern.Masks, beat.Probabilities, beat.Thresholds);
        if (variation.Amount > 0)
        {
            Vary(voices, variation);
        }

        TakeGroove(voices, beat.HasGroove ? Pattern.AllVoices : 0, beat.Velocities, beat.Offsets);
    }

    /// <summary>Takes over voices that are locked elsewhere; the others stay as they are.</summary>
    public void Lock(int voices, PinnedRows from)
    {
        voices &= from.Voices;
        Take(voices, from.Masks, from.Probabilities, from.Thresholds);
        TakeGroove(voices, from.GrooveVoices, from.Velocities, from.Offsets);
    }

    /// <summary>Locks a voice to a row without a groove.</summary>
    /// <param name="voice">0 to 13.</param>
    /// <param name="threshold">Above 0 and below 1.</param>
    /// <param name="hits">The hits at that threshold: bit s set for step s.</param>
    /// <param name="probabilities">32 probabilities, 0 to 1.</param>
    public void Lock(int voice, float threshold, uint hits, ReadOnlySpan<float> probabilities)
    {
        Voices |= 1 << voice;
        GrooveVoices &= ~(1 << voice);
        Thresholds[voice] = threshold;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Masks[step] = (ushort)((Masks[step] & ~(1 << voice)) | (int)(hits >> step & 1) << voice);
            Probabilities[step * Pattern.VoiceCount + voice] = probabilities[step];
        }
    }

    /// <summary>The hits of a voice at its threshold: bit s set for step s.</summary>
    /// <param name="voice">0 to 13.</param>
    public uint HitsOf(int voice)
    {
        uint hits = 0;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            hits |= (uint)(Masks[step] >> voice & 1) << step;
        }

        return hits;
    }

    /// <summary>Lets voices go.</summary>
    public void Release(int voices)
    {
        Voices &= ~voices;
        GrooveVoices &= ~voices;
    }

    /// <summary>Becomes a copy of other rows.</summary>
    public void CopyFrom(PinnedRows other)
    {
        Voices = 0;
        GrooveVoices = 0;
        Lock(Pattern.AllVoices, other);
    }

    private void Vary(int voices, PatternVariation variation)
    {
        Span<float> cells = stackalloc float[Pattern.VoiceCount];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Span<float> kept = Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
            kept.CopyTo(cells);
            int hits = variation.Vary(step, cells, Thresholds);
            Masks[step] = (ushort)((Masks[step] & ~voices) | (hits & voices));
            for (int voice = 0; voice < cells.Length; voice++)
            {
                kept[voice] = (voices >> voice & 1) != 0 ? cells[voice] : kept[voice];
            }
        }
    }

    private void Take(int voices, ReadOnlySpan<ushort> masks, ReadOnlySpan<float> probabilities, ReadOnlySpan<float> thresholds)
    {
        voices &= Pattern.AllVoices;
        if (voices == 0)
        {
            return;
        }

        Voices |= voices;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Masks[step] = (ushort)((Masks[step] & ~voices) | (masks[step] & voices));
        }

        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((voices >> voice & 1) == 0)
            {
                continue;
            }

            Thresholds[voice] = thresholds[voice];
            for (int cell = voice; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
            {
                Probabilities[cell] = probabilities[cell];
            }
        }
    }
}
