using System.Numerics;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// The keys and sustain pedals that MIDI thru has passed on as down and not yet as up. Each of them is released, by its sender or by
/// <see cref="ReleaseAll"/>.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class ThruNotes
{
    private const int SustainPedal = 64;
    private const int WordsPerChannel = 2;
    private const int Channels = 16;

    private readonly ulong[] _keys = new ulong[Channels * WordsPerChannel];
    private int _pedals;
    private int _count;

    /// <summary>Whether any key or pedal is down.</summary>
    public bool Any => _count > 0 || _pedals != 0;

    /// <summary>Tracks a message that is about to be passed on.</summary>
    /// <param name="midi">The message.</param>
    /// <returns>Whether to pass it on: a note-off is not passed on unless its note is down.</returns>
    public bool Track(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        int kind = MidiStatus.Of(midi.Status);
        if (kind == MidiStatus.NoteOn && midi.Data2 > 0)
        {
            Mark(channel, midi.Data1, isDown: true);
            return true;
        }

        if (kind is MidiStatus.NoteOn or MidiStatus.NoteOff)
        {
            return Mark(channel, midi.Data1, isDown: false);
        }

        if (kind == MidiStatus.Controller && midi.Data1 == SustainPedal)
        {
            _pedals = midi.Data2 >= 64 ? _pedals | (1 << channel) : _pedals & ~(1 << channel);
        }

        return true;
    }

    /// <summary>Whether a message releases a key or pedal that is down.</summary>
    /// <param name="midi">The message.</param>
    public bool IsRelease(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        return MidiStatus.Of(midi.Status) switch
        {
            MidiStatus.NoteOff => IsDown(channel, midi.Data1),
            MidiStatus.NoteOn => midi.Data2 == 0 && IsDown(channel, midi.Data1),
            MidiStatus.Controller => midi.Data1 == SustainPedal && midi.Data2 < 64 && (_pedals >> channel & 1) != 0,
            _ => false,
        };
    }

    /// <summary>Releases all keys and pedals.</summary>
    /// <param name="frame">The frame in the block.</param>
    /// <param name="midi">Receives the note-offs and pedal messages.</param>
    public void ReleaseAll(int frame, MidiSink midi)
    {
        for (int word = 0; word < _keys.Length && _count > 0; word++)
        {
            for (; _keys[word] != 0; _keys[word] &= _keys[word] - 1)
            {
                int key = ((word % WordsPerChannel) << 6) + BitOperations.TrailingZeroCount(_keys[word]);
                midi.Add(new MidiEvent(frame, (byte)(MidiStatus.NoteOff | (word / WordsPerChannel)), (byte)key, 0));
                _count--;
            }
        }

        for (; _pedals != 0; _pedals &= _pedals - 1)
        {
            midi.Add(new MidiEvent(frame, (byte)(MidiStatus.Controller | BitOperations.TrailingZeroCount(_pedals)), SustainPedal, 0));
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
