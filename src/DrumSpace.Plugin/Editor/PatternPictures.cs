using DrumSpace.Music;

namespace DrumSpace.Plugin.Window;

/// <summary>Decodes the patterns of places for pictures: without variation, with the rows that are pinned there.</summary>
/// <remarks>The window's thread; allocates nothing.</remarks>
internal sealed class PatternPictures(PluginCore core)
{
    private readonly DecodedPattern _decoded = new();

    /// <summary>The pattern of a place.</summary>
    /// <param name="knobs">The place.</param>
    /// <param name="pins">The rows that are pinned there.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>False while there is no model.</returns>
    public bool TryMake(in Knobs knobs, PinnedRows pins, out Pattern pattern)
    {
        bool isDecoded = core.PatternAt(knobs, _decoded);
        if (isDecoded)
        {
            pins.Overlay(_decoded);
        }

        pattern = isDecoded ? _decoded.Pattern : default;
        return isDecoded;
    }
}
