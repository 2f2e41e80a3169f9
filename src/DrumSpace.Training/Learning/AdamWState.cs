using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>A parameter and what <see cref="AdamW"/> knows of it. With equal states, it continues as if it had never stopped.</summary>
/// <param name="parameter">The parameter.</param>
internal sealed class AdamWState(Parameter parameter) : IDisposable
{
    /// <summary>The parameter.</summary>
    public Parameter Parameter { get; } = parameter;

    /// <summary>The number of steps so far.</summary>
    public long Steps { get; set; }

    /// <summary>The first moment, in the parameter's shape: the moving mean of the gradient.</summary>
    public Tensor Average { get; } = zeros(parameter.shape).DetachFromDisposeScope();

    /// <summary>The second moment, likewise: the moving mean of the squared gradient.</summary>
    public Tensor Square { get; } = zeros(parameter.shape).DetachFromDisposeScope();

    /// <summary>Releases the moments.</summary>
    public void Dispose()
    {
        Average.Dispose();
        Square.Dispose();
    }
}
