using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>
/// Tensors, automatic differentiation, networks and optimizers in managed code, in the names and shapes of TorchSharp 0.105: the
/// subset that training uses. Source written for this compiles against the TorchSharp package unchanged.
/// </summary>
/// <remarks>
/// Tensors are dense and row-major: operations that give a strided view in TorchSharp (transpose, expand, narrow along an inner
/// dimension ...) give a copy here, so never write in place through them. One thread records and differentiates a graph; work inside
/// an operation is shared by <see cref="set_num_threads"/> threads without changing a bit of the result.
/// </remarks>
public static partial class torch
{
    /// <summary>The type of a tensor's elements.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>64-bit integers: indices.</summary>
        Int64 = 4,

        /// <summary>Single-precision numbers.</summary>
        Float32 = 6,

        /// <summary>Truth values: masks.</summary>
        Bool = 11,
    }

    /// <summary>Gets the type of numbers.</summary>
    public static ScalarType float32 => ScalarType.Float32;

    /// <summary>Gets the type of indices.</summary>
    public static ScalarType int64 => ScalarType.Int64;

    /// <summary>Makes a scope that disposes the tensors made on this thread while it is the innermost.</summary>
    /// <returns>The scope.</returns>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Turns recording off on this thread until the result is disposed.</summary>
    /// <returns>Restores the mode when disposed.</returns>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Turns recording on or off on this thread until the result is disposed.</summary>
    /// <param name="enabled">Whether to record.</param>
    /// <returns>Restores the mode when disposed.</returns>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Turns recording on or off on this thread until the result is disposed.</summary>
    /// <param name="mode">Whether to record.</param>
    /// <returns>Restores the mode when disposed.</returns>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Turns recording off on this thread until the result is disposed.</summary>
    /// <param name="mode">Whether to turn it off.</param>
    /// <returns>Restores the mode when disposed.</returns>
    public static IDisposable inference_mode(bool mode = true) => new GradMode(!mode && GradMode.Enabled);

    /// <summary>Whether operations on this thread are recorded.</summary>
    /// <returns>True when they are.</returns>
    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>The number of threads that share the work of an operation.</summary>
    /// <returns>1 or more.</returns>
    public static int get_num_threads() => Workers.Threads;

    /// <summary>Sets the number of threads that share the work of an operation. Results do not depend on it.</summary>
    /// <param name="num">1 or more; at most 16 are used.</param>
    public static void set_num_threads(int num) => Workers.Threads = num;
}
