namespace DrumSpace.Abi.Clap;

/// <summary>What of a <see cref="ClapEventTransport"/> is valid, and the transport's state.</summary>
[Flags]
public enum ClapTransportFlags : uint
{
    /// <summary>Nothing is known; stopped.</summary>
    None = 0,

    /// <summary>The tempo is valid.</summary>
    HasTempo = 1 << 0,

    /// <summary>Positions in beats are valid.</summary>
    HasBeats = 1 << 1,

    /// <summary>Positions in seconds are valid.</summary>
    HasSeconds = 1 << 2,

    /// <summary>The time signature is valid.</summary>
    HasTimeSignature = 1 << 3,

    /// <summary>It rolls.</summary>
    IsPlaying = 1 << 4,

    /// <summary>It records.</summary>
    IsRecording = 1 << 5,

    /// <summary>It loops.</summary>
    IsLoopActive = 1 << 6,

    /// <summary>It rolls towards the place where it will record.</summary>
    IsWithinPreRoll = 1 << 7,
}
