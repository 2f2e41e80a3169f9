using DrumSpace.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// Adam (D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015) with decoupled weight decay (I. Loshchilov and F. Hutter,
/// "Decoupled Weight Decay Regularization", 2019), at the first one's decays and epsilon.
/// </summary>
/// <remarks>
/// In place of TorchSharp's own, which passes its numbers to native code in objects that a garbage collection may free before they are
/// read. Here they are in static fields, or in <c>using</c> declarations.
/// </remarks>
internal sealed class AdamW : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private static readonly Scalar Kept1 = Beta1.ToScalar();
    private static readonly Scalar New1 = (1 - Beta1).ToScalar();
    private static readonly Scalar Kept2 = Beta2.ToScalar();
    private static readonly Scalar New2 = (1 - Beta2).ToScalar();
    private static readonly Scalar Epsilon = 1e-8.ToScalar();

    private readonly double _weightDecay;

    /// <summary>Starts without steps.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="learningRate">The first learning rate.</param>
    /// <param name="weightDecay">Each step subtracts this times the learning rate times the parameter.</param>
    public AdamW(IEnumerable<Parameter> parameters, double learningRate, double weightDecay)
    {
        LearningRate = learningRate;
        _weightDecay = weightDecay;
        States = [.. parameters.Select(parameter => new AdamWState(parameter))];
    }

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The state of each parameter, in their order.</summary>
    public IReadOnlyList<AdamWState> States { get; }

    /// <summary>Drops the gradients of the parameters.</summary>
    public void DropGradients()
    {
        foreach (AdamWState state in States)
        {
            state.Parameter.grad = null;
        }
    }

    /// <summary>Changes every parameter that has a gradient.</summary>
    public void Step()
    {
        using IDisposable guard = no_grad();
        foreach (AdamWState state in States)
        {
            using DisposeScope scope = NewDisposeScope();
            if (state.Parameter.grad is { } gradient)
            {
                Update(state, gradient);
            }
        }
    }

    /// <summary>Releases the states.</summary>
    public void Dispose()
    {
        foreach (AdamWState state in States)
        {
            state.Dispose();
        }
    }

    private void Update(AdamWState state, Tensor gradient)
    {
        state.Steps++;
        using Scalar correction = (1 / Math.Sqrt(1 - Math.Pow(Beta2, state.Steps))).ToScalar();
        using Scalar change = (-LearningRate / (1 - Math.Pow(Beta1, state.Steps))).ToScalar();
        state.Average.mul_(Kept1).add_(gradient, New1);
        state.Square.mul_(Kept2).addcmul_(gradient, gradient, New2);
        if (_weightDecay > 0)
        {
            using Scalar kept = (1 - LearningRate * _weightDecay).ToScalar();
            state.Parameter.mul_(kept);
        }

        Tensor deviation = state.Square.sqrt().mul_(correction).add_(Epsilon, Scalars.One);
        state.Parameter.addcdiv_(state.Average, deviation, change);
    }
}
