using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: named parameters, and submodules with parameters of their own.</summary>
        public abstract class Module : IDisposable
        {
            private readonly List<(string Name, Parameter Value)> _parameters = [];
            private readonly List<(string Name, Module Value)> _children = [];

            /// <summary>Initializes a new instance of the <see cref="Module"/> class.</summary>
            /// <param name="name">The name of its kind, which nothing here reads.</param>
            protected Module(string name)
            {
            }

            /// <summary>The parameters with dotted names.</summary>
            /// <returns>Its own parameters first, then those of its submodules, in the order in which they were registered.</returns>
            public IEnumerable<(string name, Parameter parameter)> named_parameters() => _parameters.Concat(
                from child in _children
                from inner in child.Value.named_parameters()
                select ($"{child.Name}.{inner.name}", inner.parameter));

            /// <summary>The parameters.</summary>
            /// <returns>In the order of <see cref="named_parameters"/>.</returns>
            public IEnumerable<Parameter> parameters() => named_parameters().Select(static named => named.parameter);

            /// <summary>Disposes the parameters and the submodules.</summary>
            public void Dispose()
            {
                _parameters.ForEach(static parameter => parameter.Value.Dispose());
                _children.ForEach(static child => child.Value.Dispose());
            }

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">Its name in this module.</param>
            /// <param name="param">The parameter.</param>
            internal void register_parameter(string name, Parameter param) => _parameters.Add((name, param));

            /// <summary>Adds a submodule.</summary>
            /// <param name="name">Its name in this module.</param>
            /// <param name="submodule">The submodule.</param>
            internal void register_module(string name, Module submodule) => _children.Add((name, submodule));

            /// <summary>Registers every field that holds a parameter or a module under the field's name.</summary>
            protected void RegisterComponents()
            {
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    switch (field.GetValue(this))
                    {
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Module module:
                            register_module(field.Name, module);
                            break;
                    }
                }
            }
        }

        /// <summary>A module with one input.</summary>
        /// <typeparam name="T">The input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        /// <param name="name">The name of its kind.</param>
        public abstract class Module<T, TResult>(string name) : Module(name)
        {
            /// <summary>Computes the output; callers use <see cref="call"/>.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the output.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public TResult call(T input) => forward(input);
        }
    }
}
