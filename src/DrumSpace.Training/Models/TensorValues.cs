using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Reads and writes a tensor's values, row by row, on every backend and device.</summary>
internal static class TensorValues
{
    /// <summary>The numbers.</summary>
    public static float[] Read(Tensor tensor) => tensor.cpu().data<float>().ToArray();

    /// <summary>Overwrites a parameter, or another tensor.</summary>
    public static void Write(Tensor parameter, float[] values)
    {
        using IDisposable guard = no_grad();
        using Tensor written = tensor(values, parameter.shape);
        parameter.copy_(written);
    }
}
