namespace DrumSpace.Host.Interop.Jack;

/// <summary>Why a client could not be opened.</summary>
[Flags]
internal enum JackStatus
{
    ServerFailed = 0x10,
    ShmFailure = 0x200,
    VersionError = 0x400,
}
