namespace DrumSpace.Music;

/// <summary>
/// Which note each voice sends to a drum library, and which voice each of the library's notes means. A voice that the library lacks sends
/// the note of the closest voice that it has, or else General MIDI's. A voice may have a MIDI channel of its own. Immutable; any thread,
/// the audio thread included: reading it neither allocates nor blocks.
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
    private readonly byte[] _channels = new byte[Pattern.VoiceCount];
    private readonly Voice?[] _substitutes = new Voice?[Pattern.VoiceCount];

    /// <summary>Makes a map from a library's documentation.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="notes">The note of each voice that the library has, 0 to 127.</param>
    /// <param name="aliases">Further notes, 0 to 127, and the voices that they mean: other articulations of the same drums.</param>
    /// <param name="channels">The MIDI channels, 1 to 16, of voices that have one of their own; none by default.</param>
    public KitMap(
        string name,
        IReadOnlyDictionary<Voice, byte> notes,
        IReadOnlyDictionary<byte, Voice> aliases,
        IReadOnlyDictionary<Voice, byte>? channels = null)
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

            _channels[voice] = channels?.GetValueOrDefault(_substitutes[voice] ?? (Voice)voice) ?? 0;
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

    private KitMap(KitMap other, ReadOnlySpan<byte> channels)
    {
        (Name, MissingVoices) = (other.Name, other.MissingVoices);
        (_notes, _voices, _substitutes) = (other._notes, other._voices, other._substitutes);
        channels.CopyTo(_channels);
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

    /// <summary>The MIDI channels of all voices, by <see cref="Voice"/>: 1 to 16, or 0 where a voice has none of its own.</summary>
    public ReadOnlySpan<byte> Channels => _channels;

    /// <summary>The note, 0 to 127, that a voice sends.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public byte NoteOf(Voice voice) => _notes[(int)voice];

    /// <summary>The MIDI channel, 1 to 16, on which a voice sends.</summary>
    /// <param name="voice">The voice.</param>
    /// <param name="common">The channel of the voices that have none of their own.</param>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public int ChannelOf(Voice voice, int common) => _channels[(int)voice] == 0 ? common : _channels[(int)voice];

    /// <summary>The same map with other <see cref="Channels"/>.</summary>
    /// <param name="channels">14 channels, 1 to 16, or 0 for none.</param>
    /// <exception cref="ArgumentException">Another length or value.</exception>
    public KitMap WithChannels(ReadOnlySpan<byte> channels) =>
        channels.Length == Pattern.VoiceCount && !channels.ContainsAnyExceptInRange((byte)0, (byte)16)
            ? new KitMap(this, channels)
            : throw new ArgumentException("These are not 14 channels.", nameof(channels));

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

    /// <summary>Whether another map has the same name, notes, voices and channels.</summary>
    /// <param name="other">The other map.</param>
    public bool Matches(KitMap other) =>
        Name == other.Name && Notes.SequenceEqual(other.Notes) && Voices.SequenceEqual(other.Voices)
        && Channels.SequenceEqual(other.Channels);
}
