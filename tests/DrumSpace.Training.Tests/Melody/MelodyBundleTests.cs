using System.Diagnostics;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Onnx;
using DrumSpace.Training.Publishing;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;

namespace DrumSpace.Training.Tests.Melody;

/// <summary>The melody model as a file of a bundle, compared with the exported model.</summary>
public sealed class MelodyBundleTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private static readonly string[] Inputs = ["drums", "step", "previous", "bar_before", "setting", "state"];
    private static readonly string[] Outputs = ["logits", "next_state"];
    private readonly TemporaryFolder _folder = new();
    private readonly MelodyModel _model = new(new SeededRandom(6));

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ONNX_Runtime_computes_the_models_logits_at_every_step()
    {
        IReadOnlyList<MelodyExample> melodies = Melodies.OnKicks(9, 2);
        using IDisposable guard = torch.no_grad();
        var batch = new MelodyBatch(
            [.. melodies.Select(melody => melody.Pattern)],
            [.. melodies.Select(melody => melody.Setting)],
            [.. melodies.Select(melody => melody.Tokens)]);
        float[] expected = _model.Forward(batch).Logits.data<float>().ToArray();
        float[] actual = [.. Run(MelodyExporter.Export(_model), melodies).SelectMany(step => step)];
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-5f);
        }
    }

    [Fact]
    public void The_bundle_samples_the_melodies_of_the_trained_model_and_its_other_networks_stay()
    {
        _folder.Fill(Shipped);
        IReadOnlyList<MelodyExample> melodies = Melodies.OnKicks(30, 1);
        var options = new MelodyOptions { Epochs = 2, BatchSize = 16, Seed = 7 };
        int[] songs = [.. Enumerable.Range(0, melodies.Count)];
        using MelodyTrainer trainer = Melodies.Train(options, melodies);
        MelodyEvaluation evaluation = MelodyEvaluation.Measure(trainer.Model, melodies, songs, 1);
        MelodyPublisher.Publish(_folder.Path, trainer, options, new MelodyData(melodies, melodies, songs, songs), evaluation);
        foreach (string name in new[] { BundleFile.Encoder, BundleFile.Decoder, BundleFile.Groove })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, name)), File.ReadAllBytes(Path.Combine(_folder.Path, name)));
        }

        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.Equal("7", bundle.Manifest.Training["melodySeed"]);
        string card = File.ReadAllText(Path.Combine(_folder.Path, BundleFile.ModelCard));
        Assert.Equal(2, card.Split("## Melody\n").Length);
        Assert.Contains("## Groove\n", card, StringComparison.Ordinal);

        using var sampler = new MelodySampler(bundle);
        Pattern[] patterns = [.. melodies.Select(melody => melody.Pattern)];
        MelodyConditioning[] settings = [.. melodies.Select(melody => melody.Setting)];
        IReadOnlyList<byte[]> expected = MelodySampling.Sample(trainer.Model, patterns, settings, seed: 50);
        MelodyPhrase phrase = default;
        for (int i = 0; i < melodies.Count; i++)
        {
            sampler.Sample(melodies[i].Pattern, settings[i], 1, 50 + (ulong)i, keepsToScale: false, ref phrase);
            Assert.Equal(expected[i], MelodyExample.Of(melodies[i].Pattern, settings[i], phrase).Tokens);
        }
    }

    [Fact]
    public void The_checker_of_ONNX_accepts_melody_and_groove()
    {
        using var groove = new GrooveNetwork(new SeededRandom(1));
        string[] paths = [Path.Combine(_folder.Path, "melody.onnx"), Path.Combine(_folder.Path, "groove.onnx")];
        File.WriteAllBytes(paths[0], MelodyExporter.Export(_model));
        File.WriteAllBytes(paths[1], GrooveExporter.Export(new GroovePlayer(groove, new TakeShares(0.2, 0.2, 0.2), new TakeShares(0.1, 0.1, 0.1))));
        const string Script = """
            import sys
            try:
                import onnx
            except ImportError:
                sys.exit(77)
            for path in sys.argv[1:]:
                model = onnx.load(path)
                onnx.checker.check_model(model, full_check=True)
                ends = list(model.graph.input) + list(model.graph.output)
                print(" ".join(e.name + str([d.dim_param or d.dim_value for d in e.type.tensor_type.shape.dim][1]) for e in ends))
            """;
        using Process? python = Python.Start(Script, paths);
        Assert.SkipWhen(python is null, "there is no /usr/bin/python3");
        string output = python.StandardOutput.ReadToEnd(), errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.SkipWhen(python.ExitCode == Python.MissingModule, "python3-onnx is not installed");
        Assert.True(python.ExitCode == 0, errors);
        Assert.Equal(
            ["drums448 step32 previous38 bar_before38 setting40 state128 logits38 next_state128", "pattern448 tempo1 take1374 velocity448 offset448"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_shipped_melody_model_has_the_likelihood_of_its_manifest()
    {
        string? path = Repository.Data("multitrack");
        Assert.SkipWhen(path is null, "../shared/data is not there");
        MelodyData data = MelodyData.Read(path!);
        float[][] logits = Run(File.ReadAllBytes(Path.Combine(Shipped, BundleFile.Melody)), data.HeldOut);
        double sum = 0;
        for (int step = 0; step < logits.Length; step++)
        {
            for (int melody = 0; melody < data.HeldOut.Count; melody++)
            {
                ReadOnlySpan<float> row = logits[step].AsSpan(melody * MelodyToken.Count, MelodyToken.Count);
                double all = 0;
                foreach (float logit in row)
                {
                    all += Math.Exp(logit);
                }

                sum += Math.Log(all) - row[data.HeldOut[melody].Tokens[step]];
            }
        }

        using ModelBundle bundle = ModelBundle.Load(Shipped);
        double own = double.Parse(bundle.Manifest.Training["melodyNatsOwnDrums"], CultureInfo.InvariantCulture);
        double other = double.Parse(bundle.Manifest.Training["melodyNatsOtherDrums"], CultureInfo.InvariantCulture);
        Assert.Equal(own, sum / (data.HeldOut.Count * MelodyPhrase.StepCount), 1e-3);
        Assert.True(own < other, "it does not depend on the drums");
    }

    // The logits of each step, given the tokens of the melodies (teacher forcing).
    private static float[][] Run(byte[] model, IReadOnlyList<MelodyExample> melodies)
    {
        using var session = new InferenceSession(model);
        using var options = new RunOptions();
        var state = new float[melodies.Count * MelodyTensors.StateSize];
        var logits = new float[MelodyPhrase.StepCount][];
        for (int step = 0; step < logits.Length; step++)
        {
            int at = step;
            float[][] rows =
            [
                Rows(melodies, Pattern.CellCount, (melody, row) => MelodyTensors.WriteDrums(melody.Pattern, at, row)),
                Rows(melodies, MelodyPhrase.StepCount, (_, row) => row[at] = 1),
                Rows(melodies, MelodyToken.Count, (melody, row) => row[at == 0 ? MelodyToken.Rest : melody.Tokens[at - 1]] = 1),
                Rows(melodies, MelodyToken.Count, (melody, row) => row[at < 16 ? MelodyToken.Rest : melody.Tokens[at - 16]] = 1),
                Rows(melodies, MelodyTensors.SettingWidth, (melody, row) => MelodyTensors.WriteSetting(melody.Setting, row)),
                state,
            ];
            int count = melodies.Count;
            OrtValue[] values = [.. rows.Select(row => OrtValue.CreateTensorValueFromMemory(row, [count, row.Length / count]))];
            using (var results = session.Run(options, Inputs, values, Outputs))
            {
                logits[step] = results[0].GetTensorDataAsSpan<float>().ToArray();
                state = results[1].GetTensorDataAsSpan<float>().ToArray();
            }

            Array.ForEach(values, value => value.Dispose());
        }

        return logits;
    }

    private static float[] Rows(IReadOnlyList<MelodyExample> melodies, int width, WriteRow write)
    {
        var rows = new float[melodies.Count * width];
        for (int melody = 0; melody < melodies.Count; melody++)
        {
            write(melodies[melody], rows.AsSpan(melody * width, width));
        }

        return rows;
    }

    private delegate void WriteRow(MelodyExample melody, Span<float> row);
}
