using System.Diagnostics;
using DrumSpace.Music;
using DrumSpace.Training.Models;
using DrumSpace.Training.Onnx;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Tests;

public sealed class OnnxExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-onnx").FullName;
    private readonly PatternModel _model = new Autoencoder();
    private readonly PatternModel _flagship = new FourierFeatureAutoencoder();

    public OnnxExportTests()
    {
        _model.Initialize(new SeededRandom(2));
        _flagship.Initialize(new SeededRandom(3));
    }

    public void Dispose()
    {
        _model.Dispose();
        _flagship.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_checker_of_ONNX_accepts_all_networks()
    {
        string encoder = Write("encoder.onnx", OnnxExporter.Encoder(_model));
        string decoder = Write("decoder.onnx", OnnxExporter.Decoder(_flagship));
        const string Script = """
            import sys
            try:
                import onnx
            except ImportError:
                sys.exit(77)
            for path in sys.argv[1:]:
                model = onnx.load(path)
                onnx.checker.check_model(model, full_check=True)
                ends = [*model.graph.input, model.graph.output[0]]
                shapes = [[d.dim_param or d.dim_value for d in e.type.tensor_type.shape.dim] for e in ends]
                print(model.ir_version, model.opset_import[0].version, [e.name for e in ends], shapes)
            """;
        using Process? python = Python.Start(Script, encoder, decoder);
        Assert.SkipWhen(python is null, "there is no /usr/bin/python3");
        string output = python.StandardOutput.ReadToEnd(), errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.SkipWhen(python.ExitCode == Python.MissingModule, "python3-onnx is not installed");
        Assert.True(python.ExitCode == 0, errors);
        Assert.Equal(
            [
                "8 17 ['pattern', 'latent'] [['N', 448], ['N', 4]]",
                "8 17 ['latent', 'variation', 'probabilities'] [['N', 4], ['N', 16], ['N', 448]]",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void ONNX_Runtime_computes_what_the_model_computes(int rows)
    {
        Pattern[] patterns = RandomPatterns.Make(rows, seed: 8);
        Latent[] latents = _model.Encode(patterns);
        float[] encoded = Run(OnnxExporter.Encoder(_model), "pattern", "latent", PatternRows(patterns), Pattern.CellCount);
        float[] decoded = Run(OnnxExporter.Decoder(_model), "latent", "probabilities", LatentRows(latents), Latent.Dimensions);
        AssertNear(LatentRows(latents), encoded);
        AssertNear(_model.Decode(latents), decoded);
    }

    [Fact]
    public void ONNX_Runtime_decodes_residual_latents_as_the_model_does()
    {
        const int rows = 20;
        using DisposeScope scope = NewDisposeScope();
        Tensor latents = Noise.Normal(new SeededRandom(4), rows, Latent.Dimensions);
        Tensor residuals = Noise.Normal(new SeededRandom(5), rows, _flagship.ResidualSize);
        float[] expected = TensorValues.Read(((HalfBarDecoder)_flagship.Decoder).Decode(latents, residuals).sigmoid());
        AssertNear(expected, RunDecoder(TensorValues.Read(latents), TensorValues.Read(residuals)));
    }

    [Fact]
    public void Latents_far_from_the_origin_decode_to_probabilities()
    {
        Latent[] far = [new(1e4f, -1e4f, 1e4f, 1e4f), new(-1e4f, 1e4f, 0, 1e4f), default];
        float[] decoded = Run(OnnxExporter.Decoder(_model), "latent", "probabilities", LatentRows(far), Latent.Dimensions);
        Assert.All(decoded, probability => Assert.InRange(probability, 0f, 1f));

        // Logits are as large as the latents; their last bits, which depend on the order of sums, are some 1e-4 of a probability.
        AssertNear(_model.Decode(far), decoded, 2e-4f);
    }

    [Fact]
    public void Equal_models_give_equal_files()
    {
        using var twin = new Autoencoder();
        twin.Initialize(new SeededRandom(2));
        Assert.Equal(OnnxExporter.Decoder(_model), OnnxExporter.Decoder(twin));
        Assert.Equal(OnnxExporter.Encoder(_model), OnnxExporter.Encoder(twin));
    }

    private static void AssertNear(float[] expected, float[] actual, float tolerance = 1e-5f)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private static float[] Run(byte[] model, string input, string output, float[] rows, int width)
    {
        using var session = new InferenceSession(model);
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(rows, [rows.Length / width, width]);
        using var options = new RunOptions();
        using var results = session.Run(options, [input], [value], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private float[] RunDecoder(float[] latents, float[] residuals)
    {
        using var session = new InferenceSession(OnnxExporter.Decoder(_flagship));
        int rows = latents.Length / Latent.Dimensions;
        using OrtValue latent = OrtValue.CreateTensorValueFromMemory(latents, [rows, Latent.Dimensions]);
        using OrtValue residual = OrtValue.CreateTensorValueFromMemory(residuals, [rows, _flagship.ResidualSize]);
        using var options = new RunOptions();
        using var results = session.Run(options, ["latent", "variation"], [latent, residual], ["probabilities"]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static float[] PatternRows(Pattern[] patterns)
    {
        var cells = new float[patterns.Length * Pattern.CellCount];
        for (int i = 0; i < cells.Length; i++)
        {
            int cell = i % Pattern.CellCount;
            cells[i] = patterns[i / Pattern.CellCount].Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount) ? 1 : 0;
        }

        return cells;
    }

    private static float[] LatentRows(Latent[] latents) =>
        [.. latents.SelectMany(latent => Enumerable.Range(0, Latent.Dimensions).Select(axis => latent[axis]))];

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
