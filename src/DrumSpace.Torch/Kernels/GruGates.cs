using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// The gates of a gated recurrent unit (K. Cho and others, 2014, in torch's form): r = sigmoid(a_r + b_r), z = sigmoid(a_z + b_z),
/// n = tanh(a_n + r b_n), h' = (1 - z) n + z h; a and b are the products of input and state with their weights, in the order r, z, n.
/// </summary>
internal static unsafe class GruGates
{
    /// <summary>One row of the batch; keeps r, z, n (3 * size) for the way back.</summary>
    public static void Forward(float* a, float* b, float* h, float* kept, float* next, int size)
    {
        int width = Vector<float>.Count;
        for (int i = 0; i < size; i += width)
        {
            int rest = Math.Min(width, size - i);
            Vector<float> r = Activations.Sigmoid.Of(Vectors.LoadUpTo(a + i, rest) + Vectors.LoadUpTo(b + i, rest));
            Vector<float> z = Activations.Sigmoid.Of(Vectors.LoadUpTo(a + size + i, rest) + Vectors.LoadUpTo(b + size + i, rest));
            Vector<float> n = Activations.Tanh.Of(Vectors.LoadUpTo(a + 2 * size + i, rest) + r * Vectors.LoadUpTo(b + 2 * size + i, rest));
            Vectors.StoreUpTo(r, kept + i, rest);
            Vectors.StoreUpTo(z, kept + size + i, rest);
            Vectors.StoreUpTo(n, kept + 2 * size + i, rest);
            Vectors.StoreUpTo(n + z * (Vectors.LoadUpTo(h + i, rest) - n), next + i, rest);
        }
    }

    /// <summary>One row of the batch: overwrites the gradients of a, b and h.</summary>
    public static void Backward(float* b, float* h, float* kept, float* gradient, float* toA, float* toB, float* toH, int size)
    {
        int width = Vector<float>.Count;
        Vector<float> one = Vector<float>.One;
        for (int i = 0; i < size; i += width)
        {
            int rest = Math.Min(width, size - i);
            Vector<float> r = Vectors.LoadUpTo(kept + i, rest), z = Vectors.LoadUpTo(kept + size + i, rest);
            Vector<float> n = Vectors.LoadUpTo(kept + 2 * size + i, rest);
            Vector<float> g = Vectors.LoadUpTo(gradient + i, rest);
            Vector<float> toN = g * (one - z) * (one - n * n);
            Vector<float> toZ = g * (Vectors.LoadUpTo(h + i, rest) - n) * z * (one - z);
            Vector<float> toR = toN * Vectors.LoadUpTo(b + 2 * size + i, rest) * r * (one - r);
            Vectors.StoreUpTo(toR, toA + i, rest);
            Vectors.StoreUpTo(toZ, toA + size + i, rest);
            Vectors.StoreUpTo(toN, toA + 2 * size + i, rest);
            Vectors.StoreUpTo(toR, toB + i, rest);
            Vectors.StoreUpTo(toZ, toB + size + i, rest);
            Vectors.StoreUpTo(toN * r, toB + 2 * size + i, rest);
            Vectors.StoreUpTo(g * z, toH + i, rest);
        }
    }
}
