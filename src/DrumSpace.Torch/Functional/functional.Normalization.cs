using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>Scales the last dimensions to mean 0 and variance 1, then by weights and bias (J. Ba and others, 2016).</summary>
            /// <param name="input">[..., normalized_shape].</param>
            /// <param name="normalized_shape">The last dimensions.</param>
            /// <param name="weight">Of that shape, or null.</param>
            /// <param name="bias">Of that shape, or null.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <returns>A tensor of the same shape.</returns>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(normalized_shape);
                int rank = normalized_shape.Length;
                if (rank == 0 || rank > input.Sizes.Length || !Shapes.Same(input.Sizes.AsSpan(input.Sizes.Length - rank), normalized_shape))
                {
                    throw new ArgumentException(
                        $"layer_norm: input {Shapes.Format(input.Sizes)} does not end in {Shapes.Format(normalized_shape)}");
                }

                Tensor scaled = NormalizedRows(input, (int)Shapes.Count(normalized_shape), eps);
                scaled = weight is null ? scaled : scaled * weight;
                return bias is null ? scaled : scaled + bias;
            }

            /// <summary>
            /// Scales each channel to mean 0 and variance 1 over the batch (S. Ioffe and C. Szegedy, 2015), then by weights and bias. In
            /// training by the batch's statistics, which also move the running ones; else by the running ones.
            /// </summary>
            /// <param name="input">[n, channels] or [n, channels, length].</param>
            /// <param name="running_mean">[channels], changed in training, or null.</param>
            /// <param name="running_var">[channels], changed in training, or null.</param>
            /// <param name="weight">[channels], or null.</param>
            /// <param name="bias">[channels], or null.</param>
            /// <param name="training">Whether the batch's statistics are used.</param>
            /// <param name="momentum">Share of the batch in the new running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <returns>A tensor of the same shape.</returns>
            /// <exception cref="ArgumentException">The shapes do not fit, or a batch of one value a channel in training.</exception>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (input.Sizes.Length is not (2 or 3) || (running_mean is not null && running_mean.Length != input.Sizes[1]))
                {
                    string channels = running_mean is null ? "any channels" : $"{running_mean.Length} channels";
                    throw new ArgumentException($"batch_norm: input {Shapes.Format(input.Sizes)} is not [n, channels] or [n, channels, length] with {channels}");
                }

                // Channels become rows, because rows are what is normalised.
                long count = input.Sizes[1];
                Tensor rows = (input.Sizes.Length == 2 ? input.transpose(0, 1) : input.permute(1, 0, 2)).reshape(count, -1);
                long each = rows.Sizes[1];
                Tensor scaled;
                if (training || running_mean is null || running_var is null)
                {
                    if (each < 2)
                    {
                        throw new ArgumentException($"batch_norm: input {Shapes.Format(input.Sizes)} has one value a channel; training needs more");
                    }

                    Storage statistics = Storage.Rent(2 * count);
                    scaled = NormalizedRows(rows, (int)each, eps, statistics.Pointer);
                    if (training)
                    {
                        Follow(running_mean, statistics.Pointer, momentum, 1);
                        Follow(running_var, statistics.Pointer + count, momentum, (double)each / (each - 1));
                    }

                    statistics.Release();
                }
                else
                {
                    Tensor deviation = (running_var.detach() + eps).sqrt();
                    scaled = (rows - running_mean.detach().reshape(-1, 1)) / deviation.reshape(-1, 1);
                }

                scaled = weight is null ? scaled : scaled * weight.reshape(-1, 1);
                scaled = bias is null ? scaled : scaled + bias.reshape(-1, 1);
                return input.Sizes.Length == 2
                    ? scaled.transpose(0, 1)
                    : scaled.reshape(count, input.Sizes[0], input.Sizes[2]).permute(1, 0, 2);
            }

            private static void Follow(Tensor? running, float* batch, double momentum, double factor)
            {
                if (running is null)
                {
                    return;
                }

                running.Storage.Version++;
                for (int i = 0; i < running.Length; i++)
                {
                    running.Pointer[i] = (float)((1 - momentum) * running.Pointer[i] + momentum * factor * batch[i]);
                }
            }

            /// <summary>Rows of a width scaled to mean 0 and variance 1. Writes the means, then the variances, where asked.</summary>
            private static Tensor NormalizedRows(Tensor input, int width, double eps, float* statistics = null)
            {
                int rows = input.Length / width;
                Tensor result = Tensor.Empty(input.Sizes);
                float* x = input.Pointer, y = result.Pointer;
                Storage scales = Storage.Rent(rows);
                float* scale = scales.Pointer;
                for (int i = 0; i < rows; i++)
                {
                    float* from = x + (long)i * width, to = y + (long)i * width;
                    double mean = Vectors.Sum(from, width) / width;
                    Vectors.Map(new UnaryOperations.Affine(1, (float)-mean), from, to, width);
                    double variance = Vectors.Dot(to, to, width) / width;
                    scale[i] = (float)(1 / Math.Sqrt(variance + eps));
                    Vectors.Scale(to, scale[i], to, add: false, width);
                    if (statistics != null)
                    {
                        statistics[i] = (float)mean;
                        statistics[rows + i] = (float)variance;
                    }
                }

                result.Record("normalize", [input], [result.Storage, scales], node =>
                {
                    float* gradient = node.Gradient, d = node.Inputs[0]!.Take(out bool add);
                    for (int i = 0; i < rows; i++)
                    {
                        float* g = gradient + (long)i * width, h = y + (long)i * width, to = d + (long)i * width;
                        float mean = (float)(Vectors.Sum(g, width) / width), slope = (float)(Vectors.Dot(g, h, width) / width);
                        for (int j = 0; j < width; j++)
                        {
                            float value = (g[j] - mean - h[j] * slope) * scale[i];
                            to[j] = add ? to[j] + value : value;
                        }
                    }
                });
                scales.Release();
                return result;
            }
        }
    }
}
