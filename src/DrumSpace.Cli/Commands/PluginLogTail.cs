using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Cli.Commands;

/// <summary>
/// What DrumSpace, loaded by this process in any format, adds to its log: the only way in which VST2 lets a plugin give reasons.
/// </summary>
internal sealed class PluginLogTail
{
    private const int MaxBytes = 4 << 20;
    private readonly int _start = Read().Length;

    /// <summary>The last line that this process added since this object was made, without its time; null for none.</summary>
    public string? LastLine
    {
        get
        {
            // A log that is too long is begun anew.
            byte[] log = Read();
            string added = System.Text.Encoding.UTF8.GetString(log.AsSpan(log.Length >= _start ? _start : 0));
            string mark = $"[{Environment.ProcessId}] ";
            string? line = added.Split('\n').LastOrDefault(line => line.Contains(mark, StringComparison.Ordinal));
            return line?[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
        }
    }

    private static byte[] Read()
    {
        try
        {
            return BoundedFile.Read(PluginLog.FilePath, MaxBytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
