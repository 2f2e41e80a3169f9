namespace DrumSpace.Music;

/// <summary>
/// Which note each voice sends to a drum library, and which voice each of the library's notes means. A voice that the library lacks sends
/// the note of the closest voice that it has, or else General MIDI's. Immutable; any thread, the audio thread included: reading it neither
/// allocates nor blocks.
/// </summary>
public sealed class KitMap
{
    private const byte None = 0xFF;

    // The substitutes of each voice, the closest first.
    private static readonly Voice[][] Substitutes =
    [
        [], [], [Voice.OpenHiHat], [Voice.LowTom, Voice.HiMidTom], [Voice.LowFloorTom, Voice.HiMidTom], [Voice.ClosedHiHat],
        [Voice.LowTom, Voice.LowFloorTom], [Voice.Ride], [Voice.Crash], [Voice.OpenHiHat, Voice.ClosedHiHat],
        [Voice.HiMidTom, Voice.LowTom, Voice.LowFloorTom], [Voice.LowTom, Voice.LowFloorTom, Voice.HiMidTom],
        [Voice.HiMidTom, Voice.LowTom, Voice.LowFloorTom], [Voice.LowFloorTom, Voice.LowTom, Voice.HiMidTom],
    ];

    private readonly byte[] _notes = new byte[Pattern.VoiceCount];
    private readonly byte[] _voices = new byte[128];
    private readonly Voice?[] _substitutes = new Voice?[Pattern.VoiceCount];

    /// <summary>Makes a map from a library's documentation.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="notes">The note of each voice that the library has, 0 to 127.</param>
    /// <param name="aliases">Further notes, 0 to 127, and the voices that they mean: other articulations of the same drums.</param>
    public KitMap(string name, IReadOnlyDictionary<Voice, byte> notes, IReadOnlyDictionary<byte, Voice> aliases)
    {
        Name = name;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if (!notes.TryGetValue((Voice)voice, out _notes[voice]))
            {
                MissingVoices |= 1 << voice;
                _substitutes[voice] = Substitutes[voice].Where(notes.ContainsKey).Select(close => (Voice?)close).FirstOrDefault();
                _notes[voice] = _substitutes[voice] is { } substitute ? notes[substitute] : Kit.NoteOf((Voice)voice);
            }
        }

        for (int note = 0; note < _voices.Length; note++)
        {
            // A note that the library does not define means what it means in General MIDI, if the library has that drum.
            bool isCommon = Kit.GeneralMidi.TryFold(note, out Voice common) && notes.ContainsKey(common);
            _voices[note] = aliases.TryGetValue((byte)note, out Voice alias) ? (byte)alias : isCommon ? (byte)common : None;
        }

        foreach ((Voice voice, byte note) in notes.OrderByDescending(pair => pair.Key))
        {
            _voices[note] = (byte)voice;
        }
    }

    /// <summary>Restores a map from its <see cref="Notes"/> and <see cref="Voices"/>.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="notes">14 notes, 0 to 127.</param>
    /// <param name="voices">128 voices, 0 to 13, or 255 for none.</param>
    /// <exception cref="ArgumentException">Other lengths or values.</exception>
    public KitMap(string name, ReadOnlySpan<byte> notes, ReadOnlySpan<byte> voices)
    {
        if (notes.Length != Pattern.VoiceCount || notes.ContainsAnyExceptInRange((byte)0, (byte)127)
            || voices.Length != _voices.Length || voices.ContainsAnyInRange((byte)Pattern.VoiceCount, (byte)(None - 1)))
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

    /// <summary>The library's name.</summary>
    public string Name { get; }

    /// <summary>The voices that the library lacks: bit v set for <see cref="Voice"/> v. 0 after a restore.</summary>
    public int MissingVoices { get; }

    /// <summary>The notes of all voices, by <see cref="Voice"/>.</summary>
    public ReadOnlySpan<byte> Notes => _notes;

    /// <summary>The voice of each note; 255 where it means none.</summary>
    public ReadOnlySpan<byte> Voices => _voices;

    /// <summary>The note, 0 to 127, that a voice sends.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public byte NoteOf(Voice voice) => _notes[(int)voice];

    /// <summary>
    /// The voice whose note a missing voice sends; null for voices that the library has, and where General MIDI's note is sent.
    /// </summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public Voice? SubstituteOf(Voice voice) => _substitutes[(int)voice];

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

    /// <summary>Whether another map has the same name, notes and voices.</summary>
    /// <param name="other">The other map.</param>
    public bool Matches(KitMap other) =>
        Name == other.Name && Notes.SequenceEqual(other.Notes) && Voices.SequenceEqual(other.Voices);
}
