namespace DrumSpace.Abi.Clap;

/// <summary>What a parameter can.</summary>
[Flags]
public enum ClapParamFlags : uint
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Only whole values.</summary>
    IsStepped = 1 << 0,

    /// <summary>Its end joins its beginning.</summary>
    IsPeriodic = 1 << 1,

    /// <summary>Not to be shown.</summary>
    IsHidden = 1 << 2,

    /// <summary>Not to be set by the host.</summary>
    IsReadOnly = 1 << 3,

    /// <summary>It bypasses the plugin.</summary>
    IsBypass = 1 << 4,

    /// <summary>It may be automated.</summary>
    IsAutomatable = 1 << 5,

    /// <summary>It may be modulated.</summary>
    IsModulatable = 1 << 10,

    /// <summary>A change must come with a block, at its frame, even while nothing plays.</summary>
    RequiresProcess = 1 << 15,

    /// <summary>A choice among named values.</summary>
    IsEnum = 1 << 16,
}
