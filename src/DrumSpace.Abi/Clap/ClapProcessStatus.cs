namespace DrumSpace.Abi.Clap;

/// <summary>What a plugin answers to a block.</summary>
public enum ClapProcessStatus
{
    /// <summary>It failed; the output is void.</summary>
    Error = 0,

    /// <summary>Go on with the next block.</summary>
    Continue = 1,

    /// <summary>Go on while there is sound.</summary>
    ContinueIfNotQuiet = 2,

    /// <summary>Go on for as long as the tail extension says.</summary>
    Tail = 3,

    /// <summary>Nothing to do until an event or sound arrives.</summary>
    Sleep = 4,
}
