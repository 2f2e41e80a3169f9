namespace DrumSpace.Music;

/// <summary>
/// The rows of the pinned voices: each as it played when it was pinned, whatever is decoded later. Made once and written over again; the
/// data of a voice that is not pinned has no meaning.
/// </summary>
/// <remarks>One thread at a time, the audio thread included: nothing but the constructor allocates, nothing blocks.</remarks>
public sealed class PinnedRows
{
    /// <summary>The pinned voices: bit v set for <see cref="Voice"/> v.</summary>
    public int Voices { get; private set; }

    /// <summary>Those of the pinned voices whose velocities and offsets are known: bit v set for <see cref="Voice"/> v.</summary>
    public int GrooveVoices { get; private set; }

    /// <summary>The hits at the thresholds: a mask per step.</summary>
    public ushort[] Masks { get; } = new ushort[Pattern.StepCount];

    /// <summary>The probability of a hit per cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Probabilities { get; } = new float[Pattern.CellCount];

    /// <summary>The threshold per voice, above 0 and below 1.</summary>
    public float[] Thresholds { get; } = new float[Pattern.VoiceCount];

    /// <summary>How hard a drummer would hit each cell, 0 to 1.</summary>
    public float[] Velocities { get; } = new float[Pattern.CellCount];

    /// <summary>How far from its step a drummer would play each cell, in steps: -0.5 (early) to 0.5 (late).</summary>
    public float[] Offsets { get; } = new float[Pattern.CellCount];

    /// <summary>Pins voices to their rows in a pattern; those already pinned among them change to it.</summary>
    /// <param name="voices">Bit v set for voice v.</param>
    /// <param name="pattern">The pattern.</param>
    public void Pin(int voices, PlayablePattern pattern) => Pin(
        voices, pattern.GrooveVoices, pattern.Decoded.Pattern.Masks, pattern.Decoded.Probabilities, pattern.Decoded.Thresholds,
        pattern.Velocities, pattern.Offsets);

    /// <summary>Takes over voices that are pinned elsewhere; the others stay as they are.</summary>
    /// <param name="voices">Bit v set for voice v.</param>
    /// <param name="from">Where they are pinned.</param>
    public void Pin(int voices, PinnedRows from) => Pin(
        voices & from.Voices, from.GrooveVoices, from.Masks, from.Probabilities, from.Thresholds, from.Velocities, from.Offsets);

    /// <summary>Pins a voice to a row without a groove.</summary>
    /// <param name="voice">0 to 13.</param>
    /// <param name="threshold">Above 0 and below 1.</param>
    /// <param name="hits">The hits at that threshold: bit s set for step s.</param>
    /// <param name="probabilities">32 probabilities, 0 to 1.</param>
    public void Pin(int voice, float threshold, uint hits, ReadOnlySpan<float> probabilities)
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

    /// <summary>Gives a pinned voice its groove.</summary>
    /// <param name="voice">0 to 13, pinned.</param>
    /// <param name="velocities">32 velocities, 0 to 1.</param>
    /// <param name="offsets">32 offsets in steps, -0.5 to 0.5.</param>
    public void SetGroove(int voice, ReadOnlySpan<float> velocities, ReadOnlySpan<float> offsets)
    {
        GrooveVoices |= Voices & 1 << voice;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Velocities[step * Pattern.VoiceCount + voice] = velocities[step];
            Offsets[step * Pattern.VoiceCount + voice] = offsets[step];
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

    /// <summary>Unpins voices.</summary>
    /// <param name="voices">Bit v set for voice v.</param>
    public void Release(int voices)
    {
        Voices &= ~voices;
        GrooveVoices &= ~voices;
    }

    /// <summary>Becomes a copy of other rows.</summary>
    public void CopyFrom(PinnedRows other)
    {
        Release(Pattern.AllVoices);
        Pin(Pattern.AllVoices, other);
    }

    /// <summary>Whether the same voices are pinned to the same rows.</summary>
    public bool IsSameAs(PinnedRows other)
    {
        if (Voices != other.Voices || GrooveVoices != other.GrooveVoices)
        {
            return false;
        }

        for (int cell = 0; cell < Pattern.CellCount && Voices != 0; cell++)
        {
            int voice = cell % Pattern.VoiceCount;
            bool isPinned = (Voices >> voice & 1) != 0, hasGroove = (GrooveVoices >> voice & 1) != 0;
            if ((isPinned && (Probabilities[cell] != other.Probabilities[cell] || Thresholds[voice] != other.Thresholds[voice]))
                || (hasGroove && (Velocities[cell] != other.Velocities[cell] || Offsets[cell] != other.Offsets[cell])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts the pinned rows into a pattern in place of its own.</summary>
    public void Overlay(DecodedPattern pattern)
    {
        if (Voices == 0)
        {
            return;
        }

        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < masks.Length; step++)
        {
            masks[step] = (ushort)((pattern.Pattern[step] & ~Voices) | (Masks[step] & Voices));
        }

        pattern.Pattern = new Pattern(masks);
        CopyRows(Voices, Probabilities, pattern.Probabilities);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            pattern.Thresholds[voice] = (Voices >> voice & 1) != 0 ? Thresholds[voice] : pattern.Thresholds[voice];
        }
    }

    /// <summary>Puts the grooves of the pinned rows into a pattern in place of its own.</summary>
    public void OverlayGroove(PlayablePattern pattern)
    {
        pattern.GrooveVoices = (pattern.GrooveVoices & ~Voices) | GrooveVoices;
        CopyRows(GrooveVoices, Velocities, pattern.Velocities);
        CopyRows(GrooveVoices, Offsets, pattern.Offsets);
    }

    private void Pin(
        int voices, int grooves, ReadOnlySpan<ushort> masks, float[] probabilities, float[] thresholds, float[] velocities, float[] offsets)
    {
        voices &= Pattern.AllVoices;
        if (voices == 0)
        {
            return;
        }

        Voices |= voices;
        GrooveVoices = (GrooveVoices & ~voices) | (grooves & voices);
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Masks[step] = (ushort)((Masks[step] & ~voices) | (masks[step] & voices));
        }

        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            Thresholds[voice] = (voices >> voice & 1) != 0 ? thresholds[voice] : Thresholds[voice];
        }

        CopyRows(voices, probabilities, Probabilities);
        CopyRows(grooves & voices, velocities, Velocities);
        CopyRows(grooves & voices, offsets, Offsets);
    }

    private static void CopyRows(int voices, float[] from, float[] to)
    {
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            for (int cell = voice; cell < Pattern.CellCount && (voices >> voice & 1) != 0; cell += Pattern.VoiceCount)
            {
                to[cell] = from[cell];
            }
        }
    }
}
