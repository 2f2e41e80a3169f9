namespace DrumSpace.Plugin.Parameters;

/// <summary>The declaration of one parameter: everything that automation, state, presets, texts and an editor need to know of it.</summary>
/// <param name="Id">The name in files, for ever: lower-case ASCII.</param>
/// <param name="Name">The name that hosts show; at most 23 ASCII characters.</param>
/// <param name="Scale">Its unit and its text both ways.</param>
/// <param name="Default">The normalized value before anybody touched it.</param>
/// <param name="IsAutomatable">Whether hosts may automate it.</param>
/// <param name="BelongsToProgram">Whether a program holds it: false for what a musician sets once, whatever beat plays.</param>
/// <param name="Group">Where it is shown.</param>
/// <param name="IsCommand">Whether it does something when it is set and then goes back to its default by itself; no state keeps it.</param>
public sealed record Parameter(
    string Id, string Name, ParameterScale Scale, float Default, bool IsAutomatable, bool BelongsToProgram, ParameterGroup Group,
    bool IsCommand = false);
