using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and their schedules.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>An optimizer's memory.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>Gets the states, one a parameter.</summary>
                public List<OptimizerState> State { get; } = [];
            }

            private protected Optimizer(IEnumerable<Parameter> parameters, double learningRate)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                ArgumentOutOfRangeException.ThrowIfNegative(learningRate);
                ParamGroup group = new([.. parameters], learningRate);
                ParamGroups = [group];
            }

            /// <summary>Gets the groups of parameters, each with its learning rate. There is one.</summary>
            public IEnumerable<ParamGroup> ParamGroups { get; }

            /// <summary>The parameters.</summary>
            /// <returns>In the order in which they were given.</returns>
            public virtual IEnumerable<Parameter> parameters() => ParamGroups.SelectMany(static group => group.Parameters);

            /// <summary>Drops the gradients of the parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (ParamGroup group in ParamGroups)
                {
                    foreach (Parameter parameter in group.Parameters)
                    {
                        parameter.Node?.ForgetGradient();
                    }
                }
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            public void step()
            {
                foreach (ParamGroup group in ParamGroups)
                {
                    for (int i = 0; i < group.Parameters.Count; i++)
                    {
                        Parameter parameter = group.Parameters[i];
                        if (parameter.Node is { HasGradient: true })
                        {
                            parameter.Storage.Version++;
                            Update(parameter, i, group.LearningRate);
                        }
                    }
                }
            }

            /// <summary>The optimizer's memory, one state a parameter in their order. The states are its own: what is written to them counts.</summary>
            /// <returns>The states.</returns>
            public abstract StateDictionary state_dict();

            /// <summary>Gives the optimizer's memory back.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Gives the optimizer's memory back.</summary>
            /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Changes one parameter by its gradient.</summary>
            private protected abstract void Update(Parameter parameter, int index, double learningRate);
        }
    }
}
