using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Changes of gradients between backward() and the optimizer's step.</summary>
        public static unsafe class utils
        {
            /// <summary>Scales all gradients by one factor, so that their Euclidean norm is at most a bound.</summary>
            /// <param name="tensors">The parameters whose gradients count.</param>
            /// <param name="max_norm">The bound.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm)
            {
                Parameter[] clipped = [.. tensors.Where(static p => p.Node is { HasGradient: true })];
                double norm = Math.Sqrt(clipped.Sum(static p => VectorSums.Dot(p.Node!.Gradient, p.Node.Gradient, p.Length)));
                // torch's own guard against a division by zero.
                float factor = (float)(max_norm / (norm + 1e-6));
                foreach (Parameter parameter in factor < 1 ? clipped : [])
                {
                    VectorUpdates.Scale(parameter.Node!.Gradient, factor, parameter.Node.Gradient, add: false, parameter.Length);
                }

                return norm;
            }
        }
    }
}
