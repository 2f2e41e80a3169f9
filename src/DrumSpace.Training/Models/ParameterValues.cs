using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Reads and writes a parameter's values, row by row, in the way that every backend supports.</summary>
internal static class ParameterValues
{
    public static float[] Read(Tensor parameter) => parameter.data<float>().ToArray();

    public static void Write(Tensor parameter, float[] values)
    {
        using IDisposable guard = no_grad();
        using Tensor written = tensor(values, parameter.shape);
        parameter.copy_(written);
    }
}
