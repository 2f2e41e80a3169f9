using DrumSpace.Inference.Runtime;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Bundles;

public sealed partial class ModelBundle
{
    /// <summary>Reads a bundle.</summary>
    /// <param name="folder">The folder that holds manifest.json.</param>
    /// <exception cref="BundleException">A file is missing, too long, not the one the manifest means, or not a network of ours.</exception>
    /// <exception cref="DllNotFoundException">ONNX Runtime's native library cannot be loaded.</exception>
    public static ModelBundle Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            throw new BundleException(folder, "", "there is no such folder");
        }

        string manifestPath = Path.Combine(folder, BundleFile.Manifest);
        BundleManifest manifest = BundleManifest.Parse(ReadBounded(manifestPath, BundleFile.MaxManifestBytes), manifestPath);

        // Everything is hashed before anything is opened: a bundle is used whole or not at all.
        Dictionary<string, byte[]> networks = [];
        foreach ((string name, BundleFileFacts facts) in manifest.Files)
        {
            byte[] content = ReadChecked(Path.Combine(folder, name), facts);
            if (name is BundleFile.Decoder or BundleFile.Encoder)
            {
                networks.Add(name, content);
            }
        }

        SharedSession Open(string name, TensorRow input, TensorRow output) =>
            OpenNetwork(Path.Combine(folder, name), manifest.Files[name].Sha256, networks[name], input, output);

        SharedSession decoder = Open(BundleFile.Decoder, TensorRow.Latent, TensorRow.Probabilities);
        try
        {
            return new ModelBundle(folder, manifest, decoder, Open(BundleFile.Encoder, TensorRow.Pattern, TensorRow.Latent));
        }
        catch
        {
            decoder.Release();
            throw;
        }
    }

    private static SharedSession OpenNetwork(string path, string hash, byte[] model, TensorRow input, TensorRow output)
    {
        SharedSession session;
        try
        {
            session = SharedSession.Open(hash, model);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(path, "", "ONNX Runtime cannot open it: " + e.Message.TrimEnd('.'), e);
        }

        try
        {
            input.Check(session.Session.InputMetadata, "input", path);
            output.Check(session.Session.OutputMetadata, "output", path);
            TryOut(path, session, input, output);
            return session;
        }
        catch
        {
            session.Release();
            throw;
        }
    }

    // A network can have the right tensors and still fail or answer nonsense; the middle of its input shows the plain cases.
    private static void TryOut(string path, SharedSession session, TensorRow input, TensorRow output)
    {
        using BoundNetwork network = new(session, input, output);
        try
        {
            network.Run();
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(path, "", "it fails when run: " + e.Message.TrimEnd('.'), e);
        }

        bool probabilities = output == TensorRow.Probabilities;
        for (int i = 0; i < output.Width; i++)
        {
            float value = network.Output[i];
            if (!float.IsFinite(value) || (probabilities && value is < 0 or > 1))
            {
                string must = probabilities ? "a probability lies from 0 to 1" : "a coordinate is a finite number";
                throw new BundleException(path, $"output \"{output.Name}\"[{i}]", $"it answers {value}, and {must}");
            }
        }
    }

    private static byte[] ReadChecked(string path, BundleFileFacts facts)
    {
        byte[] content = ReadBounded(path, BundleFile.MaxFileBytes);
        if (content.Length != facts.Bytes)
        {
            throw new BundleException(path, "", $"it has {content.Length} bytes, and the manifest says {facts.Bytes}");
        }

        return BundleFileFacts.HashOf(content) == facts.Sha256
            ? content
            : throw new BundleException(path, "", "its SHA-256 is not the one in the manifest: the file was changed or damaged");
    }

    private static byte[] ReadBounded(string path, int maxBytes)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            long length = stream.Length;
            if (length > maxBytes)
            {
                throw new BundleException(path, "", $"it has {length} bytes, and at most {maxBytes} are read");
            }

            byte[] content = new byte[length];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, "", "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }
}
