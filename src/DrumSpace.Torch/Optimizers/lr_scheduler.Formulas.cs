namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rate by gamma every few steps.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="step_size">Steps between multiplications.</param>
            /// <param name="gamma">The factor.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(step_size, 1);
                return new Formula(optimizer, (initial, step) => initial * Math.Pow(gamma, step / step_size));
            }

            /// <summary>The learning rate is a factor, given by the step, times the initial one.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="lr_lambda">The factor for a step.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda)
            {
                ArgumentNullException.ThrowIfNull(lr_lambda);
                return new Formula(optimizer, (initial, step) => initial * lr_lambda(step));
            }

            /// <summary>Multiplies the learning rate by gamma in each step.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="gamma">The factor.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1) =>
                new Formula(optimizer, (initial, step) => initial * Math.Pow(gamma, step));

            /// <summary>Half a cosine from the initial learning rate to a least one (I. Loshchilov and F. Hutter, "SGDR", 2017).</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="T_max">Steps from top to bottom.</param>
            /// <param name="eta_min">The least learning rate.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                return new Formula(optimizer, (initial, step) => eta_min + (initial - eta_min) * (1 + Math.Cos(Math.PI * step / T_max)) / 2);
            }

            /// <summary>
            /// Half a cosine up to the largest learning rate and another down to almost nothing (L. Smith and N. Topin, "Super-convergence",
            /// 2018), without torch's cycling of the momentum.
            /// </summary>
            /// <param name="optimizer">The optimizer; its learning rate is replaced.</param>
            /// <param name="max_lr">The largest learning rate.</param>
            /// <param name="total_steps">Steps in all.</param>
            /// <param name="pct_start">Share of the steps that go up.</param>
            /// <param name="div_factor">The first learning rate is the largest divided by this.</param>
            /// <param name="final_div_factor">The last learning rate is the first divided by this.</param>
            /// <param name="cycle_momentum">Only false: the momentum stays.</param>
            /// <returns>The schedule.</returns>
            /// <exception cref="NotSupportedException">The momentum should cycle.</exception>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps, double pct_start = 0.3, double div_factor = 25, double final_div_factor = 1e4,
                bool cycle_momentum = false)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(total_steps, 2);
                if (cycle_momentum)
                {
                    throw new NotSupportedException("OneCycleLR: the momentum does not cycle here; pass cycle_momentum: false");
                }

                double first = max_lr / div_factor, last = first / final_div_factor, top = pct_start * total_steps - 1;
                return new Formula(optimizer, (_, step) => step <= top
                    ? Cosine(first, max_lr, step / top)
                    : Cosine(max_lr, last, Math.Min(1, (step - top) / (total_steps - 1 - top))));
            }

            private static double Cosine(double from, double to, double share) => to + (from - to) * (1 + Math.Cos(Math.PI * share)) / 2;
        }
    }
}
