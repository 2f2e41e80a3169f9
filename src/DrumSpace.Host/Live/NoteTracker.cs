namespace DrumSpace.Host.Live;

/// <summary>Knows which notes sound after the messages so far, to end them.</summary>
/// <remarks>The audio thread; no allocation.</remarks>
internal sealed class NoteTracker
{
    private const int Notes = 128;
    private const int Channels = 16;

    private readonly ushort[] _counts = new ushort[Channels * Notes];

    public void Follow(in ShortMessage message)
    {
        ref ushort count = ref _counts[(message.Channel * Notes) + (message.Data1 & 0x7F)];
        if (message.IsNoteOn && count < ushort.MaxValue)
        {
            count++;
        }
        else if (message.IsNoteOff && count > 0)
        {
            count--;
        }
    }

    /// <summary>Writes a note-off for each note-on that has none, and forgets them.</summary>
    public void EndAll(int frame, LiveMidiBuffer output)
    {
        for (int key = 0; key < _counts.Length; key++)
        {
            for (; _counts[key] > 0; _counts[key]--)
            {
                output.Add(frame, [(byte)(0x80 | (key / Notes)), (byte)(key % Notes), 64]);
            }
        }
    }
}
