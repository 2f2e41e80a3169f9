using DrumSpace.Music.Capture;

namespace DrumSpace.Editor.Model;

/// <summary>MIDI clips of what plays.</summary>
public interface IEditorClips
{
    /// <summary>How many whole bars are captured, 0 to 64.</summary>
    int CapturedBars { get; }

    /// <summary>
    /// Writes a clip into a new file, which is kept. Takes some thousandths of a second; allocates.
    /// </summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="bars">How many bars, of <see cref="ClipKind.Captured"/>.</param>
    /// <param name="hasTrackPerVoice">Whether each drum has a track of its own.</param>
    /// <returns>The file's full path; null where nothing can be written, and then the status tells why.</returns>
    string? Write(ClipKind kind, int bars, bool hasTrackPerVoice);

    /// <summary>Shows a file in the desktop's file manager.</summary>
    void Show(string path);
}
