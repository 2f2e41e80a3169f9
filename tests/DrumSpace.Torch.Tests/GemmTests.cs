using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

public unsafe class GemmTests
{
    private static readonly (int M, int N, int K)[] Sizes =
        [(1, 1, 1), (4, 8, 3), (6, 16, 5), (12, 32, 7), (13, 33, 2), (5, 40, 513), (64, 4, 256), (31, 7, 1100), (3, 2, 0)];

    public static TheoryData<string> Kernels =>
        [.. Enum.GetValues<GemmKernel>().Where(static kernel => kernel <= Gemm.Widest).Select(static kernel => $"{kernel}")];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_product_is_within_rounding_of_the_definition(string kernel)
    {
        Gemm.Kernel = Enum.Parse<GemmKernel>(kernel);
        try
        {
            foreach ((int m, int n, int k) in Sizes)
            {
                for (int variant = 0; variant < 8; variant++)
                {
                    Check(m, n, k, (variant & 1) != 0, (variant & 2) != 0, (variant & 4) != 0);
                }
            }
        }
        finally
        {
            Gemm.Kernel = Gemm.Widest;
        }
    }

    [Fact]
    public void The_fused_kernels_and_any_number_of_threads_give_the_same_bits()
    {
        Assert.SkipUnless(Gemm.Widest >= GemmKernel.Fma256, "this processor has no fused 256-bit multiplication");
        int threads = get_num_threads();
        List<float[]> results = [];
        try
        {
            foreach (GemmKernel kernel in Enum.GetValues<GemmKernel>().Where(static one => one >= GemmKernel.Fma256 && one <= Gemm.Widest))
            {
                foreach (int count in (int[])[1, 2, 5])
                {
                    set_num_threads(count);
                    Gemm.Kernel = kernel;
                    results.Add(Values.Random(3, 130, 700).matmul(Values.Random(4, 700, 90)).data<float>().ToArray());
                }
            }
        }
        finally
        {
            Gemm.Kernel = Gemm.Widest;
            set_num_threads(threads);
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static void Check(int m, int n, int k, bool transposeA, bool transposeB, bool accumulate)
    {
        System.Random random = new(m * 1000 + n * 10 + k);
        float[] a = Numbers(m * k), b = Numbers(k * n), c = Numbers(m * n), before = [.. c];
        fixed (float* pa = a, pb = b, pc = c)
        {
            Gemm.Multiply(transposeA, transposeB, m, n, k, pa, transposeA ? m : k, pb, transposeB ? k : n, pc, n, accumulate);
        }

        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = accumulate ? before[i * n + j] : 0;
                for (int l = 0; l < k; l++)
                {
                    sum += (double)a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j];
                }

                Assert.Equal(sum, c[i * n + j], 1e-6 * (k + 1));
            }
        }

        float[] Numbers(int count)
        {
            float[] numbers = new float[count + 1];
            for (int i = 0; i < count; i++)
            {
                numbers[i] = random.NextSingle() * 2 - 1;
            }

            return numbers;
        }
    }
}
