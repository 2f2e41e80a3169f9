namespace TorchSharp;

/// <summary>Makes scalars of numbers.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>Makes a scalar of a number, which is used in single precision.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this double value) => new(value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this float value) => new(value);
}
