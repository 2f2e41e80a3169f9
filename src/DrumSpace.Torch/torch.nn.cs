using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: modules, and the functions behind them.</summary>
    public static partial class nn
    {
        /// <summary>Creates a fully connected layer.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="outputSize">Outputs.</param>
        /// <param name="hasBias">Whether a bias is added.</param>
        /// <returns>The layer.</returns>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true) => new(inputSize, outputSize, hasBias);

        /// <summary>Creates the rectifier: each element, or 0 where it is negative.</summary>
        /// <returns>The module.</returns>
        public static ReLU ReLU() => new();

        /// <summary>Creates a table of learnt vectors.</summary>
        /// <param name="num_embeddings">Vectors.</param>
        /// <param name="embedding_dims">Size of a vector.</param>
        /// <returns>The table.</returns>
        public static Embedding Embedding(long num_embeddings, long embedding_dims) => new(num_embeddings, embedding_dims);

        /// <summary>Creates a layer of gated recurrent units.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Size of the state.</param>
        /// <returns>The layer.</returns>
        public static GRU GRU(long inputSize, long hiddenSize) => new(inputSize, hiddenSize);

        /// <summary>Chains modules: each one's output is the next one's input.</summary>
        /// <param name="modules">Names and modules.</param>
        /// <returns>The chain.</returns>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

        /// <summary>Creates a list of modules, named by their indices.</summary>
        /// <typeparam name="T">The modules' type.</typeparam>
        /// <param name="modules">The modules.</param>
        /// <returns>The list.</returns>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);
    }
}
