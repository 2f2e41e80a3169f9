using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Presets;

/// <summary>A beat that a musician kept: a program, and what may come with it. Main thread.</summary>
/// <param name="Program">The name and the values of the parameters that belong to programs.</param>
public sealed record UserPreset(PluginProgram Program)
{
    /// <summary>The longest <see cref="Genre"/> and <see cref="Author"/>, in characters.</summary>
    public const int MaxTextLength = 100;

    /// <summary>The genre; empty when none is told.</summary>
    public string Genre { get; init; } = "";

    /// <summary>Who made it; empty when nobody is told.</summary>
    public string Author { get; init; } = "";

    /// <summary>The name of the model that it was made with; null when none is told, and any will do.</summary>
    public string? Model { get; init; }

    /// <summary>The model's fingerprint, 64 lower-case hexadecimal digits; null when none is told.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Slots and pinned rows; null when the preset has none and leaves the musician's as they are.</summary>
    public PatternSlots? Slots { get; init; }

    /// <summary>What its file has that this version does not know, and the file's format; null where it knows all.</summary>
    internal (int Format, UnknownMembers Members)? Unknown { get; init; }

    /// <summary>Whether slots hold nothing that a preset would keep.</summary>
    internal static bool IsEmpty(PatternSlots slots) => slots.Pins.Voices == 0 && !slots.Slots.Any(slot => slot.IsFilled);

    /// <summary>Sets the switches of the locks as the pinned rows are: rows without their switch would be let go.</summary>
    internal void SwitchLocks(ParameterView values)
    {
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            values.Set(ParameterTable.Lock[voice], (Slots?.Pins.Voices >> voice & 1) == 1);
        }
    }
}
