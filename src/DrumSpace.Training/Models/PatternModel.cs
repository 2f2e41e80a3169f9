using DrumSpace.Music;
using DrumSpace.Training.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// A model of a latent space of patterns: an encoder from patterns to latents, a decoder from latents to the probability of each hit, and
/// the losses that train them. The trainer, the evaluation and the exporter know models by this type alone.
/// </summary>
/// <remarks>
/// Not thread-safe. A subclass keeps its networks in fields and calls <c>RegisterComponents</c>, as TorchSharp's modules do, so that their
/// parameters are found. The fields' names are those of the parameters in checkpoints.
/// </remarks>
/// <param name="kind">The kind's name on the command line and in the manifest, such as "ae".</param>
public abstract class PatternModel(string kind) : Module(kind)
{
    /// <summary>The kind's name on the command line and in the manifest.</summary>
    public string Kind { get; } = kind;

    /// <summary>The network from a pattern's cells [N, 448], 0 or 1, to latents [N, 4].</summary>
    public abstract FeedForward Encoder { get; }

    /// <summary>The network from latents [N, 4] to the logits of the cells [N, 448]; a sigmoid makes them probabilities.</summary>
    public abstract Network Decoder { get; }

    /// <summary>
    /// The parameters of each learner: each learner has its own optimizer and its own loss. Most models have one; an adversary is a second.
    /// Together they are all parameters, in the order of <c>named_parameters</c>.
    /// </summary>
    public virtual IReadOnlyList<IReadOnlyList<Parameter>> Learners => [[.. parameters()]];

    /// <summary>The model's architecture and training, in a few sentences of Markdown for its card.</summary>
    public abstract string Description { get; }

    /// <summary>How the axes may be transformed when the model is published.</summary>
    public virtual LatentFreedom Freedom => LatentFreedom.Scale;

    /// <summary>How patterns are weighted where their files are known; null for equal weights.</summary>
    public virtual PatternBalance? Balance => null;

    /// <summary>
    /// The weight of recall relative to precision where thresholds are chosen: the F-measure's beta; see
    /// <see cref="Evaluation.ThresholdSearch"/>.
    /// </summary>
    public virtual double RecallWeight => 1;

    /// <summary>
    /// The size of the residual latent: standard normal coordinates that the decoder takes in addition to the latent, as in a conditional
    /// variational autoencoder. 0 for a model without one; <see cref="Decode"/> leaves it at 0.
    /// </summary>
    public virtual int ResidualSize => 0;

    /// <summary>The weight decay (Loshchilov and Hutter 2019); 0 for none.</summary>
    public virtual double WeightDecay => 0;

    /// <summary>The loss of each of the <see cref="Learners"/> on a batch: differentiable scalars with separate graphs.</summary>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <param name="random">The source of the loss's random numbers.</param>
    public abstract IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random);

    /// <summary>Prepares the model for its training set, before the first epoch and before a run is resumed.</summary>
    /// <param name="patterns">The training patterns.</param>
    public virtual void Prepare(ReadOnlySpan<Pattern> patterns)
    {
    }

    /// <summary>Initializes the weights at random; equal seeds give equal weights.</summary>
    public virtual void Initialize(SeededRandom random)
    {
        Encoder.Initialize(random);
        Decoder.Initialize(random);
    }

    /// <summary>Encodes patterns, without gradients.</summary>
    /// <returns>One latent a pattern, in order.</returns>
    public Latent[] Encode(ReadOnlySpan<Pattern> patterns)
    {
        var latents = new Latent[patterns.Length];
        for (int start = 0; start < patterns.Length; start += PatternBatch.MaxRows)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            ReadOnlySpan<Pattern> part = patterns[start..Math.Min(start + PatternBatch.MaxRows, patterns.Length)];
            float[] encoded = TensorValues.Read(Encoder.call(PatternBatch.ToTensor(part)));
            for (int i = 0; i < part.Length; i++)
            {
                int at = i * Latent.Dimensions;
                latents[start + i] = new Latent(encoded[at], encoded[at + 1], encoded[at + 2], encoded[at + 3]);
            }
        }

        return latents;
    }

    /// <summary>Decodes latents to the probability of a hit in each cell, without gradients.</summary>
    /// <returns>448 numbers a latent, 0 to 1; cell = step * 14 + voice.</returns>
    public float[] Decode(ReadOnlySpan<Latent> latents)
    {
        var probabilities = new float[latents.Length * Pattern.CellCount];
        for (int start = 0; start < latents.Length; start += PatternBatch.MaxRows)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            ReadOnlySpan<Latent> part = latents[start..Math.Min(start + PatternBatch.MaxRows, latents.Length)];
            float[] rows = new float[part.Length * Latent.Dimensions];
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = part[i / Latent.Dimensions][i % Latent.Dimensions];
            }

            Tensor decoded = Decoder.call(tensor(rows, new long[] { part.Length, Latent.Dimensions })).sigmoid();
            TensorValues.Read(decoded).CopyTo(probabilities, start * Pattern.CellCount);
        }

        return probabilities;
    }
}
