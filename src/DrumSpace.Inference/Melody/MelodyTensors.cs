using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Melody;

/// <summary>The layout of the rows that a melody network takes; training and plugin write them by this code.</summary>
public static class MelodyTensors
{
    /// <summary>The width of the recurrent state.</summary>
    public const int StateSize = 128;

    /// <summary>Steps from a token to the one a bar before, which the network takes besides the previous one.</summary>
    public const int StepsPerBar = 16;

    /// <summary>The widths of a setting's parts, each one-hot: role, instrument, tonic of the key, mode and octave.</summary>
    public static IReadOnlyList<int> SettingWidths { get; } =
        [2, MelodyConditioning.InstrumentCount, 12, 2, MelodyConditioning.OctaveCount];

    /// <summary>The width of all parts together.</summary>
    public static int SettingWidth { get; } = SettingWidths.Sum();

    /// <summary>The index of the 1 in a part of a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="part">0 to 4, in the order of <see cref="SettingWidths"/>.</param>
    public static int SettingPart(in MelodyConditioning setting, int part) => part switch
    {
        0 => (int)setting.Role,
        1 => setting.Instrument,
        2 => setting.Key.Tonic,
        3 => (int)setting.Key.Mode,
        _ => setting.Octave,
    };

    /// <summary>Writes a setting's row.</summary>
    /// <param name="setting">The setting, within its ranges.</param>
    /// <param name="row"><see cref="SettingWidth"/> numbers.</param>
    public static void WriteSetting(in MelodyConditioning setting, Span<float> row)
    {
        row.Clear();
        int start = 0;
        for (int part = 0; part < SettingWidths.Count; part++)
        {
            row[start + SettingPart(setting, part)] = 1;
            start += SettingWidths[part];
        }
    }

    /// <summary>Writes a pattern's cells from a step on, wrapping at the end: the next two bars of the looping pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="step">The step that comes first, 0 to 31.</param>
    /// <param name="cells">448 numbers, 0 or 1.</param>
    public static void WriteDrums(in Pattern pattern, int step, Span<float> cells)
    {
        PatternCells.Write(pattern.Masks[step..], cells);
        PatternCells.Write(pattern.Masks[..step], cells[((Pattern.StepCount - step) * Pattern.VoiceCount)..]);
    }
}
