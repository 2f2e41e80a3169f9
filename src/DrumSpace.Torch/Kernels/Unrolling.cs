namespace TorchSharp.Kernels;

/// <summary>Where each element of a convolution's unrolled input ([n, windows, channels * width]) lies in the input ([n, channels, length]).</summary>
internal sealed unsafe class Unrolling(long[] input, int width, int windows, int stride, int padding, int dilation)
{
    private readonly int _count = (int)input[0];
    private readonly int _channels = (int)input[1];
    private readonly int _length = (int)input[2];

    private delegate void Run(float* inside, float* unrolled, int count);

    /// <summary>to = from unrolled, but for the padding.</summary>
    public void Unroll(float* from, float* to) => ForEachRun(from, to, (inside, unrolled, count) =>
    {
        for (int i = 0; i < count; i++)
        {
            unrolled[(long)i * _channels * width] = inside[(long)i * stride];
        }
    });

    /// <summary>to += from rolled up again.</summary>
    public void AddBack(float* from, float* to) => ForEachRun(to, from, (inside, unrolled, count) =>
    {
        for (int i = 0; i < count; i++)
        {
            inside[(long)i * stride] += unrolled[(long)i * _channels * width];
        }
    });

    // One run a sample, channel and place in the window: all the windows in which that place is inside the input.
    private void ForEachRun(float* inside, float* unrolled, Run run)
    {
        for (int n = 0; n < _count; n++)
        {
            for (int c = 0; c < _channels; c++)
            {
                for (int k = 0; k < width; k++)
                {
                    int offset = k * dilation - padding;
                    int first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
                    int last = Math.Min(windows - 1, offset >= _length ? -1 : (_length - 1 - offset) / stride);
                    if (first <= last)
                    {
                        run(
                            inside + ((long)n * _channels + c) * _length + (long)first * stride + offset,
                            unrolled + ((long)n * windows + first) * _channels * width + c * width + k,
                            last - first + 1);
                    }
                }
            }
        }
    }
}
