using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>
    /// D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization" (2015), and with decoupled decay I. Loshchilov and F. Hutter, "Decoupled
    /// Weight Decay Regularization" (2019).
    /// </summary>
    public partial class Adam : torch.optim.Optimizer
    {
        private readonly State?[] _states;
        private readonly AdamOptions _options;

        internal Adam(IEnumerable<Parameter> parameters, double lr, AdamOptions options)
            : base(parameters, lr)
        {
            options.Check();
            _options = options;
            _states = new State?[this.parameters().Count()];
        }

        /// <inheritdoc/>
        public override StateDictionary state_dict()
        {
            StateDictionary states = new();
            states.State.AddRange(parameters().Select((parameter, index) => _states[index] ??= new State(parameter)));
            return states;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (State? state in _states)
            {
                state?.Release();
            }

            Array.Clear(_states);
            base.Dispose(disposing);
        }

        private protected override void Update(Parameter parameter, int index, double learningRate) =>
            (_states[index] ??= new State(parameter)).Update(parameter, learningRate, _options);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Makes an Adam optimizer. The second beta's default is TorchSharp's (0.99), not torch's (0.999).</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">Learning rate.</param>
            /// <param name="beta1">Share of the past in the mean gradient.</param>
            /// <param name="beta2">Share of the past in the mean square.</param>
            /// <param name="eps">Added to the root mean square.</param>
            /// <param name="weight_decay">Added to the gradient: this times the parameter.</param>
            /// <returns>The optimizer.</returns>
            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, new AdamOptions(beta1, beta2, eps, weight_decay, Decoupled: false));

            /// <summary>Makes an Adam optimizer with decoupled weight decay.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">Learning rate.</param>
            /// <param name="beta1">Share of the past in the mean gradient.</param>
            /// <param name="beta2">Share of the past in the mean square.</param>
            /// <param name="eps">Added to the root mean square.</param>
            /// <param name="weight_decay">Taken from the parameter in each step: this times the learning rate times the parameter.</param>
            /// <returns>The optimizer.</returns>
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, new AdamOptions(beta1, beta2, eps, weight_decay, Decoupled: true));
        }
    }
}
