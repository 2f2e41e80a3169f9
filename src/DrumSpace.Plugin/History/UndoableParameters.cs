using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.History;

/// <summary>
/// The parameters that shape the pattern, and so are undone: those that belong to programs, the locks, the slot, the model, and whether and
/// in which key the melody plays. Levels, mutes, solos, channels and what is set once for a song are left alone.
/// </summary>
internal static class UndoableParameters
{
    private static readonly Parameter[] OfSong =
        [ParameterTable.Slot, ParameterTable.Model, ParameterTable.MelodyOn, ParameterTable.MelodyKey, ParameterTable.MelodyScale];

    /// <summary>All of them by index. An array, because the first call through an interface may take a lock under Native AOT.</summary>
    public static Parameter[] All { get; } =
    [
        .. ParameterTable.All.Where(
            parameter => parameter.BelongsToProgram || parameter.Group == ParameterGroup.Lock || OfSong.Contains(parameter)),
    ];
}
