namespace DrumSpace.Host.Interop.Jack;

/// <summary>What a port is.</summary>
[Flags]
internal enum JackPortFlags : ulong
{
    IsInput = 1,
    IsOutput = 2,
    IsPhysical = 4,
}
