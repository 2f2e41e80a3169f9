using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Memory;

namespace TorchSharp.Modules;

/// <summary>The moving means of one parameter's gradient and its square.</summary>
internal sealed unsafe class AdamState
{
    private readonly Storage _mean;
    private readonly Storage _square;
    private int _step;

    public AdamState(Parameter parameter)
    {
        _mean = Storage.Rent(parameter.Length);
        _square = Storage.Rent(parameter.Length);
        Array.Clear(_mean.Floats);
        Array.Clear(_square.Floats);
    }

    public void Release()
    {
        _mean.Release();
        _square.Release();
    }

    public void Update(Parameter parameter, double learningRate, AdamOptions options)
    {
        _step++;
        float* p = parameter.Pointer, g = parameter.Node!.Gradient, mean = _mean.Pointer, square = _square.Pointer;
        float stepSize = (float)(learningRate / (1 - Math.Pow(options.Beta1, _step)));
        float unbias = (float)(1 / Math.Sqrt(1 - Math.Pow(options.Beta2, _step)));
        float kept = options.Decoupled ? (float)(1 - learningRate * options.WeightDecay) : 1;
        float decay = options.Decoupled ? 0 : (float)options.WeightDecay;
        Workers.Ranges(parameter.Length, Vectors.LeastShared, (from, to) =>
        {
            int width = Vector<float>.Count;
            Vector<float> b1 = new((float)options.Beta1), c1 = new((float)(1 - options.Beta1));
            Vector<float> b2 = new((float)options.Beta2), c2 = new((float)(1 - options.Beta2));
            for (long i = from; i < to; i += width)
            {
                long rest = Math.Min(width, to - i);
                Vector<float> value = Load(p + i, rest) * kept, gradient = Load(g + i, rest) + value * decay;
                Vector<float> m = Load(mean + i, rest) * b1 + gradient * c1, s = Load(square + i, rest) * b2 + gradient * gradient * c2;
                value -= m * stepSize / (Vector.SquareRoot(s) * unbias + new Vector<float>((float)options.Epsilon));
                Store(m, mean + i, rest);
                Store(s, square + i, rest);
                Store(value, p + i, rest);
            }
        });
    }

    private static Vector<float> Load(float* from, long count) => count == Vector<float>.Count ? Vector.Load(from) : Vectors.LoadPart(from, count);

    private static void Store(Vector<float> value, float* to, long count)
    {
        if (count == Vector<float>.Count)
        {
            Vector.Store(value, to);
        }
        else
        {
            Vectors.StorePart(value, to, count);
        }
    }
}
