using DrumSpace.Engine.Memory;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// What comes in as MIDI, on any channel: a program change selects a program, and the octave of the parameter Slot Keys a slot: its first
/// eight keys, black ones included, the slots 1 to 8, and the ninth the knobs.
/// </summary>
public sealed partial class PluginCore
{
    private const int KindMask = 0xF0;
    private const int NoteOn = 0x90;
    private const int ProgramChange = 0xC0;
    private const int NotesPerOctave = 12;

    /// <summary>Whether a message can do anything.</summary>
    /// <param name="status">Its status byte.</param>
    public static bool Heeds(byte status) => (status & KindMask) is NoteOn or ProgramChange;

    /// <summary>Takes a message. Audio thread: no allocation, no lock, no wait.</summary>
    /// <param name="status">The status byte, channel included.</param>
    /// <param name="data1">The first data byte.</param>
    /// <param name="data2">The second data byte.</param>
    public void TakeMidi(byte status, byte data1, byte data2)
    {
        switch (status & KindMask)
        {
            case ProgramChange:
                Programs.Select(data1 & 0x7F);
                break;
            case NoteOn when (data2 & 0x7F) > 0:
                ChooseSlot(data1 & 0x7F);
                break;
        }
    }

    private void ChooseSlot(int note)
    {
        int octave = ParameterTable.Octaves.StepOf(Parameters[ParameterTable.SlotKeys]);
        int key = note - ((octave - 1) * NotesPerOctave);
        if (octave > 0 && key is >= 0 and <= BeatMemory.SlotCount)
        {
            Parameters.Set(ParameterTable.Slot, ParameterTable.Slots.At((key + 1) % (BeatMemory.SlotCount + 1)));
        }
    }
}
