namespace DrumSpace.Abi.Vst2;

/// <summary>The bits of <see cref="AEffect.Flags"/>.</summary>
[Flags]
public enum EffectFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The plugin has a window.</summary>
    HasEditor = 1 << 0,

    /// <summary><see cref="AEffect.ProcessReplacing"/> is there; all hosts expect it.</summary>
    CanReplacing = 1 << 4,

    /// <summary>State travels as an opaque chunk.</summary>
    ProgramChunks = 1 << 5,

    /// <summary>An instrument.</summary>
    IsSynth = 1 << 8,

    /// <summary>Silence in gives silence out.</summary>
    NoSoundInStop = 1 << 9,

    /// <summary><see cref="AEffect.ProcessDoubleReplacing"/> is there.</summary>
    CanDoubleReplacing = 1 << 12,
}
