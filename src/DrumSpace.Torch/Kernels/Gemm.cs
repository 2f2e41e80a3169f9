using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// Single-precision matrix product over packed panels with register-blocked kernels, after K. Goto and R. van de Geijn, "Anatomy of
/// High-Performance Matrix Multiplication" (2008).
/// </summary>
/// <remarks>
/// The order of the additions for an element of the result depends on the inner dimension alone, so the result is bit-identical for every
/// number of threads and for both fused kernels. The portable kernel rounds after each multiplication where the processor has no fused
/// multiply-add, and then differs from them in the last digits.
/// </remarks>
internal static unsafe class Gemm
{
    /// <summary>Inner dimension of one pass: a panel of it fits the first-level cache.</summary>
    private const int PassDepth = 512;

    /// <summary>Multiplications below which one thread does all the work.</summary>
    private const long MinShared = 60_000;

    [ThreadStatic]
    private static Panel? _panelA;

    [ThreadStatic]
    private static Panel? _panelB;

    [ThreadStatic]
    private static GemmKernel? _chosen;

    /// <summary>The widest kernel that the processor has.</summary>
    public static GemmKernel Widest { get; } = FindWidest();

    /// <summary>The kernel that this thread uses: the widest, unless a test asks for another.</summary>
    public static GemmKernel Kernel
    {
        get => _chosen ?? Widest;
        set => _chosen = value;
    }

    /// <summary>C[m,n] = op(A)[m,k] op(B)[k,n], row-major; added to C when <paramref name="accumulate"/> is set.</summary>
    /// <param name="transposeA">A is stored as [k,m].</param>
    /// <param name="transposeB">B is stored as [n,k].</param>
    /// <param name="m">Rows of the result.</param>
    /// <param name="n">Columns of the result.</param>
    /// <param name="k">Inner dimension.</param>
    /// <param name="a">First factor.</param>
    /// <param name="lda">Elements from one stored row of A to the next.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="ldb">Elements from one stored row of B to the next.</param>
    /// <param name="c">Result.</param>
    /// <param name="ldc">Elements from one row of C to the next.</param>
    /// <param name="accumulate">Whether the product is added to what C holds.</param>
    public static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate)
    {
        if (k == 0)
        {
            ClearUnlessAccumulating(m, n, c, ldc, accumulate);
            return;
        }

        GemmKernel kernel = Kernel;
        (int mr, int nr) = BlockOf(kernel);
        int panelsA = (m + mr - 1) / mr, panelsB = (n + nr - 1) / nr;
        int deepest = Math.Min(k, PassDepth);
        float* packedA = (_panelA ??= new Panel()).AtLeast((long)panelsA * mr * deepest);
        float* packedB = (_panelB ??= new Panel()).AtLeast((long)panelsB * nr * deepest);
        int tasks = (long)m * n * k < MinShared || Workers.Threads == 1 ? 1 : Workers.Threads * 4;
        for (int start = 0; start < k; start += PassDepth)
        {
            int depth = Math.Min(PassDepth, k - start), at = start;
            bool add = accumulate || start > 0;
            int panels = panelsA + panelsB, packTasks = tasks == 1 ? 1 : Math.Min(tasks, Math.Max(1, panels / 4));
            Workers.For(packTasks, task =>
            {
                int to = (int)((long)panels * (task + 1) / packTasks);
                for (int panel = (int)((long)panels * task / packTasks); panel < to; panel++)
                {
                    if (panel < panelsB)
                    {
                        float* source = transposeB ? b + (long)panel * nr * ldb + at : b + (long)at * ldb + panel * nr;
                        int used = Math.Min(nr, n - panel * nr);
                        GemmPacking.Pack(source, ldb, transposeB, used, nr, depth, packedB + (long)panel * nr * depth);
                    }
                    else
                    {
                        int row = panel - panelsB;
                        float* source = transposeA ? a + (long)at * lda + row * mr : a + (long)row * mr * lda + at;
                        GemmPacking.Pack(source, lda, !transposeA, Math.Min(mr, m - row * mr), mr, depth, packedA + (long)row * mr * depth);
                    }
                }
            });
            bool byRows = panelsA >= panelsB || tasks == 1;
            int blockTasks = Math.Min(tasks, byRows ? panelsA : panelsB);
            Workers.For(blockTasks, task =>
            {
                int along = byRows ? panelsA : panelsB;
                int from = (int)((long)along * task / blockTasks), to = (int)((long)along * (task + 1) / blockTasks);
                (int rowFrom, int rowTo) = byRows ? (from, to) : (0, panelsA);
                (int columnFrom, int columnTo) = byRows ? (0, panelsB) : (from, to);
                float* edge = stackalloc float[12 * 32];
                for (int column = columnFrom; column < columnTo; column++)
                {
                    for (int row = rowFrom; row < rowTo; row++)
                    {
                        int rows = Math.Min(mr, m - row * mr), columns = Math.Min(nr, n - column * nr);
                        Block(
                            kernel, depth, packedA + (long)row * mr * depth, packedB + (long)column * nr * depth,
                            c + (long)row * mr * ldc + column * nr, ldc, rows, columns, edge, add);
                    }
                }
            });
        }
    }

    private static void Block(
        GemmKernel kernel, int depth, float* a, float* b, float* c, int ldc, int rows, int columns, float* edge, bool add)
    {
        (int mr, int nr) = BlockOf(kernel);
        if (rows == mr && columns == nr)
        {
            Run(kernel, depth, a, b, c, ldc, add);
            return;
        }

        Run(kernel, depth, a, b, edge, nr, add: false);
        for (int i = 0; i < rows; i++)
        {
            float* from = edge + i * nr, to = c + (long)i * ldc;
            for (int j = 0; j < columns; j++)
            {
                to[j] = add ? to[j] + from[j] : from[j];
            }
        }
    }

    private static void Run(GemmKernel kernel, int depth, float* a, float* b, float* c, int ldc, bool add)
    {
        switch (kernel)
        {
            case GemmKernel.Fma512:
                GemmBlocks.Run512(depth, a, b, c, ldc, add);
                break;
            case GemmKernel.Fma256:
                GemmBlocks.Run256(depth, a, b, c, ldc, add);
                break;
            default:
                GemmBlocks.Run128(depth, a, b, c, ldc, add);
                break;
        }
    }

    private static (int Rows, int Columns) BlockOf(GemmKernel kernel) => kernel switch
    {
        GemmKernel.Fma512 => (12, 32),
        GemmKernel.Fma256 => (6, 16),
        _ => (4, 8),
    };

    private static GemmKernel FindWidest()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return GemmKernel.Fma512;
        }

        return Vector256.IsHardwareAccelerated && Fma.IsSupported ? GemmKernel.Fma256 : GemmKernel.Portable;
    }

    private static void ClearUnlessAccumulating(int m, int n, float* c, int ldc, bool accumulate)
    {
        for (int i = 0; i < m && !accumulate; i++)
        {
            new Span<float>(c + (long)i * ldc, n).Clear();
        }
    }

    /// <summary>A growing aligned buffer; each thread has one for each factor.</summary>
    private sealed class Panel
    {
        private float* _memory;
        private long _length;

        ~Panel() => NativeMemory.AlignedFree(_memory);

        public float* AtLeast(long length)
        {
            if (length > _length)
            {
                NativeMemory.AlignedFree(_memory);
                _length = length + length / 2;
                _memory = (float*)NativeMemory.AlignedAlloc((nuint)_length * sizeof(float), 64);
            }

            return _memory;
        }
    }
}
