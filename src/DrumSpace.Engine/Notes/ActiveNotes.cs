namespace DrumSpace.Engine.Notes;

/// <summary>
/// The notes that sound, each with the frame at which it ends. Time is counted in frames, not in the song's quarters, so that a note ends
/// however the transport moves; a note starts only when the buffer also has room for the ends of all notes, so that none can hang.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class ActiveNotes(MidiEventBuffer buffer)
{
    // More than one note a voice sounds only when channel or kit change while it does.
    private const int Most = 64;
    private const byte NoteOn = 0x90;
    private const byte NoteOff = 0x80;

    private readonly Note[] _notes = new Note[Most];
    private int _count;

    private struct Note
    {
        public long End;
        public byte Channel;
        public byte Pitch;
        public byte Voice;
    }

    /// <summary>Starts a note; the same pitch, if it sounds, ends first.</summary>
    /// <param name="frame">The frame of the block; not before that of an event already added.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="pitch">0 to 127.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="source">Who plays it; its part is what to end it by in <see cref="EndVoices"/>.</param>
    /// <param name="length">Frames that it lasts, at least 1.</param>
    public void Start(int frame, int channel, int pitch, int velocity, NoteSource source, long length)
    {
        EndDue(frame);
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_notes[i].Pitch == pitch && _notes[i].Channel == channel)
            {
                End(i, frame);
            }
        }

        if (_count == Most || buffer.Free < _count + 2)
        {
            buffer.Drop();
            return;
        }

        buffer.Add(new MidiEvent(frame, (byte)(NoteOn | channel), (byte)pitch, (byte)velocity), source);
        _notes[_count++] = new Note { End = frame + length, Channel = (byte)channel, Pitch = (byte)pitch, Voice = source.Part };
    }

    /// <summary>Ends every note whose time has come at a frame or before it, in order.</summary>
    public void EndDue(int frame)
    {
        while (_count > 0)
        {
            int first = 0;
            for (int i = 1; i < _count; i++)
            {
                first = _notes[i].End < _notes[first].End ? i : first;
            }

            if (_notes[first].End > frame)
            {
                return;
            }

            End(first, (int)_notes[first].End);
        }
    }

    /// <summary>Ends the notes of some voices at a frame.</summary>
    /// <param name="voices">A mask: bit v set for voice v.</param>
    /// <param name="frame">The frame of the block.</param>
    public void EndVoices(int voices, int frame)
    {
        EndDue(frame);
        for (int i = _count - 1; i >= 0; i--)
        {
            if ((voices >> _notes[i].Voice & 1) != 0)
            {
                End(i, frame);
            }
        }
    }

    /// <summary>Ends what is due in a block and counts its frames off the rest.</summary>
    public void EndBlock(int frames)
    {
        EndDue(frames - 1);
        for (int i = 0; i < _count; i++)
        {
            _notes[i].End -= frames;
        }
    }

    private void End(int index, int frame)
    {
        Note note = _notes[index];
        buffer.Add(new MidiEvent(frame, (byte)(NoteOff | note.Channel), note.Pitch, 0), new NoteSource(note.Voice));
        _notes[index] = _notes[--_count];
    }
}
