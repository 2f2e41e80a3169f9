
namespace DrumSpace.Training.Tests;

/// <summary>All of a model's numbers in a row, for comparisons bit by bit.</summary>
internal static class Weights
{
    public static float[] Of(TorchSharp.torch.nn.Module model) => [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
}
