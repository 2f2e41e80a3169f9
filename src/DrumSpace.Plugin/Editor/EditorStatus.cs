using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// What a musician should know of now: the core's notice while it is new, then what hinders.
/// </summary>
/// <remarks>The window's thread; allocates nothing.</remarks>
internal sealed class EditorStatus(PluginCore core, TimeProvider clock)
{
    /// <summary>The host bypasses the plugin.</summary>
    public const string Bypassed = "The host bypasses the plugin.";

    /// <summary>The transport stands.</summary>
    public const string Stopped = "The song stands still: start the host's transport.";

    /// <summary>Every drum is silenced.</summary>
    public const string Muted = "Every drum is muted.";

    /// <summary>The built-in kit's level is at 0.</summary>
    public const string KitDown = "The built-in kit is down: only MIDI leaves the plugin.";

    /// <summary>No model is loaded.</summary>
    public const string NoModel = "No model is loaded yet, so the default beat plays.";

    /// <summary>The song's model is not there.</summary>
    public const string MissingModel = "The song's model is not here: what it played is kept, and another model plays what you turn.";

    // The core keeps its notice until a state is loaded.
    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(20);

    private string _notice = "";
    private long _noticed;

    /// <summary>A sentence or two; empty when all is well.</summary>
    public string Text
    {
        get
        {
            string notice = core.Status;
            if (!ReferenceEquals(notice, _notice))
            {
                _notice = notice;
                _noticed = clock.GetTimestamp();
            }

            bool isNew = notice.Length > 0 && clock.GetElapsedTime(_noticed) < NoticeTime;
            return isNew ? notice : Trouble() ?? "";
        }
    }

    private string? Trouble()
    {
        var playhead = core.Playhead;
        return core.IsBypassed ? Bypassed
            : playhead is { IsPlaying: false, Bar: > 0 } ? Stopped
            : SilentVoices() == Pattern.AllVoices ? Muted
            : core.Parameters[ParameterTable.KitLevel] <= 0 ? KitDown
            : core.Model == null ? core.ModelProblem is { Length: > 0 } problem ? problem : NoModel
            : core.MissingModel != null ? MissingModel
            : null;
    }

    // As EngineSettings.SilentVoices.
    private int SilentVoices()
    {
        ParameterView values = core.Parameters.Current;
        int solo = values.MaskOf(ParameterTable.Solo);
        return values.MaskOf(ParameterTable.Mute) | (solo == 0 ? 0 : Pattern.AllVoices & ~solo);
    }
}
