using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Runtime;

/// <summary>The networks of a bundle: each is verified and opened when it is first needed, and all are released together.</summary>
/// <remarks>
/// Safe on every thread but the audio thread: it locks and reads files. ONNX Runtime opens a model by its path right after its file was
/// hashed. A file that is replaced between the two is opened unhashed; its tensors and a run are still checked.
/// </remarks>
/// <param name="folder">The bundle's folder.</param>
/// <param name="manifest">The bundle's manifest.</param>
internal sealed class NetworkSet(string folder, BundleManifest manifest) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SharedSession> _sessions = [];
    private bool _disposed;

    /// <summary>Binds buffers to a network, which is opened if it is not open yet.</summary>
    /// <exception cref="BundleException">Its file is not the one in the manifest, or breaks the contract.</exception>
    /// <exception cref="InvalidOperationException">The bundle has no such file.</exception>
    /// <exception cref="ObjectDisposedException">The set is disposed.</exception>
    public BoundNetwork Bind(NetworkContract contract)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ModelBundle));
            if (!_sessions.TryGetValue(contract.File, out SharedSession? session))
            {
                session = OpenVerified(contract);
                _sessions.Add(contract.File, session);
            }

            return new BoundNetwork(session, contract);
        }
    }

    /// <summary>Releases the networks. Safe to call twice.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (SharedSession session in _sessions.Values)
            {
                session.Release();
            }

            _sessions.Clear();
        }
    }

    private SharedSession OpenVerified(NetworkContract contract)
    {
        string path = Path.Combine(folder, contract.File);
        SharedSession session = manifest.Files.TryGetValue(contract.File, out BundleFileFacts? facts)
            ? CheckedFile.ReadVerified(path, facts, _ => SharedSession.Open(facts.Sha256, path))
            : throw new InvalidOperationException($"the bundle {folder} has no {contract.File}");
        try
        {
            contract.Check(session, path);
            return session;
        }
        catch
        {
            session.Release();
            throw;
        }
    }
}
