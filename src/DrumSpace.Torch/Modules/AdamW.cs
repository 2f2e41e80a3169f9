using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam (D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015) with decoupled weight decay (I. Loshchilov and F. Hutter,
/// "Decoupled Weight Decay Regularization", 2019).
/// </summary>
public sealed class AdamW : IDisposable
{
    private readonly ParamGroup _group;
    private readonly State[] _states;
    private readonly double _beta1, _beta2, _epsilon, _weightDecay;

    internal AdamW(IEnumerable<Parameter> parameters, double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(learningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(beta1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta1, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(beta2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta2, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        _group = new ParamGroup([.. parameters], learningRate);
        _states = [.. _group.Parameters.Select(static parameter => new State(parameter))];
        (_beta1, _beta2, _epsilon, _weightDecay) = (beta1, beta2, epsilon, weightDecay);
    }

    /// <summary>Gets the groups of parameters, each with its learning rate. There is one.</summary>
    public IEnumerable<ParamGroup> ParamGroups => [_group];

    /// <summary>Drops the gradients of the parameters.</summary>
    public void zero_grad()
    {
        foreach (Parameter parameter in _group.Parameters)
        {
            parameter.Node!.DropGradient();
        }
    }

    /// <summary>Changes every parameter that has a gradient.</summary>
    public void step()
    {
        for (int i = 0; i < _states.Length; i++)
        {
            if (_group.Parameters[i].Node!.HasGradient)
            {
                Update(_group.Parameters[i], _states[i]);
            }
        }
    }

    /// <summary>The optimizer's state. It is the optimizer's own, not a copy: values written to it take effect.</summary>
    /// <returns>One state for each parameter, in their order.</returns>
    public StateDictionary state_dict() => new([.. _states]);

    /// <summary>Releases the optimizer's memory.</summary>
    public void Dispose()
    {
        foreach (State state in _states)
        {
            state.exp_avg.Dispose();
            state.exp_avg_sq.Dispose();
        }
    }

    private unsafe void Update(Parameter parameter, State state)
    {
        parameter.Storage.Version++;
        state.step++;
        float* p = parameter.Pointer, g = parameter.Node!.Gradient, mean = state.exp_avg.Pointer, square = state.exp_avg_sq.Pointer;
        float stepSize = (float)(_group.LearningRate / (1 - Math.Pow(_beta1, state.step)));
        float correction = (float)(1 / Math.Sqrt(1 - Math.Pow(_beta2, state.step)));
        float kept = (float)(1 - _group.LearningRate * _weightDecay);
        Workers.Ranges(parameter.Length, (from, to) =>
        {
            int width = Vector<float>.Count;
            Vector<float> b1 = new((float)_beta1), c1 = new((float)(1 - _beta1));
            Vector<float> b2 = new((float)_beta2), c2 = new((float)(1 - _beta2));
            for (long i = from; i < to; i += width)
            {
                long rest = Math.Min(width, to - i);
                Vector<float> gradient = Vectors.LoadUpTo(g + i, rest);
                Vector<float> m = Vectors.LoadUpTo(mean + i, rest) * b1 + gradient * c1;
                Vector<float> s = Vectors.LoadUpTo(square + i, rest) * b2 + gradient * gradient * c2;
                Vector<float> change = m * stepSize / (Vector.SquareRoot(s) * correction + new Vector<float>((float)_epsilon));
                Vectors.StoreUpTo(m, mean + i, rest);
                Vectors.StoreUpTo(s, square + i, rest);
                Vectors.StoreUpTo(Vectors.LoadUpTo(p + i, rest) * kept - change, p + i, rest);
            }
        });
    }

    /// <summary>The state of one parameter. An optimizer with the same states continues as if it had never stopped.</summary>
    public sealed class State
    {
        /// <summary>The number of updates so far.</summary>
        public long step;

        /// <summary>The moving mean of the gradient, in the parameter's shape.</summary>
        public Tensor exp_avg;

        /// <summary>The moving mean of the squared gradient, in the parameter's shape.</summary>
        public Tensor exp_avg_sq;

        internal State(Parameter parameter)
        {
            exp_avg = zeros(parameter.Sizes).DetachFromDisposeScope();
            exp_avg_sq = zeros(parameter.Sizes).DetachFromDisposeScope();
        }
    }

    /// <summary>The states of all parameters.</summary>
    /// <param name="State">One state for each parameter.</param>
    public sealed record StateDictionary(List<State> State);
}
