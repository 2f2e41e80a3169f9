namespace DrumSpace.Music;

/// <summary>
/// Which note each voice sends to one drum library, and which voice each of its notes means. A voice that the library has no note for is
/// played by the nearest one that it has, and by General MIDI's note where it has none near. Immutable; any thread, the audio thread
/// included: reading it neither allocates nor blocks.
/// </summary>
public sealed class KitMap
{
    private const byte None = 0xFF;

    // The nearest first.
    private static readonly Voice[][] Nearest =
    [
        [], [], [Voice.OpenHiHat], [Voice.LowTom, Voice.HiMidTom], [Voice.LowFloorTom, Voice.HiMidTom], [Voice.ClosedHiHat],
        [Voice.LowTom, Voice.LowFloorTom], [Voice.Ride], [Voice.Crash], [Voice.OpenHiHat, Voice.ClosedHiHat],
        [Voice.HiMidTom, Voice.LowTom, Voice.LowFloorTom], [Voice.LowTom, Voice.LowFloorTom, Voice.HiMidTom],
        [Voice.HiMidTom, Voice.LowTom, Voice.LowFloorTom], [Voice.LowFloorTom, Voice.LowTom, Voice.HiMidTom],
    ];

    private readonly byte[] _notes = new byte[Pattern.VoiceCount];
    private readonly byte[] _voices = new byte[128];
    private readonly Voice?[] _standIns = new Voice?[Pattern.VoiceCount];

    /// <summary>Makes a map from what a library's documentation says.</summary>
    /// <param name="name">The library's name, as a person reads it.</param>
    /// <param name="notes">The note of each voice that the library has, 0 to 127.</param>
    /// <param name="reads">Further notes, 0 to 127, and the voices that they mean: other articulations of the same drums.</param>
    public KitMap(string name, IReadOnlyDictionary<Voice, byte> notes, IReadOnlyDictionary<byte, Voice> reads)
    {
        Name = name;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            bool isThere = notes.TryGetValue((Voice)voice, out byte note);
            Lacking |= (isThere ? 0 : 1) << voice;
            _standIns[voice] = isThere ? null : Nearest[voice].Where(notes.ContainsKey).Select(near => (Voice?)near).FirstOrDefault();
            _notes[voice] = isThere ? note : _standIns[voice] is { } near ? notes[near] : Kit.NoteOf((Voice)voice);
        }

        for (int note = 0; note < _voices.Length; note++)
        {
            // General MIDI has a say where the library has the drum, and nothing of its own on this note.
            bool isCommon = Kit.GeneralMidi.TryFold(note, out Voice common) && notes.ContainsKey(common);
            _voices[note] = reads.TryGetValue((byte)note, out Voice read) ? (byte)read : isCommon ? (byte)common : None;
        }

        foreach ((Voice voice, byte note) in notes.OrderByDescending(pair => pair.Key))
        {
            _voices[note] = (byte)voice;
        }
    }

    /// <summary>Makes a map again from what <see cref="Notes"/> and <see cref="Voices"/> say.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="notes">14 notes, 0 to 127.</param>
    /// <param name="voices">128 voices, 0 to 13, or 255 for none.</param>
    /// <exception cref="ArgumentException">Other lengths or values.</exception>
    public KitMap(string name, ReadOnlySpan<byte> notes, ReadOnlySpan<byte> voices)
    {
        bool isWhole = notes.Length == Pattern.VoiceCount && voices.Length == _voices.Length
            && !notes.ContainsAnyExceptInRange((byte)0, (byte)127);
        foreach (byte voice in voices)
        {
            isWhole &= voice is < Pattern.VoiceCount or None;
        }

        if (!isWhole)
        {
            throw new ArgumentException("These are not 14 notes and 128 voices.");
        }

        Name = name;
        notes.CopyTo(_notes);
        voices.CopyTo(_voices);
    }

    /// <summary>General MIDI's percussion key map.</summary>
    public static KitMap GeneralMidi { get; } = new(
        "General MIDI",
        Enumerable.Range(0, Pattern.VoiceCount).ToDictionary(voice => (Voice)voice, voice => Kit.NoteOf((Voice)voice)),
        new Dictionary<byte, Voice>());

    /// <summary>The library's name, as a person reads it.</summary>
    public string Name { get; }

    /// <summary>The voices that the library has no note for: bit v set for <see cref="Voice"/> v.</summary>
    public int Lacking { get; }

    /// <summary>The notes of all voices, by <see cref="Voice"/>.</summary>
    public ReadOnlySpan<byte> Notes => _notes;

    /// <summary>The voice of each note; 255 where it means none.</summary>
    public ReadOnlySpan<byte> Voices => _voices;

    /// <summary>The note, 0 to 127, that a voice sends.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public byte NoteOf(Voice voice) => _notes[(int)voice];

    /// <summary>The voice whose note a voice has that the library lacks; null where it does not lack it or only General MIDI has a note.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public Voice? StandInOf(Voice voice) => _standIns[(int)voice];

    /// <summary>The voice that a note means in this library: the reverse of <see cref="NoteOf"/>.</summary>
    /// <param name="note">A MIDI note; anything outside 0 to 127 means no voice.</param>
    /// <param name="voice">The voice, when there is one.</param>
    /// <returns>False when the note means none of the fourteen.</returns>
    public bool TryFold(int note, out Voice voice)
    {
        byte found = (uint)note < (uint)_voices.Length ? _voices[note] : None;
        voice = found == None ? default : (Voice)found;
        return found != None;
    }

    /// <summary>Whether another map sends and reads the same notes, under the same name.</summary>
    /// <param name="other">The other map.</param>
    public bool IsSame(KitMap other) =>
        Name == other.Name && Notes.SequenceEqual(other.Notes) && Voices.SequenceEqual(other.Voices);
}
