namespace DrumSpace.Music.Melody;

/// <summary>The two modes that keys are told apart by.</summary>
public enum KeyMode
{
    /// <summary>Major.</summary>
    Major = 0,

    /// <summary>Minor; its scale here is the natural one.</summary>
    Minor = 1,
}
