using DrumSpace.Music;
using DrumSpace.Training.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// A model of the space of beats: an encoder from patterns to latents, a decoder back to the probability of each hit, and the losses that
/// teach them. The trainer, the evaluation and the exporter know models by this type alone.
/// </summary>
/// <remarks>
/// Not thread-safe. A subclass keeps its networks in fields of its own and calls <c>RegisterComponents</c>, as TorchSharp's modules do,
/// so that their parameters are found.
/// </remarks>
/// <param name="kind">The kind's name on the command line and in the manifest, such as "ae".</param>
public abstract class BeatModel(string kind) : Module(kind)
{
    /// <summary>The kind's name on the command line and in the manifest.</summary>
    public string Kind { get; } = kind;

    /// <summary>The network from a pattern's cells [N, 448], 0 or 1, to latents [N, 4].</summary>
    public abstract FeedForward Encoder { get; }

    /// <summary>The network from latents [N, 4] to the logits of the cells [N, 448]; a sigmoid makes them probabilities.</summary>
    public abstract Network Decoder { get; }

    /// <summary>
    /// The parameters by learner: each learner has an optimizer and a loss of its own. Most models have one; an adversary is a second.
    /// Together they are all parameters, in the order of <c>named_parameters</c>.
    /// </summary>
    public virtual IReadOnlyList<IReadOnlyList<Parameter>> Learners => [[.. parameters()]];

    /// <summary>How the model is built and taught, in a few sentences of Markdown for its card.</summary>
    public abstract string Description { get; }

    /// <summary>Whether a bundle's encoder is a <see cref="LatentSearch"/> instead of the network that learnt beside the decoder.</summary>
    public virtual bool EncodesBySearch => false;

    /// <summary>What may be done to the axes when the model is published.</summary>
    public virtual LatentFreedom Freedom => LatentFreedom.Scale;

    /// <summary>How much each pattern counts where their files are known; null when all count alike.</summary>
    public virtual PatternBalance? Balance => null;

    /// <summary>
    /// How many times as much it counts, where thresholds are chosen, that a hit is found as that it is right; see
    /// <see cref="Evaluation.ThresholdSearch"/>.
    /// </summary>
    public virtual double RecallWeight => 1;

    /// <summary>
    /// How many coordinates vary a beat: standard normal numbers that the decoder takes beside the latent. 0 where the model has not learnt to
    /// vary; <see cref="Decode"/> leaves them out.
    /// </summary>
    public virtual int Variations => 0;

    /// <summary>The decay of the weights (Loshchilov and Hutter 2019); 0 for none.</summary>
    public virtual double WeightDecay => 0;

    /// <summary>The loss of each of the <see cref="Learners"/> on a batch: scalars that can be differentiated, from graphs of their own.</summary>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <param name="random">Where the loss takes its random numbers from.</param>
    public abstract IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random);

    /// <summary>Shows the model its training set, before the first epoch and before a run goes on.</summary>
    /// <param name="patterns">What the run learns from.</param>
    public virtual void Prepare(ReadOnlySpan<Pattern> patterns)
    {
    }

    /// <summary>Draws the weights anew; equal seeds give equal weights.</summary>
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
            float[] encoded = Encoder.call(PatternBatch.ToTensor(part)).data<float>().ToArray();
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
            decoded.data<float>().ToArray().CopyTo(probabilities, start * Pattern.CellCount);
        }

        return probabilities;
    }
}
