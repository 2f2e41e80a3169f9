using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The operations in place that an optimizer is made of.</summary>
internal static class Updates
{
    /// <summary>old * factor.</summary>
    public readonly struct Multiply(float factor) : IUpdate
    {
        public Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second) => old * factor;
    }

    /// <summary>old + summand.</summary>
    public readonly struct AddNumber(float summand) : IUpdate
    {
        public Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second) => old + new Vector<float>(summand);
    }

    /// <summary>old + first * factor.</summary>
    public readonly struct Add(float factor) : IUpdate
    {
        public Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second) => old + first * factor;
    }

    /// <summary>old + first * second * factor.</summary>
    public readonly struct AddProduct(float factor) : IUpdate
    {
        public Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second) => old + first * second * factor;
    }

    /// <summary>old + first * factor / second.</summary>
    public readonly struct AddQuotient(float factor) : IUpdate
    {
        public Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second) => old + first * factor / second;
    }
}
