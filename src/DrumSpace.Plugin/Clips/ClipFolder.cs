using DrumSpace.Midi;
using DrumSpace.Plugin.Files;

namespace DrumSpace.Plugin.Clips;

/// <summary>
/// Where clips lie that are dragged into hosts: a folder within the one of captures. A host may refer to them for as long as its song
/// lives, so no file is written over. Before the first is written, those of a year ago and longer are deleted.
/// </summary>
/// <remarks>Any thread but the audio thread; locks.</remarks>
/// <param name="clock">What time it is.</param>
/// <param name="path">The folder's path, whether it exists or not.</param>
internal sealed class ClipFolder(TimeProvider clock, Func<string> path)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private readonly Lock _writing = new();
    private bool _isCleaned;

    /// <summary>Writes a clip into a file of its own.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="title">From <see cref="ClipName.TitleOf"/>.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The folder cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public string Write(MidiFile clip, string title)
    {
        lock (_writing)
        {
            string folder = Directory.CreateDirectory(path()).FullName;
            if (!_isCleaned)
            {
                DeleteOld(folder);
                _isCleaned = true;
            }

            return NewFile.Write(Path.Combine(folder, ClipName.Of(clock.GetLocalNow(), title)), clip);
        }
    }

    // What cannot be deleted stays: it must not keep a clip from being written.
    private void DeleteOld(string folder)
    {
        DateTime limit = clock.GetUtcNow().UtcDateTime - Kept;
        try
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.mid"))
            {
                if (ClipName.IsOurs(file.Name) && file.LastWriteTimeUtc < limit)
                {
                    file.Delete();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
