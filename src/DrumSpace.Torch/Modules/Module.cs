using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: named parameters, buffers (state that is not trained) and parts of its own.</summary>
        public abstract class Module : IDisposable
        {
            private readonly string _name;
            private readonly List<(string Name, Parameter Value)> _parameters = [];
            private readonly List<(string Name, Tensor Value)> _buffers = [];
            private readonly List<(string Name, Module Value)> _children = [];

            /// <summary>Initializes a new instance of the <see cref="Module"/> class.</summary>
            /// <param name="name">The kind's name.</param>
            protected Module(string name) => _name = name;

            /// <summary>Gets a value indicating whether the module behaves as in training (dropout on, statistics of the batch).</summary>
            public bool training { get; private set; } = true;

            /// <summary>The name of the module's kind.</summary>
            /// <returns>The name.</returns>
            public virtual string GetName() => _name;

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">Its name in this module.</param>
            /// <param name="param">The parameter.</param>
            public virtual void register_parameter(string name, Parameter param) => Add(_parameters, name, param);

            /// <summary>Adds state that is not trained. No dispose scope owns it from then on.</summary>
            /// <param name="name">Its name in this module.</param>
            /// <param name="tensor">The state.</param>
            public virtual void register_buffer(string name, Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                Add(_buffers, name, tensor.DetachFromDisposeScope());
            }

            /// <summary>Adds a part.</summary>
            /// <param name="name">Its name in this module.</param>
            /// <param name="submodule">The part.</param>
            public virtual void register_module(string name, Module submodule) => Add(_children, name, submodule);

            /// <summary>The parts, in the order in which they were registered.</summary>
            /// <returns>Names and parts.</returns>
            public virtual IEnumerable<(string name, Module module)> named_children() => _children;

            /// <summary>The parts.</summary>
            /// <returns>In the order in which they were registered.</returns>
            public IEnumerable<Module> children() => _children.Select(static child => child.Value);

            /// <summary>The parameters with dotted names.</summary>
            /// <param name="recurse">Whether those of the parts are included.</param>
            /// <returns>Own parameters first, then the parts'.</returns>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => Walk(static m => m._parameters, recurse);

            /// <summary>The parameters.</summary>
            /// <param name="recurse">Whether those of the parts are included.</param>
            /// <returns>Own parameters first, then the parts'.</returns>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(static p => p.parameter);

            /// <summary>The buffers with dotted names.</summary>
            /// <param name="recurse">Whether those of the parts are included.</param>
            /// <returns>Own buffers first, then the parts'.</returns>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) => Walk(static m => m._buffers, recurse);

            /// <summary>The buffers.</summary>
            /// <param name="recurse">Whether those of the parts are included.</param>
            /// <returns>Own buffers first, then the parts'.</returns>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(static b => b.buffer);

            /// <summary>Sets whether the module and its parts behave as in training.</summary>
            /// <param name="train">Whether they do.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach ((_, Module child) in _children)
                {
                    child.train(train);
                }
            }

            /// <summary>Makes the module and its parts behave as in use: dropout off, collected statistics.</summary>
            public virtual void eval() => train(false);

            /// <summary>Drops the gradients of all parameters.</summary>
            /// <param name="set_to_none">Without effect: a dropped gradient is null.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    parameter.grad = null;
                }
            }

            /// <summary>All parameters and buffers by dotted name. The tensors are the module's own, not copies.</summary>
            /// <returns>Parameters first.</returns>
            public virtual Dictionary<string, Tensor> state_dict() => named_parameters().Select(static p => (p.name, value: (Tensor)p.parameter))
                .Concat(named_buffers().Select(static b => (b.name, value: b.buffer))).ToDictionary(static x => x.name, static x => x.value);

            /// <summary>Copies values into the parameters and buffers of the same names.</summary>
            /// <param name="source">Values by dotted name.</param>
            /// <param name="strict">Whether missing and unknown names are errors.</param>
            /// <returns>The names that the source lacks and the names that this module lacks.</returns>
            /// <exception cref="ArgumentException">A shape differs, or names differ and <paramref name="strict"/> is set. Nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true)
            {
                ArgumentNullException.ThrowIfNull(source);
                Dictionary<string, Tensor> own = state_dict();
                List<string> missing = [.. own.Keys.Where(name => !source.ContainsKey(name))], unexpected = [.. source.Keys.Where(name => !own.ContainsKey(name))];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new ArgumentException($"load_state_dict: missing [{string.Join(", ", missing)}], unknown [{string.Join(", ", unexpected)}]");
                }

                foreach ((string name, Tensor value) in source)
                {
                    if (own.TryGetValue(name, out Tensor? target) && !target.Sizes.SequenceEqual(value.Sizes))
                    {
                        throw new ArgumentException(
                            $"load_state_dict: '{name}' has shape {Tensors.Shapes.Format(value.Sizes)}, not {Tensors.Shapes.Format(target.Sizes)}");
                    }
                }

                using IDisposable unrecorded = no_grad();
                foreach ((string name, Tensor target) in own)
                {
                    if (source.TryGetValue(name, out Tensor? value))
                    {
                        target.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Disposes the parameters, the buffers and the parts.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Registers every field that holds a parameter, another tensor (a buffer) or a module, by the field's name.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    switch (field.GetValue(this))
                    {
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.Name, tensor);
                            break;
                        case Module module:
                            register_module(field.Name, module);
                            break;
                    }
                }
            }

            /// <summary>Disposes the parameters, the buffers and the parts.</summary>
            /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                _parameters.ForEach(static p => p.Value.Dispose());
                _buffers.ForEach(static b => b.Value.Dispose());
                _children.ForEach(static c => c.Value.Dispose());
            }

            private static void Add<T>(List<(string Name, T Value)> list, string name, T value)
            {
                ArgumentNullException.ThrowIfNull(value);
                if (list.Exists(item => item.Name == name))
                {
                    throw new ArgumentException($"'{name}' is registered already", nameof(name));
                }

                list.Add((name, value));
            }

            private IEnumerable<(string Name, T Value)> Walk<T>(Func<Module, List<(string Name, T Value)>> own, bool recurse)
            {
                foreach ((string Name, T Value) item in own(this))
                {
                    yield return item;
                }

                foreach ((string name, Module child) in recurse ? _children : [])
                {
                    foreach ((string inner, T value) in child.Walk(own, recurse))
                    {
                        yield return ($"{name}.{inner}", value);
                    }
                }
            }
        }
    }
}
