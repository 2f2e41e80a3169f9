using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate. Call step() after the optimizer's.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets an optimizer's learning rates step by step.</summary>
            public abstract class LRScheduler
            {
                private readonly Optimizer _optimizer;
                private int _step;

                private protected LRScheduler(Optimizer optimizer)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                }

                /// <summary>Goes to the next step and sets the learning rates.</summary>
                public virtual void step()
                {
                    _step++;
                    Apply();
                }

                /// <summary>The learning rates in use.</summary>
                /// <returns>One for each group of parameters.</returns>
                public IEnumerable<double> get_last_lr() => _optimizer.ParamGroups.Select(static group => group.LearningRate);

                /// <summary>Sets the learning rates of the present step; called once by the constructors.</summary>
                private protected void Apply()
                {
                    foreach (ParamGroup group in _optimizer.ParamGroups)
                    {
                        group.LearningRate = Rate(group.InitialLearningRate, _step);
                    }
                }

                /// <summary>The learning rate at a step, the first being 0.</summary>
                private protected abstract double Rate(double initial, int step);
            }

            private sealed class Formula : LRScheduler
            {
                private readonly Func<double, int, double> _rate;

                public Formula(Optimizer optimizer, Func<double, int, double> rate)
                    : base(optimizer)
                {
                    _rate = rate;
                    Apply();
                }

                private protected override double Rate(double initial, int step) => _rate(initial, step);
            }
        }
    }
}
