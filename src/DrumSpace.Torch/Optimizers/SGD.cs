using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Gradient descent with momentum, as torch defines it: the velocity is not scaled by the learning rate.</summary>
    public sealed class SGD : torch.optim.Optimizer
    {
        private readonly State[] _states;
        private readonly double _momentum;
        private readonly double _decay;
        private readonly bool _nesterov;

        internal SGD(IEnumerable<Parameter> parameters, double lr, double momentum, double decay, bool nesterov)
            : base(parameters, lr)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(momentum);
            ArgumentOutOfRangeException.ThrowIfNegative(decay);
            _states = [.. this.parameters().Select(static _ => new State())];
            _momentum = momentum;
            _decay = decay;
            _nesterov = nesterov;
        }

        /// <inheritdoc/>
        public override StateDictionary state_dict()
        {
            StateDictionary states = new();
            states.State.AddRange(_states);
            return states;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (State state in _states)
            {
                state.momentum_buffer?.Dispose();
            }

            base.Dispose(disposing);
        }

        private protected override unsafe void Update(Parameter parameter, int index, double learningRate)
        {
            int length = parameter.Length;
            Storage step = Storage.Rent(length);
            Vectors.AddOrCopy(parameter.Node!.Gradient, step.Pointer, length, add: false);
            Vectors.AddScaled(parameter.Pointer, (float)_decay, step.Pointer, length);
            if (_momentum != 0)
            {
                State state = _states[index];
                state.momentum_buffer ??= zeros(parameter.Sizes).DetachFromDisposeScope();
                float* velocity = state.momentum_buffer.Pointer;
                Vectors.Scale(velocity, (float)_momentum, velocity, add: false, length);
                Vectors.AddScaled(step.Pointer, 1, velocity, length);
                if (_nesterov)
                {
                    Vectors.AddScaled(velocity, (float)_momentum, step.Pointer, length);
                }
                else
                {
                    Vectors.AddOrCopy(velocity, step.Pointer, length, add: false);
                }
            }

            Vectors.AddScaled(step.Pointer, (float)-learningRate, parameter.Pointer, length);
            step.Release();
        }

        /// <summary>What gradient descent remembers of one parameter.</summary>
        public sealed class State : OptimizerState
        {
            /// <summary>The velocity, in the parameter's shape; null before the first step or without momentum.</summary>
            public Tensor? momentum_buffer;

            internal State()
            {
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Makes an optimizer by gradient descent.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="learningRate">Learning rate.</param>
            /// <param name="momentum">Share of the velocity that stays.</param>
            /// <param name="weight_decay">Added to the gradient: this times the parameter.</param>
            /// <param name="nesterov">Whether the step looks ahead by the momentum.</param>
            /// <returns>The optimizer.</returns>
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double weight_decay = 0, bool nesterov = false) =>
                new(parameters, learningRate, momentum, weight_decay, nesterov);
        }
    }
}
