using DrumSpace.Inference.Runtime;
using DrumSpace.Midi.Files;
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
        List<(NetworkContract Contract, byte[] Model)> models = [];
        PatternMap? map = null;
        foreach ((string name, BundleFileFacts facts) in manifest.Files)
        {
            byte[] content = ReadChecked(Path.Combine(folder, name), facts);
            if (NetworkContract.Of(name, manifest) is { } contract)
            {
                models.Add((contract, content));
            }
            else if (name == BundleFile.Map)
            {
                map = PatternMap.Parse(content, Path.Combine(folder, name));
            }
        }

        Dictionary<string, SharedSession> networks = [];
        try
        {
            foreach ((NetworkContract contract, byte[] model) in models)
            {
                string name = contract.File;
                networks.Add(name, OpenNetwork(Path.Combine(folder, name), manifest.Files[name].Sha256, model, contract));
            }

            return new ModelBundle(folder, manifest, map, networks);
        }
        catch
        {
            Release(networks);
            throw;
        }
    }

    private static SharedSession OpenNetwork(string path, string hash, byte[] model, NetworkContract contract)
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
            contract.Check(session.Session, path);
            TryOut(path, session, contract);
            return session;
        }
        catch
        {
            session.Release();
            throw;
        }
    }

    // A network can have the right tensors and still fail or answer nonsense; the middle of its input shows the plain cases.
    private static void TryOut(string path, SharedSession session, NetworkContract contract)
    {
        using BoundNetwork network = new(session, contract);
        try
        {
            network.Run();
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(path, "", "it fails when run: " + e.Message.TrimEnd('.'), e);
        }

        for (int i = 0; i < contract.Outputs.Count; i++)
        {
            TensorRow output = contract.Outputs[i];
            foreach ((int at, float value) in network.OutputAt(i).ToArray().Index())
            {
                if (!output.Allows(value))
                {
                    throw new BundleException(path, $"output \"{output.Name}\"[{at}]", $"it answers {value}, and {output.Rule}");
                }
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

    /// <summary>Reads a file that must not be longer than it may be.</summary>
    internal static byte[] ReadBounded(string path, int maxBytes)
    {
        try
        {
            return BoundedFile.Read(path, maxBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, "", "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }
}
