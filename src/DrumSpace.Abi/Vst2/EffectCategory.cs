namespace DrumSpace.Abi.Vst2;

/// <summary>Answers to <see cref="EffectOpcode.GetCategory"/>.</summary>
public static class EffectCategory
{
    /// <summary>Unknown.</summary>
    public const int Unknown = 0;

    /// <summary>An effect.</summary>
    public const int Effect = 1;

    /// <summary>An instrument.</summary>
    public const int Synth = 2;

    /// <summary>A shell that holds several plugins.</summary>
    public const int Shell = 10;
}
