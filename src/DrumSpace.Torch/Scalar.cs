namespace TorchSharp;

/// <summary>A single number as an operand. Numbers convert to it by themselves.</summary>
public readonly struct Scalar
{
    private Scalar(double value) => Value = value;

    internal double Value { get; }

    internal float Single => (float)Value;

    /// <summary>Makes an operand of an integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(value);

    /// <summary>Makes an operand of an integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(long value) => new(value);

    /// <summary>Makes an operand of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => new(value);

    /// <summary>Makes an operand of a number, used in single precision.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => new(value);
}
