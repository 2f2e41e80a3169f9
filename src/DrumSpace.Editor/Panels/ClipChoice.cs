using DrumSpace.Editor.Widgets;
using DrumSpace.Music.Capture;

namespace DrumSpace.Editor.Panels;

/// <summary>Which clip the buttons mean, and what they do with it.</summary>
internal sealed class ClipChoice(IWidgetHost host)
{
    /// <summary>The kind that was used last.</summary>
    public ClipKind Kind { get; set; }

    /// <summary>Writes the clip into a new file.</summary>
    /// <returns>Its path; null where the status tells why not.</returns>
    public string? Write() =>
        host.Model.Clips.Write(Kind, host.Model.Preferences.ClipBars, host.Model.Preferences.HasTrackPerVoice);

    /// <summary>Writes the clip and copies its path.</summary>
    public void CopyPath()
    {
        if (Write() is { } path)
        {
            host.Window?.CopyText(path);
            host.Tell($"In the clipboard: {path}");
        }
    }

    /// <summary>Writes the clip and shows it in the file manager.</summary>
    public void Show()
    {
        if (Write() is { } path)
        {
            host.Model.Clips.Show(path);
            host.Tell(path);
        }
    }

    /// <summary>Writes the clip to a path of the user's.</summary>
    /// <returns>Whether it was written; a file that is there already stays as it is.</returns>
    public bool SaveAs(string target)
    {
        if (Write() is not { } path)
        {
            return false;
        }

        // The host's own folder means nothing to a user: a bare name lies in the user's.
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string typed = target.StartsWith("~/", StringComparison.Ordinal) ? target[2..] : target;
        string full = System.IO.Path.Combine(home, typed.EndsWith(".mid", StringComparison.OrdinalIgnoreCase) ? typed : $"{typed}.mid");
        try
        {
            File.Copy(path, full, overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            host.Tell($"Not saved: {e.Message}");
            return false;
        }

        host.Tell($"Saved: {full}");
        return true;
    }
}
