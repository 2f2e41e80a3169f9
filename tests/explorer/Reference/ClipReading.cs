using System.Globalization;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.ExplorerReference;

/// <summary>What the product reads in a MIDI clip.</summary>
internal static class ClipReading
{
    /// <summary>The step masks and the swing, or "none" for a clip that it refuses.</summary>
    /// <param name="path">The file.</param>
    public static string Of(string path)
    {
        try
        {
            ClipContent content = ClipReader.ReadContent(path, Kit.GeneralMidi);
            return string.Create(CultureInfo.InvariantCulture, $"{new PatternLine(content.Pattern)} {content.Swing:R}");
        }
        catch (FormatException)
        {
            return "none";
        }
    }
}
