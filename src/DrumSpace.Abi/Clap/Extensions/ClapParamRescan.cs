namespace DrumSpace.Abi.Clap;

/// <summary>What has changed of a plugin's parameters.</summary>
[Flags]
public enum ClapParamRescan : uint
{
    /// <summary>Values.</summary>
    Values = 1 << 0,

    /// <summary>The texts of values.</summary>
    Text = 1 << 1,

    /// <summary>Names and what they can.</summary>
    Info = 1 << 2,

    /// <summary>Everything; only while not active.</summary>
    All = 1 << 3,
}
