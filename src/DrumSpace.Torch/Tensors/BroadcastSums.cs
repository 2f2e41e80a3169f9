using TorchSharp.Kernels;

namespace TorchSharp.Tensors;

/// <summary>Sums over broadcast dimensions, and the repetition that undoes their shape.</summary>
internal static unsafe class BroadcastSums
{
    /// <summary>to[small] (+)= the sum of from[large] over the dimensions in which <paramref name="small"/> is 1 or missing.</summary>
    public static void Sum(float* from, long[] large, float* to, long[] small, bool add, float factor = 1)
    {
        if (!add)
        {
            new Span<float>(to, checked((int)Shapes.Count(small))).Clear();
        }

        BroadcastPlan plan = new(large, small, large);
        long run = plan.Run;
        if (plan.StepA == 1)
        {
            plan.ForEachRun((target, _, source) => Vectors.AddScaled(from + source, factor, to + target, run));
        }
        else
        {
            plan.ForEachRun((target, _, source) => to[target] += (float)(Vectors.Sum(from + source, run) * factor));
        }
    }

    /// <summary>to[large] (+)= factor * from[small], repeated.</summary>
    public static void Repeat(float* from, long[] small, float* to, long[] large, bool add, float factor = 1)
    {
        BroadcastPlan plan = new(large, small, large);
        long run = plan.Run;
        if (plan.StepA == 1)
        {
            plan.ForEachRun((source, _, target) => Vectors.Scale(from + source, factor, to + target, add, run));
        }
        else
        {
            plan.ForEachRun((source, _, target) => Vectors.Spread(from[source] * factor, to + target, add, run));
        }
    }
}
