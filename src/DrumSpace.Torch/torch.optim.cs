using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers.</summary>
    public static class optim
    {
        /// <summary>Creates an Adam optimizer with decoupled weight decay; without decay it is Adam.</summary>
        /// <param name="parameters">The parameters to change.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Decay of the mean gradient, in [0, 1).</param>
        /// <param name="beta2">Decay of the mean squared gradient, in [0, 1).</param>
        /// <param name="eps">Added to the root mean square.</param>
        /// <param name="weight_decay">Each step subtracts this times the learning rate times the parameter.</param>
        /// <returns>The optimizer.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);
    }
}
