namespace DrumSpace.Plugin.Diagnostics;

/// <summary>What a musician should know of an instance now, in a sentence or two.</summary>
/// <remarks>Any thread, but <see cref="Notify"/> not on the audio thread.</remarks>
public sealed class StatusLine
{
    /// <summary>The beginning of the notice, and of the log's line with the reason, when there is no model to play with.</summary>
    public const string NoModel = "No model can be loaded, so the default beat plays";

    private string _text = "";

    /// <summary>The newest notice; empty when all is well.</summary>
    public string Text => Volatile.Read(ref _text);

    /// <summary>Shows and logs a notice.</summary>
    public void Notify(string notice)
    {
        Show(notice);
        PluginLog.Write(notice);
    }

    /// <summary>Shows a notice that is in the log already, as one that concerns all instances.</summary>
    public void Show(string notice) => Volatile.Write(ref _text, notice);

    /// <summary>Shows nothing any more, because a state or preset is about to be loaded.</summary>
    public void Clear() => Volatile.Write(ref _text, "");
}
