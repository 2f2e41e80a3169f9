using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.History;

/// <summary>
/// The parameters that make the beat, and so are undone: those that belong to programs, the locks, the slot, the model, and whether and in
/// which key the melody plays. Levels, mutes, solos, channels and what is set once for a song are left alone.
/// </summary>
internal static class BeatParameters
{
    /// <summary>Their indices. An array, because the first call through an interface may take a lock under Native AOT.</summary>
    public static int[] Indices { get; } = [.. Enumerable.Range(0, ParameterTable.Count).Where(MakesTheBeat)];

    private static bool MakesTheBeat(int index) =>
        ParameterTable.All[index] is { BelongsToProgram: true } or { Group: ParameterGroup.Lock }
        || index is ParameterTable.Slot or ParameterTable.Model or ParameterTable.MelodyOn or ParameterTable.MelodyKey or ParameterTable.MelodyScale;
}
