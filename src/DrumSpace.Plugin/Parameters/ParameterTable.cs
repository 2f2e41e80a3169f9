using DrumSpace.Music;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Every parameter, declared once. Hosts store automation by index and by name: a parameter never moves, never changes its name and is
/// never removed; new ones are appended.
/// </summary>
public static class ParameterTable
{
    /// <summary>The index of the first of the four knobs; the others follow.</summary>
    public const int FirstKnob = 0;

    /// <summary>The index of the built-in kit's level.</summary>
    public const int KitLevel = FirstKnob + Latent.Dimensions;

    /// <summary>
    /// All parameters by index: the coordinates of the space of beats, each in percent of the training beats that lie below it; then
    /// the level of the built-in kit, which plays so that the beat is heard before anything is routed, and which can be turned off.
    /// </summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Knob("z1", "Z1"),
        Knob("z2", "Z2"),
        Knob("z3", "Z3"),
        Knob("z4", "Z4"),
        new Parameter("kit", "Kit Vol", new LevelScale(), Default: 0.75f, IsAutomatable: true, BelongsToProgram: false),
    ];

    /// <summary>The number of parameters.</summary>
    public static int Count => All.Count;

    /// <summary>The index of a parameter by its id.</summary>
    /// <param name="id">For example "z1".</param>
    /// <returns>-1 when no parameter has this id.</returns>
    public static int IndexOf(string id)
    {
        for (int index = 0; index < All.Count; index++)
        {
            if (All[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }

    private static Parameter Knob(string id, string name) =>
        new(id, name, new PercentScale(), Default: 0.5f, IsAutomatable: true, BelongsToProgram: true);
}
