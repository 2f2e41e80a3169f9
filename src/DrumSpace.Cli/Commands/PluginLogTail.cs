using System.Text;
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

    /// <summary>The lines that this process added since this object was made, without their times; equal ones once.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            // A log that is too long is begun anew.
            byte[] log = Read();
            string added = Encoding.UTF8.GetString(log.AsSpan(log.Length >= _start ? _start : 0));
            string mark = $"[{Environment.ProcessId}] ";
            return
            [
                .. added.Split('\n')
                    .Where(line => line.Contains(mark, StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..])
                    .Distinct(),
            ];
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
