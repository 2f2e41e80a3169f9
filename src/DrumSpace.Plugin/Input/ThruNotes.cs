using DrumSpace.Engine;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// Keys and sustain pedals that are down for the host and must go up: passed on by MIDI thru, or refused when they went up.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class ThruNotes
{
    /// <summary>As the key of a note-off: all keys of its channel. No MIDI message has it.</summary>
    public const byte AllKeys = 0x80;

    private const int SustainPedal = 64;
    private const int Channels = 16;

    // A bit a key, and a bit a channel.
    private readonly UInt128[] _keys = new UInt128[Channels];
    private int _channelsWithKeys;
    private int _pedals;

    /// <summary>Whether any key or pedal is down.</summary>
    public bool Any => (_channelsWithKeys | _pedals) != 0;

    /// <summary>Tracks a message that is about to be passed on.</summary>
    /// <param name="midi">The message; not for all keys.</param>
    /// <returns>Whether to pass it on: a note-off is not passed on unless its note is down.</returns>
    public bool Track(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        int status = MidiStatus.Of(midi.Status);
        if (status is MidiStatus.NoteOn or MidiStatus.NoteOff)
        {
            UInt128 key = UInt128.One << midi.Data1;
            UInt128 before = _keys[channel];
            bool isOn = status == MidiStatus.NoteOn && midi.Data2 > 0;
            SetKeys(channel, isOn ? before | key : before & ~key);
            return isOn || (before & key) != 0;
        }

        if (status == MidiStatus.Controller && midi.Data1 == SustainPedal)
        {
            _pedals = midi.Data2 >= 64 ? _pedals | (1 << channel) : _pedals & ~(1 << channel);
        }

        return true;
    }

    /// <summary>Counts what a message releases as down: the host did not accept it.</summary>
    /// <param name="midi">Any message.</param>
    public void KeepRelease(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        int status = MidiStatus.Of(midi.Status);
        if (status == MidiStatus.NoteOff || (status == MidiStatus.NoteOn && midi.Data2 == 0))
        {
            SetKeys(channel, _keys[channel] | UInt128.One << midi.Data1);
        }
        else if (status == MidiStatus.Controller && midi.Data1 == SustainPedal && midi.Data2 < 64)
        {
            _pedals |= 1 << channel;
        }
    }

    /// <summary>Whether a message releases a key or pedal that is down.</summary>
    /// <param name="midi">The message.</param>
    public bool IsRelease(in MidiEvent midi)
    {
        int channel = midi.Status & 0x0F;
        return MidiStatus.Of(midi.Status) switch
        {
            MidiStatus.NoteOff when midi.Data1 == AllKeys => _keys[channel] != 0,
            MidiStatus.NoteOff => (_keys[channel] >> midi.Data1 & 1) != 0,
            MidiStatus.NoteOn => midi.Data2 == 0 && (_keys[channel] >> midi.Data1 & 1) != 0,
            MidiStatus.Controller => midi.Data1 == SustainPedal && midi.Data2 < 64 && (_pedals >> channel & 1) != 0,
            _ => false,
        };
    }

    /// <summary>Releases the keys of a channel.</summary>
    /// <param name="channel">0 to 15.</param>
    /// <param name="frame">The frame in the block.</param>
    /// <param name="midi">Receives the note-offs.</param>
    public void ReleaseKeys(int channel, int frame, MidiSink midi)
    {
        // Up first: a receiver that refuses one may keep it here again.
        UInt128 keys = _keys[channel];
        SetKeys(channel, 0);
        for (; keys != 0; keys &= keys - 1)
        {
            midi.Add(new MidiEvent(frame, (byte)(MidiStatus.NoteOff | channel), (byte)UInt128.TrailingZeroCount(keys), 0));
        }
    }

    /// <summary>Releases the sustain pedal of a channel.</summary>
    /// <param name="channel">0 to 15.</param>
    /// <param name="frame">The frame in the block.</param>
    /// <param name="midi">Receives the pedal message.</param>
    public void ReleasePedal(int channel, int frame, MidiSink midi)
    {
        if ((_pedals >> channel & 1) != 0)
        {
            _pedals &= ~(1 << channel);
            midi.Add(new MidiEvent(frame, (byte)(MidiStatus.Controller | channel), SustainPedal, 0));
        }
    }

    /// <summary>Releases all keys and pedals.</summary>
    /// <param name="frame">The frame in the block.</param>
    /// <param name="midi">Receives the note-offs and pedal messages.</param>
    public void ReleaseAll(int frame, MidiSink midi)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            ReleaseKeys(channel, frame, midi);
        }

        for (int channel = 0; channel < Channels; channel++)
        {
            ReleasePedal(channel, frame, midi);
        }
    }

    private void SetKeys(int channel, UInt128 keys)
    {
        _keys[channel] = keys;
        _channelsWithKeys = keys != 0 ? _channelsWithKeys | (1 << channel) : _channelsWithKeys & ~(1 << channel);
    }
}
