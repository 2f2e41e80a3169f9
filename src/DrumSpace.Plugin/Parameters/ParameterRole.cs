namespace DrumSpace.Plugin.Parameters;

/// <summary>What a parameter is for; automation, programs and states follow from it.</summary>
public enum ParameterRole
{
    /// <summary>Shapes the beat: hosts automate it, and programs hold it.</summary>
    Program,

    /// <summary>Set once for a song, whatever program plays: hosts automate it, and only the state holds it.</summary>
    Song,

    /// <summary>As <see cref="Song"/>, but hosts do not automate it.</summary>
    Setup,

    /// <summary>Does something when it is set, and then returns to its default by itself. Neither automated nor saved.</summary>
    Command,

    /// <summary>Does something for as long as it is on: hosts automate it. Not saved.</summary>
    Held,
}
