using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.History;

/// <summary>
/// The parameters that make the beat, and so are undone: those that belong to programs, the locks, the slot, the model, and whether and in
/// which key the melody plays. Levels, mutes, solos, channels and what is set once for a song are left alone.
/// </summary>
internal static class BeatParameters
{
    private static readonly Parameter[] OfSong =
        [ParameterTable.Slot, ParameterTable.Model, ParameterTable.MelodyOn, ParameterTable.MelodyKey, ParameterTable.MelodyScale];

    /// <summary>Their indices, ascending.</summary>
    public static int[] Indices { get; } = [.. ParameterTable.All.Where(MakesTheBeat).Select(parameter => parameter.Index)];

    private static bool MakesTheBeat(Parameter parameter) =>
        parameter is { BelongsToProgram: true } or { Group: ParameterGroup.Lock } || OfSong.Contains(parameter);
}
