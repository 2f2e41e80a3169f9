namespace DrumSpace.Plugin.Parameters;

/// <summary>How the capture parameter writes what was heard.</summary>
public enum CaptureCommand
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As a file with one track.</summary>
    OneTrack,

    /// <summary>As a file with a track per voice.</summary>
    TrackPerVoice,
}
