namespace DrumSpace.Plugin.Parameters;

/// <summary>The declaration of one parameter, from which automation, state, presets, texts and an editor follow. Immutable.</summary>
/// <param name="index">Its index in <see cref="ParameterTable.All"/>, by which hosts know it.</param>
/// <param name="id">Its name in files, for ever: lower-case ASCII.</param>
/// <param name="name">The name that hosts show; at most 23 ASCII characters.</param>
/// <param name="range">Its values and their texts.</param>
/// <param name="normalizedDefault">The normalized value before anybody touched it.</param>
/// <param name="role">What it is for.</param>
/// <param name="group">Where it is shown.</param>
public abstract class Parameter(
    int index, string id, string name, ParameterRange range, float normalizedDefault, ParameterRole role, ParameterGroup group)
{
    /// <summary>Its index in <see cref="ParameterTable.All"/>, by which hosts know it.</summary>
    public int Index { get; } = index;

    /// <summary>Its name in files, for ever.</summary>
    public string Id { get; } = id;

    /// <summary>The name that hosts show.</summary>
    public string Name { get; } = name;

    /// <summary>Its values and their texts.</summary>
    public ParameterRange Range { get; } = range;

    /// <summary>The normalized value before anybody touched it.</summary>
    public float Default { get; } = normalizedDefault;

    /// <summary>Where it is shown.</summary>
    public ParameterGroup Group { get; } = group;

    /// <summary>Whether hosts may automate it.</summary>
    public bool IsAutomatable { get; } = role is not (ParameterRole.Setup or ParameterRole.Command);

    /// <summary>Whether programs hold it.</summary>
    public bool BelongsToProgram { get; } = role == ParameterRole.Program;

    /// <summary>Whether it does something when it is set or while it is on; no state holds it.</summary>
    public bool IsCommand { get; } = role is ParameterRole.Command or ParameterRole.Held;
}
