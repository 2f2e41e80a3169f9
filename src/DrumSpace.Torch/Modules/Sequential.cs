using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other.</summary>
    public sealed class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.Module<Tensor, Tensor>> _modules = [];

        internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
            : base(nameof(Sequential))
        {
            foreach ((string name, nn.Module<Tensor, Tensor> module) in modules)
            {
                append(name, module);
            }
        }

        /// <summary>Gets the number of modules.</summary>
        public int Count => _modules.Count;

        /// <summary>Adds a module at the end.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="module">The module.</param>
        /// <returns>This sequence.</returns>
        public Sequential append(string name, nn.Module<Tensor, Tensor> module)
        {
            register_module(name, module);
            _modules.Add(module);
            return this;
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            Tensor value = input;
            foreach (nn.Module<Tensor, Tensor> module in _modules)
            {
                value = module.call(value);
            }

            return value;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a sequence to append to.</summary>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential() => new([]);

            /// <summary>Puts modules one after the other.</summary>
            /// <param name="modules">Names and modules.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Puts modules one after the other, named by their numbers.</summary>
            /// <param name="modules">The modules.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules.Select(static (m, i) => ($"{i}", m)));
        }
    }
}
