namespace DrumSpace.Host.Interop.Jack;

/// <summary>A MIDI message in a port's buffer.</summary>
internal unsafe struct JackMidiEvent
{
    public uint Frame;
    public nuint Size;
    public byte* Bytes;
}
