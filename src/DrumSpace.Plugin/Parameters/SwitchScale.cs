namespace DrumSpace.Plugin.Parameters;

/// <summary>Off or on.</summary>
public sealed class SwitchScale() : ChoiceScale(["off", "on"])
{
    /// <summary>Whether a normalized value reads as on.</summary>
    /// <param name="normalized">0 to 1.</param>
    public static bool IsOn(float normalized) => normalized > 0.5f;
}
