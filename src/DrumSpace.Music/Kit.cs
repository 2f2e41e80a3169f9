using System.Runtime.CompilerServices;

namespace DrumSpace.Music;

/// <summary>
/// Which of the fourteen voices a MIDI note means, for one family of files, and which note each voice sends. Every kit sends General MIDI's
/// notes; kits differ in how they read. Immutable; any thread, the audio thread included: nothing here allocates or blocks.
/// </summary>
/// <remarks>Notes are folded as in the papers before arXiv 2007.06284, extended to all General MIDI drums with a close relative among the
/// fourteen. Other percussion (tambourine, cowbell, maracas ...) means no voice.</remarks>
public sealed class Kit
{
    private const byte None = 0xFF;

    private static readonly UInt128 VDrumsEdges = (UInt128.One << 22) | (UInt128.One << 26);

    private static readonly string[] Names =
    [
        "Bass Drum 1", "Acoustic Snare", "Closed Hi-Hat", "Low Floor Tom", "Low Tom", "Open Hi-Hat", "Hi-Mid Tom",
        "Crash Cymbal 1", "Ride Cymbal 1", "Vibraslap", "Hi Bongo", "Low Bongo", "Mute Hi Conga", "Low Conga",
    ];

    private static readonly (byte Note, byte As)[] Folds =
    [
        (35, 36), (37, 38), (39, 38), (40, 38), (43, 41), (44, 42), (47, 45), (50, 48), (52, 49), (57, 49), (53, 51), (55, 51), (59, 51),
        (63, 62),
    ];

    private readonly byte[] _voices;

    private Kit(KitMap map)
    {
        Name = map.Name;
        _voices = map.Voices.ToArray();
    }

    private Kit(Kit other, int drumChannel)
    {
        Name = other.Name;
        DrumChannel = drumChannel;
        _voices = other._voices;
    }

    private Kit(string name, ReadOnlySpan<(byte Note, byte As)> own)
    {
        Name = name;
        _voices = new byte[128];
        Array.Fill(_voices, None);
        for (int voice = 0; voice < Notes.Length; voice++)
        {
            _voices[Notes[voice]] = (byte)voice;
        }

        foreach ((byte note, byte other) in Folds)
        {
            _voices[note] = _voices[other];
        }

        foreach ((byte note, byte other) in own)
        {
            _voices[note] = _voices[other];
        }
    }

    /// <summary>General MIDI level 1: the default.</summary>
    public static Kit GeneralMidi { get; } = new("General MIDI", []);

    /// <summary>
    /// Roland's V-Drums as the Groove MIDI Dataset recorded them: the hi-hat's edge sends 22 (closed) and 26 (open), and 58 is the rim of
    /// the third tom. In General MIDI, 58 is a vibraslap, and 22 and 26 are undefined.
    /// </summary>
    public static Kit VDrums { get; } = new("V-Drums", [(22, 42), (26, 46), (58, 41)]);

    /// <summary>The kit that reads notes as a map of a drum library does.</summary>
    /// <param name="map">The map.</param>
    /// <returns><see cref="GeneralMidi"/> for a map that reads as it does, else a new kit.</returns>
    public static Kit Of(KitMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Voices.SequenceEqual(GeneralMidi._voices) ? GeneralMidi : new Kit(map);
    }

    /// <summary>
    /// The kit by which a file's drums are read: this one, but <see cref="VDrums"/> instead of <see cref="GeneralMidi"/> for a file with
    /// the notes of their hi-hat's edge, which General MIDI does not define.
    /// </summary>
    /// <param name="notes">The notes of the file's drums: bit n set for note n.</param>
    public Kit For(UInt128 notes) => _voices == GeneralMidi._voices && (notes & VDrumsEdges) != 0 ? VDrums : this;

    /// <summary>The same kit for files whose drums are on a certain channel.</summary>
    /// <param name="channel">1 to 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another channel.</exception>
    public Kit OnChannel(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channel, 16);
        return new Kit(this, channel);
    }

    /// <summary>The General MIDI note of each voice, by <see cref="Voice"/>.</summary>
    public static ReadOnlySpan<byte> Notes => [36, 38, 42, 41, 45, 46, 48, 49, 51, 58, 60, 61, 62, 64];

    /// <summary>The kit's name.</summary>
    public string Name { get; }

    /// <summary>The only channel, 1 to 16, whose notes are drums; null where each file's notes tell.</summary>
    public int? DrumChannel { get; }

    /// <summary>The General MIDI note, 0 to 127, that a voice sends.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public static byte NoteOf(Voice voice) => Notes[(int)voice];

    /// <summary>The General MIDI name of a voice.</summary>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public static string NameOf(Voice voice) => Names[(int)voice];

    /// <summary>The voice that a note means in this kit.</summary>
    /// <param name="note">A MIDI note; anything outside 0 to 127 means no voice.</param>
    /// <param name="voice">The voice, when there is one.</param>
    /// <returns>False when the note means none of the fourteen.</returns>
    public bool TryFold(int note, out Voice voice)
    {
        byte found = (uint)note < (uint)_voices.Length ? _voices[note] : None;
        voice = found == None ? default : (Voice)found;
        return found != None;
    }

    /// <summary>The step mask of a note's voice: one bit, or 0 when the note means none of the fourteen.</summary>
    /// <param name="note">A MIDI note; anything outside 0 to 127 gives 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort MaskOf(int note) => TryFold(note, out Voice voice) ? (ushort)(1 << (int)voice) : (ushort)0;
}
