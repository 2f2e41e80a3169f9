using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>What a host may know of a parameter to show the right control for it: 152 bytes, texts with a closing zero.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct VstParameterProperties
{
    /// <summary>The size of <see cref="Label"/> in bytes.</summary>
    public const int LabelSize = 64;

    /// <summary>The size of <see cref="ShortLabel"/> in bytes.</summary>
    public const int ShortLabelSize = 8;

    /// <summary>The size of <see cref="CategoryLabel"/> in bytes.</summary>
    public const int CategoryLabelSize = 24;

    /// <summary>The step of a control.</summary>
    public float StepFloat;

    /// <summary>The step of a control that is moved finely.</summary>
    public float SmallStepFloat;

    /// <summary>The step of a control that is moved coarsely.</summary>
    public float LargeStepFloat;

    /// <summary>The name.</summary>
    public fixed byte Label[LabelSize];

    /// <summary>Which of the fields count.</summary>
    public ParameterFlags Flags;

    /// <summary>The lowest of the whole numbers that the parameter stands for.</summary>
    public int MinInteger;

    /// <summary>The highest of them.</summary>
    public int MaxInteger;

    /// <summary>The step between them.</summary>
    public int StepInteger;

    /// <summary>The coarse step between them.</summary>
    public int LargeStepInteger;

    /// <summary>The name in short.</summary>
    public fixed byte ShortLabel[ShortLabelSize];

    /// <summary>Where it is shown, from 0.</summary>
    public short DisplayIndex;

    /// <summary>The group in which it is shown; 0 for none, else from 1.</summary>
    public short Category;

    /// <summary>The number of parameters in the group.</summary>
    public short CategoryCount;

    /// <summary>Zero.</summary>
    public short Reserved;

    /// <summary>The group's name.</summary>
    public fixed byte CategoryLabel[CategoryLabelSize];

    /// <summary>Zeros.</summary>
    public fixed byte Future[16];
}
