using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Melody;

/// <summary>Generates melodies that follow a drum pattern, by sampling the network step by step.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor it
/// allocates no managed memory. All samplers of a bundle share one copy of the network.
/// </remarks>
public sealed class MelodySampler : IDisposable
{
    // The indices of the tensors in NetworkContract.Melody.
    private const int Drums = 0, Step = 1, Previous = 2, BarBefore = 3, Setting = 4, State = 5, Logits = 0, NextState = 1;
    private readonly BoundNetwork _network;
    private readonly int[] _tokens = new int[MelodyPhrase.StepCount];
    private readonly float[] _logits = new float[MelodyToken.Count];

    /// <summary>Binds the network, and warms it up.</summary>
    /// <param name="bundle">A bundle that <see cref="ModelBundle.HasMelody"/>; it may be disposed before this.</param>
    /// <exception cref="InvalidOperationException">The bundle has no melody.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public MelodySampler(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _network = bundle.Bind(NetworkContract.Melody);
        _network.WarmUp();
    }

    /// <summary>Generates a melody. Equal arguments give equal melodies on one machine.</summary>
    /// <param name="pattern">The drums.</param>
    /// <param name="setting">Role, instrument, key and octave.</param>
    /// <param name="temperature">Above 0; 1 samples the learnt distribution, less is plainer.</param>
    /// <param name="seed">Any number; another gives another melody.</param>
    /// <param name="keepsToScale">Whether notes outside of the key's scale are excluded.</param>
    /// <param name="phrase">The melody; written over.</param>
    /// <exception cref="ArgumentOutOfRangeException">The setting or the temperature is out of range; the phrase is as it was.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed.</exception>
    public void Sample(
        in Pattern pattern, in MelodyConditioning setting, float temperature, ulong seed, bool keepsToScale, ref MelodyPhrase phrase)
    {
        setting.Check();
        if (!(temperature > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "A temperature is above 0.");
        }

        Sample(pattern, setting, temperature, seed, keepsToScale ? setting.Key.Degrees : ScaleDegrees.All, (0, 0), ref phrase);
    }

    /// <summary>Generates the melody of a request. Equal arguments give equal melodies on one machine.</summary>
    /// <param name="pattern">The drums.</param>
    /// <param name="request">The request; a disabled one gives silence.</param>
    /// <param name="phrase">The melody; written over.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed.</exception>
    public void Sample(in Pattern pattern, in MelodyRequest request, ref MelodyPhrase phrase)
    {
        if (!request.IsEnabled)
        {
            phrase = default;
            return;
        }

        float onKick = OnsetBias.Of(request.Density, request.Follow, isKick: true);
        float elsewhere = OnsetBias.Of(request.Density, request.Follow, isKick: false);
        int degrees = ScaleDegrees.Of(request.Scale);
        Sample(pattern, request.Conditioning, (float)request.Temperature, (ulong)request.Seed, degrees, (onKick, elsewhere), ref phrase);
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            phrase[step] = phrase[step].Transpose(12 * request.Octaves);
        }
    }

    /// <summary>Frees the network. Not while another thread samples.</summary>
    public void Dispose() => _network.Dispose();

    // The biases are added to the logits of notes, on steps of the bass drum and on all others.
    private void Sample(
        in Pattern pattern, in MelodyConditioning setting, float temperature, ulong seed, int degrees,
        (float OnKick, float Elsewhere) bias, ref MelodyPhrase phrase)
    {
        MelodyDraw draw = new(seed);
        MelodyTensors.WriteSetting(setting, _network.InputAt(Setting));
        _network.InputAt(State).Clear();
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            Forward(pattern, step);
            foreach (ref float logit in _logits.AsSpan(MelodyToken.FirstNote))
            {
                logit += pattern.Has(Voice.BassDrum, step) ? bias.OnKick : bias.Elsewhere;
            }

            _tokens[step] = draw.Next(_logits, step > 0 ? _tokens[step - 1] : MelodyToken.Rest, temperature, degrees);
            phrase[step] = MelodyToken.ToStep(_tokens[step], setting);
        }
    }

    private void Forward(in Pattern pattern, int step)
    {
        MelodyTensors.WriteDrums(pattern, step, _network.InputAt(Drums));
        WriteOneHot(Step, step);
        WriteOneHot(Previous, step >= 1 ? _tokens[step - 1] : MelodyToken.Rest);
        WriteOneHot(BarBefore, step >= MelodyTensors.StepsPerBar ? _tokens[step - MelodyTensors.StepsPerBar] : MelodyToken.Rest);
        _network.Run();
        _network.OutputAt(Logits).CopyTo(_logits);
        _network.OutputAt(NextState).CopyTo(_network.InputAt(State));
    }

    private void WriteOneHot(int input, int index)
    {
        Span<float> row = _network.InputAt(input);
        row.Clear();
        row[index] = 1;
    }
}
