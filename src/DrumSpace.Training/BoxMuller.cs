namespace DrumSpace.Training;

/// <summary>Normal numbers from uniform ones (Box and Muller 1958).</summary>
internal static class BoxMuller
{
    /// <summary>Makes two independent standard normal numbers.</summary>
    /// <param name="first">Uniform, above 0 and at most 1.</param>
    /// <param name="second">Uniform, from 0 to 1, independent of the first.</param>
    public static (double First, double Second) Transform(double first, double second)
    {
        double radius = Math.Sqrt(-2 * Math.Log(first));
        double angle = 2 * Math.PI * second;
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }
}
