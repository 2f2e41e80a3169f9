namespace TorchSharp;

/// <summary>A single number as an operand. Numbers convert to it implicitly.</summary>
public readonly struct Scalar
{
    private Scalar(double value) => Value = value;

    internal double Value { get; }

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(value);

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => new(value);

    /// <summary>Converts a number, which is used in single precision.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => new(value);
}
