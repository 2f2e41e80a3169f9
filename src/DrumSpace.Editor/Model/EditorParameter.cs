namespace DrumSpace.Editor.Model;

/// <summary>A parameter as the window knows it.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Id">Its name in files, for ever the same, such as "groove-vel".</param>
/// <param name="Name">The name that hosts show.</param>
/// <param name="Unit">The unit behind its texts; empty for none.</param>
/// <param name="StepCount">How many values it has; 0 for a continuous one.</param>
/// <param name="Default">Its normalized default, 0 to 1.</param>
public sealed record EditorParameter(int Index, string Id, string Name, string Unit, int StepCount, float Default)
{
    /// <summary>The normalized value of a step, 0 to 1.</summary>
    /// <param name="step">0 to <see cref="StepCount"/> - 1.</param>
    public float AtStep(int step) => StepCount > 1 ? (float)step / (StepCount - 1) : 0;

    /// <summary>The step of a normalized value.</summary>
    /// <param name="value">0 to 1.</param>
    public int StepOf(float value) => (int)MathF.Round(value * Math.Max(StepCount - 1, 0));
}
