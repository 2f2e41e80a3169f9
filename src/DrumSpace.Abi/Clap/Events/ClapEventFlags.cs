namespace DrumSpace.Abi.Clap;

/// <summary>How an event came about.</summary>
[Flags]
public enum ClapEventFlags : uint
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>A person plays it now.</summary>
    IsLive = 1 << 0,

    /// <summary>Not to be recorded, because what caused it is recorded.</summary>
    DontRecord = 1 << 1,
}
