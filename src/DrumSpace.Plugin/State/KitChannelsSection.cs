using DrumSpace.Music;
using DrumSpace.Plugin.Kits;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The channels of the voices of the user's own kit map, if any has one of its own: the map's name as a text, and 14 bytes, 1 to 16 or 0
/// for none. Apart from the map, because versions that do not know channels read that; by its name, because they may save another. It is
/// taken before the map.
/// </summary>
internal sealed class KitChannelsSection(KitSection kits) : IStateSection
{
    /// <inheritdoc/>
    public string Tag => "KITC";

    /// <inheritdoc/>
    public void Write(ChunkWriter writer)
    {
        if (kits.Saved is { } map && map.Channels.ContainsAnyExcept((byte)0))
        {
            writer.WriteText(map.Name);
            writer.Write(map.Channels);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        string name = reader.ReadText(KitFile.MaxNameBytes, "the name of the kit map with channels");
        int start = reader.Offset;
        byte[] channels = reader.ReadBytes(Pattern.VoiceCount, "the kit map's channels");
        return channels.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)16)
            ? throw new StateFormatException(start, "the kit map has channels beyond 16.")
            : () => kits.NextChannels = (name, channels);
    }

    /// <inheritdoc/>
    public void Reset() => kits.NextChannels = null;
}
