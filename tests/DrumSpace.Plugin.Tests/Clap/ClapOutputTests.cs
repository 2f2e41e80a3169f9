using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats.Clap;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>A host whose list of events is full.</summary>
public sealed unsafe class ClapOutputTests
{
    [ThreadStatic]
    private static List<(byte, byte, byte)>? _received;

    [ThreadStatic]
    private static int _room;

    [Fact]
    public void Every_note_off_that_a_full_host_refuses_comes_again_until_it_is_accepted()
    {
        ErrorCounters errors = new();
        ClapOutput output = new(errors) { TakesMidi = true };
        ClapOutputEvents target = new() { TryPush = &TryPush };
        List<(byte, byte, byte)> received = _received = [];
        _room = 0;
        output.Begin(&target, 64);
        for (int channel = 0; channel < 16; channel++)
        {
            for (int key = 0; key < 128; key++)
            {
                output.Add(new MidiEvent(0, (byte)(0x80 | channel), (byte)key, 64));
            }

            output.Add(new MidiEvent(0, (byte)(0xB0 | channel), 64, 0));
            output.Add(new MidiEvent(0, (byte)(0x90 | channel), 60, 100));
        }

        Assert.Empty(received);
        for (int block = 0; block < 100; block++)
        {
            _room = 50;
            output.Begin(&target, 64);
            output.ResendNoteOffs();
        }

        // All but the note-ons, each once.
        Assert.Equal(16 * 129, received.Count);
        Assert.Equal(16 * 129, received.Distinct().Count());
        Assert.DoesNotContain(received, message => (message.Item1 & 0xF0) == 0x90);
        List<string> lines = [];
        errors.WriteOut(lines.Add);
        Assert.StartsWith("EventOverflow: ", Assert.Single(lines));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header)
    {
        if (_room-- <= 0)
        {
            return 0;
        }

        byte* data = ((ClapEventMidi*)header)->Data;
        _received!.Add((data[0], data[1], data[2]));
        return 1;
    }
}
