using DrumSpace.Music;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The kit map in use where it is the user's own, so that the song plays the same where its file is not: u8 length in bytes and UTF-8 of
/// the name, the notes of the 14 voices, and for each of 128 notes the voice that it means, 255 for none. A map that is not among the
/// process's stays with the song, at an index without a map, until another state is taken. Its voices' channels are in a section of their
/// own: see <see cref="KitChannelsSection"/>.
/// </summary>
/// <param name="kits">The process's maps.</param>
/// <param name="values">The instance's parameters.</param>
/// <param name="notify">Called with a sentence for a musician when the song brings a map that is not here.</param>
internal sealed class KitSection(KitList kits, ParameterStore values, Action<string> notify) : IStateSection
{
    private const int Notes = 128;
    private SongKit? _song;

    // A map and the index that the song has it at.
    private sealed record SongKit(KitMap Map, int Index);

    /// <inheritdoc/>
    public string Tag => "KITM";

    /// <summary>The map that the parameter chooses; General MIDI's where there is none. Any thread; no allocation.</summary>
    public KitMap Map => At(Chosen) ?? KitMap.GeneralMidi;

    /// <summary>The channels of the map that is taken next, if it has this name; null for none. Main thread.</summary>
    internal (string Name, byte[] Channels)? NextChannels { get; set; }

    /// <summary>The map that is saved: the chosen one where it is the user's own. Null for a built-in one.</summary>
    internal KitMap? Saved => Chosen < KitList.BuiltInCount ? null : At(Chosen);

    private int Chosen => values.Get(ParameterTable.KitMap);

    /// <inheritdoc/>
    public void Write(ChunkWriter writer)
    {
        if (Saved is not { } map)
        {
            return;
        }

        writer.WriteText(map.Name);
        writer.Write(map.Notes);
        writer.Write(map.Voices);
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        string name = reader.ReadText(KitFile.MaxNameBytes, "the kit map's name");
        int start = reader.Offset;
        byte[] notes = reader.ReadBytes(Pattern.VoiceCount, "the kit map's notes");
        byte[] voices = reader.ReadBytes(Notes, "the kit map's voices");

        try
        {
            KitMap map = new(name, notes, voices);
            return () => Take(map);
        }
        catch (ArgumentException)
        {
            throw new StateFormatException(start, "the kit map has notes beyond 127 or voices beyond the fourteen.");
        }
    }

    /// <inheritdoc/>
    public void Reset() => Volatile.Write(ref _song, null);

    private KitMap? At(int index) => Volatile.Read(ref _song) is { } song && song.Index == index ? song.Map : kits[index];

    // Where the song was saved, its map may have had another index.
    private void Take(KitMap read)
    {
        KitMap map = NextChannels is { } own && own.Name == read.Name ? read.WithChannels(own.Channels) : read;
        int index = kits.IndexOf(map);
        bool isHere = index >= 0;
        if (!isHere)
        {
            int saved = Chosen;
            index = kits[saved] != null && kits.FirstEmpty is >= 0 and int empty ? empty : saved;
            notify($"The kit map {map.Name} is not among yours; the song plays it all the same.");
        }

        Volatile.Write(ref _song, isHere ? null : new SongKit(map, index));
        values.Set(ParameterTable.KitMap, index);
    }
}
