using System.Collections;
using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list, named by their numbers.</summary>
    /// <typeparam name="T">The modules' type.</typeparam>
    public sealed class ModuleList<T> : nn.Module, IReadOnlyList<T>
        where T : nn.Module
    {
        private readonly List<T> _list = [];

        internal ModuleList(IEnumerable<T> modules)
            : base(nameof(ModuleList<T>))
        {
            foreach (T module in modules)
            {
                Add(module);
            }
        }

        /// <inheritdoc/>
        public int Count => _list.Count;

        /// <inheritdoc/>
        public T this[int index] => _list[index];

        /// <summary>Adds a module at the end.</summary>
        /// <param name="item">The module.</param>
        public void Add(T item)
        {
            register_module(_list.Count.ToString(CultureInfo.InvariantCulture), item);
            _list.Add(item);
        }

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a list of modules.</summary>
            /// <typeparam name="T">The modules' type.</typeparam>
            /// <param name="modules">The modules.</param>
            /// <returns>The list.</returns>
            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}
