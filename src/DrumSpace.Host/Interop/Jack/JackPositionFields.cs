namespace DrumSpace.Host.Interop.Jack;

/// <summary>The fields of a <see cref="JackPosition"/> that are filled.</summary>
[Flags]
internal enum JackPositionFields
{
    Bbt = 0x10,
    BbtOffset = 0x40,
    TickDouble = 0x200,
}
