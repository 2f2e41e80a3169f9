
namespace DrumSpace.Training.Tests;

/// <summary>All parameters of a model, for bitwise comparisons.</summary>
internal static class Weights
{
    public static float[] Of(TorchSharp.torch.nn.Module model) =>
        [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
}
