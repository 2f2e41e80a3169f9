namespace DrumSpace.Plugin.State;

/// <summary>
/// Whether the plugin is bypassed, where the format's hosts leave that to the plugin: one byte, 1, and nothing where it is not. Other formats
/// keep the section as one they do not know.
/// </summary>
/// <param name="get">Whether it is bypassed.</param>
/// <param name="set">Bypasses it, or no longer.</param>
internal sealed class BypassSection(Func<bool> get, Action<bool> set) : IStateSection
{
    /// <inheritdoc/>
    public string Tag => "BYPS";

    /// <inheritdoc/>
    public void Write(ChunkWriter writer)
    {
        if (get())
        {
            writer.Write((byte)1);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        int start = reader.Offset;
        byte value = reader.ReadByte("whether the plugin is bypassed");
        return value == 1
            ? () => set(true)
            : throw new StateFormatException(start, $"the bypass is {value}; it must be 1.");
    }

    /// <inheritdoc/>
    public void Reset() => set(false);
}
