namespace DrumSpace.Host.Interop.Jack;

/// <summary>What a port is.</summary>
[Flags]
internal enum JackPortFlags : ulong
{
    None = 0,
    IsInput = 1,
    IsOutput = 2,
    IsPhysical = 4,
    IsTerminal = 16,
}
