namespace TorchSharp.Kernels;

/// <summary>The inner kernels of the matrix product, by what the processor has.</summary>
internal enum GemmKernel
{
    /// <summary>128-bit vectors, 4 x 8 block; multiply and add where the processor does not fuse them.</summary>
    Portable,

    /// <summary>256-bit fused multiply-add, 6 x 16 block.</summary>
    Fma256,

    /// <summary>512-bit fused multiply-add, 12 x 32 block.</summary>
    Fma512,
}
