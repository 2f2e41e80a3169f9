using System.Numerics;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Incoming;

/// <summary>
/// What was passed on from the input to the output and is not over yet: the keys that are down and the sustain pedals. Each gets its end,
/// from its sender or from here.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class PassedNotes
{
    private const int SustainPedal = 64;
    private const int WordsPerChannel = 2;
    private const int Channels = 16;

    private readonly ulong[] _keys = new ulong[Channels * WordsPerChannel];
    private int _pedals;
    private int _count;

    /// <summary>Whether anything is to be ended.</summary>
    public bool Any => _count > 0 || _pedals != 0;

    /// <summary>Follows a message that is about to be passed.</summary>
    /// <param name="midi">The message.</param>
    /// <returns>Whether it may be: the end of a note that was never passed, or was ended from here, may not.</returns>
    public bool Follow(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        int kind = MidiKind.Of(midi.Status);
        if (kind == MidiKind.NoteOn && midi.Data2 > 0)
        {
            Mark(channel, midi.Data1, isDown: true);
            return true;
        }

        if (kind is MidiKind.NoteOn or MidiKind.NoteOff)
        {
            return Mark(channel, midi.Data1, isDown: false);
        }

        if (kind == MidiKind.Controller && midi.Data1 == SustainPedal)
        {
            _pedals = midi.Data2 >= 64 ? _pedals | (1 << channel) : _pedals & ~(1 << channel);
        }

        return true;
    }

    /// <summary>Whether a message ends something that was passed.</summary>
    /// <param name="midi">The message.</param>
    public bool Ends(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        return MidiKind.Of(midi.Status) switch
        {
            MidiKind.NoteOff => IsDown(channel, midi.Data1),
            MidiKind.NoteOn => midi.Data2 == 0 && IsDown(channel, midi.Data1),
            MidiKind.Controller => midi.Data1 == SustainPedal && midi.Data2 < 64 && (_pedals >> channel & 1) != 0,
            _ => false,
        };
    }

    /// <summary>Ends everything.</summary>
    /// <param name="frame">The frame of the block.</param>
    /// <param name="midi">Where the ends go.</param>
    public void End(int frame, MidiSink midi)
    {
        for (int word = 0; word < _keys.Length && _count > 0; word++)
        {
            for (; _keys[word] != 0; _keys[word] &= _keys[word] - 1)
            {
                int key = ((word % WordsPerChannel) << 6) + BitOperations.TrailingZeroCount(_keys[word]);
                midi.Add(new MidiEvent(frame, (byte)(MidiKind.NoteOff | (word / WordsPerChannel)), (byte)key, 0));
                _count--;
            }
        }

        for (; _pedals != 0; _pedals &= _pedals - 1)
        {
            midi.Add(new MidiEvent(frame, (byte)(MidiKind.Controller | BitOperations.TrailingZeroCount(_pedals)), SustainPedal, 0));
        }
    }

    private bool IsDown(int channel, int key) => (_keys[(channel * WordsPerChannel) + (key >> 6)] >> (key & 63) & 1) != 0;

    private bool Mark(int channel, int key, bool isDown)
    {
        bool wasDown = IsDown(channel, key);
        if (wasDown != isDown)
        {
            _keys[(channel * WordsPerChannel) + (key >> 6)] ^= 1UL << (key & 63);
            _count += isDown ? 1 : -1;
        }

        return wasDown;
    }
}
