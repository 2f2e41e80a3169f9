namespace DrumSpace.Abi.Vst2;

/// <summary>What <see cref="VstParameterProperties"/> says.</summary>
[Flags]
public enum ParameterFlags
{
    /// <summary>The parameter is off or on.</summary>
    IsSwitch = 1 << 0,

    /// <summary>The lowest and highest whole numbers are given.</summary>
    UsesIntegerRange = 1 << 1,

    /// <summary>The steps between values of 0 to 1 are given.</summary>
    UsesFloatStep = 1 << 2,

    /// <summary>The steps between whole numbers are given.</summary>
    UsesIntegerStep = 1 << 3,

    /// <summary>The display index is given.</summary>
    HasDisplayIndex = 1 << 4,

    /// <summary>The group is given.</summary>
    HasCategory = 1 << 5,

    /// <summary>The value may be moved evenly.</summary>
    CanRamp = 1 << 6,
}
