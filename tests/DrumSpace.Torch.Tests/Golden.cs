using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

/// <summary>The values that golden/make_golden.py computed by PyTorch.</summary>
internal static class Golden
{
    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "golden.json"))).RootElement;

    public static JsonElement Section(string name) => Root.GetProperty(name);

    public static JsonElement Case(string section, string name) =>
        Root.GetProperty(section).EnumerateArray().Single(e => e.GetProperty("name").GetString() == name);

    public static IEnumerable<string> Names(string section) =>
        Root.GetProperty(section).EnumerateArray().Select(static e => e.GetProperty("name").GetString()!);

    public static Tensor Read(JsonElement packed)
    {
        long[] shape = [.. packed.GetProperty("shape").EnumerateArray().Select(static e => e.GetInt64())];
        return packed.TryGetProperty("index", out JsonElement index)
            ? tensor(index.EnumerateArray().Select(static e => e.GetInt64()).ToArray(), shape)
            : tensor(packed.GetProperty("data").EnumerateArray().Select(static e => e.GetSingle()).ToArray(), shape);
    }

    /// <summary>Inputs of an operation: numbers as parameters, so that their gradients can be read, and indices as they are.</summary>
    public static Tensor[] ReadInputs(JsonElement inputs) =>
        [.. inputs.EnumerateArray().Select(Read).Select(static input => input.dtype == ScalarType.Float32 ? new Parameter(input) : input)];

    /// <summary>Overwrites the parameters of a module.</summary>
    public static void Load(JsonElement parameters, nn.Module module)
    {
        using IDisposable guard = no_grad();
        Assert.Equal(parameters.EnumerateObject().Select(static p => p.Name), module.named_parameters().Select(static p => p.name));
        foreach ((string name, Parameter parameter) in module.named_parameters())
        {
            parameter.copy_(Read(parameters.GetProperty(name)));
        }
    }

    /// <summary>
    /// Within 1e-5 of the expected number, 1e-6 of the tensor's largest, for what cancels in sums, and 5e-7, for a gradient that is truly
    /// 0: its rounding errors differ between PyTorch's matrix libraries.
    /// </summary>
    public static void AssertClose(JsonElement expected, Tensor? actual, string what)
    {
        Assert.True(actual is not null, $"{what}: nothing was computed");
        Tensor wanted = Read(expected);
        Assert.Equal(wanted.shape, actual.shape);
        float[] a = wanted.data<float>().ToArray(), b = actual.data<float>().ToArray();
        float largest = a.Length == 0 ? 0 : a.Max(MathF.Abs);
        for (int i = 0; i < a.Length; i++)
        {
            bool close = MathF.Abs(a[i] - b[i]) <= 1e-5f * MathF.Abs(a[i]) + 1e-6f * largest + 5e-7f;
            Assert.True(close, $"{what}: element {i} is {b[i]:R}, not {a[i]:R}");
        }
    }
}
