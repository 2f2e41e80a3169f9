namespace DrumSpace.Plugin.Parameters;

/// <summary>Where hosts and the editor show a parameter.</summary>
public enum ParameterGroup
{
    /// <summary>The point in the space of beats.</summary>
    Space,

    /// <summary>What is heard and where the notes go.</summary>
    Output,

    /// <summary>How the beat is played.</summary>
    Play,

    /// <summary>How likely each voice's hits are played.</summary>
    Chance,

    /// <summary>Which voices are not played.</summary>
    Mute,

    /// <summary>Which voices alone are played.</summary>
    Solo,

    /// <summary>Which voices keep their rows.</summary>
    Lock,

    /// <summary>The slots that remember beats, and the way between them.</summary>
    Memory,

    /// <summary>The line that follows the beat.</summary>
    Melody,

    /// <summary>How the plugin is played from outside.</summary>
    Control,
}
