using TorchSharp;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Torch.Tests;

public class TrainingTests
{
    [Fact]
    public void Equal_seeds_give_equal_weights_to_the_bit_on_any_number_of_threads()
    {
        int threads = get_num_threads();
        try
        {
            set_num_threads(1);
            float[] one = Train(5);
            set_num_threads(2);
            Assert.Equal(one, Train(5));
            set_num_threads(7);
            Assert.Equal(one, Train(5));
            Assert.NotEqual(one, Train(6));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void The_portable_kernel_learns_the_same_within_rounding()
    {
        float[] fused = Train(5);
        Gemm.Kernel = GemmKernel.Portable;
        try
        {
            float[] portable = Train(5);
            Assert.Equal(0, fused.Zip(portable, static (a, b) => Math.Abs(a - b)).Max(), 1e-3);
        }
        finally
        {
            Gemm.Kernel = Gemm.Widest;
        }
    }

    [Fact]
    public void A_network_learns_exclusive_or()
    {
        using Sequential net = Sequential(("in", Linear(2, 8)), ("relu", ReLU()), ("out", Linear(8, 1)));
        Values.Draw(net, seed: 2);
        Tensor input = tensor([0f, 0f, 0f, 1f, 1f, 0f, 1f, 1f], [4, 2]), target = tensor([0f, 1f, 1f, 0f], [4, 1]);
        float loss = 1;
        for (int step = 0; step < 2000; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor value = functional.binary_cross_entropy_with_logits(net.call(input), target);
            value.backward();
            Descend(net, rate: 0.5);
            loss = value.item<float>();
        }

        Assert.InRange(loss, 0, 0.02f);
    }

    [Fact]
    public void A_step_in_a_dispose_scope_takes_its_memory_from_the_pool()
    {
        Train(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Train(1);
        // 20 steps; one step's tensors alone are half a megabyte.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000);
    }

    // Twenty steps of an auto-encoder that is large enough for threads to share every kind of work.
    private static float[] Train(int seed)
    {
        using Sequential net = Sequential(
            ("encoder1", Linear(160, 130)), ("relu1", ReLU()), ("encoder2", Linear(130, 4)),
            ("decoder1", Linear(4, 130)), ("relu2", ReLU()), ("decoder2", Linear(130, 160)));
        Values.Draw(net, seed);
        using Tensor data = Values.Random(seed, 256, 160).sigmoid();
        for (int step = 0; step < 20; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            functional.binary_cross_entropy_with_logits(net.call(data), data).backward();
            utils.clip_grad_norm_(net.parameters(), 1);
            Descend(net, rate: 0.1);
        }

        return [.. net.parameters().SelectMany(static p => p.data<float>().ToArray())];
    }

    private static void Descend(Module net, double rate)
    {
        using IDisposable guard = no_grad();
        foreach (Parameter parameter in net.parameters())
        {
            parameter.add_(parameter.grad!, (-rate).ToScalar());
            parameter.grad = null;
        }
    }
}
