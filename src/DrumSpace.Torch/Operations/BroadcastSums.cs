using TorchSharp.Kernels;

namespace TorchSharp.Operations;

/// <summary>Sums over broadcast dimensions, and their inverse in shape, repetition.</summary>
internal static unsafe class BroadcastSums
{
    /// <summary>to[small] (+)= the sum of from[large] over the dimensions in which <paramref name="small"/> is 1 or missing.</summary>
    public static void Sum(float* from, long[] large, float* to, long[] small, bool add)
    {
        if (!add)
        {
            new Span<float>(to, checked((int)Shapes.Count(small))).Clear();
        }

        BroadcastPlan plan = new(large, small, large);
        long run = plan.Run;
        if (plan.StepA == 1)
        {
            plan.ForEachRun((target, _, source) => VectorUpdates.AddScaled(from + source, 1, to + target, run));
        }
        else
        {
            plan.ForEachRun((target, _, source) => to[target] += (float)VectorSums.Sum(from + source, run));
        }
    }

    /// <summary>to[large] (+)= from[small], repeated.</summary>
    public static void Repeat(float* from, long[] small, float* to, long[] large, bool add)
    {
        BroadcastPlan plan = new(large, small, large);
        long run = plan.Run;
        if (plan.StepA == 1)
        {
            plan.ForEachRun((source, _, target) => VectorUpdates.AddOrCopy(from + source, to + target, run, add));
        }
        else
        {
            plan.ForEachRun((source, _, target) => VectorUpdates.AddOrFill(from[source], to + target, run, add));
        }
    }
}
