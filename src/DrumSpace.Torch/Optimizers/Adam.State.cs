using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>What Adam remembers of one parameter. Whoever writes these numbers back goes on as if it had never stopped.</summary>
    public sealed unsafe class State : OptimizerState
    {
        /// <summary>The number of updates so far.</summary>
        public long step;

        /// <summary>The moving mean of the gradient, in the parameter's shape.</summary>
        public Tensor exp_avg;

        /// <summary>The moving mean of the gradient's square, in the parameter's shape.</summary>
        public Tensor exp_avg_sq;

        internal State(Parameter parameter)
        {
            exp_avg = zeros(parameter.shape).DetachFromDisposeScope();
            exp_avg_sq = zeros(parameter.shape).DetachFromDisposeScope();
        }

        internal void Release()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
        }

        internal void Update(Parameter parameter, double learningRate, AdamOptions options)
        {
            step++;
            float* p = parameter.Pointer, g = parameter.Node!.Gradient, mean = exp_avg.Pointer, square = exp_avg_sq.Pointer;
            float stepSize = (float)(learningRate / (1 - Math.Pow(options.Beta1, step)));
            float unbias = (float)(1 / Math.Sqrt(1 - Math.Pow(options.Beta2, step)));
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
                    Vector<float> value = Vectors.LoadUpTo(p + i, rest) * kept, gradient = Vectors.LoadUpTo(g + i, rest) + value * decay;
                    Vector<float> m = Vectors.LoadUpTo(mean + i, rest) * b1 + gradient * c1, s = Vectors.LoadUpTo(square + i, rest) * b2 + gradient * gradient * c2;
                    value -= m * stepSize / (Vector.SquareRoot(s) * unbias + new Vector<float>((float)options.Epsilon));
                    Vectors.StoreUpTo(m, mean + i, rest);
                    Vectors.StoreUpTo(s, square + i, rest);
                    Vectors.StoreUpTo(value, p + i, rest);
                }
            });
        }
    }
}
