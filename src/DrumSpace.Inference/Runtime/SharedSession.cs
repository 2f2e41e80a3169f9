using DrumSpace.Inference.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// An ONNX session, shared by all who use the same model in the process, by the hash of its file: 64 plugin instances hold one copy of
/// the weights. Reference-counted: the last release closes it.
/// </summary>
/// <remarks>Safe on every thread but the audio thread: it locks. Running a session from several threads at once is allowed.</remarks>
internal sealed class SharedSession
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, SharedSession> Sessions = [];

    private readonly string _hash;
    private int _references;

    private SharedSession(string hash, string path)
    {
        _hash = hash;
        try
        {
            using SessionOptions options = MakeOptions();
            Session = new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(path, "", "ONNX Runtime cannot open it: " + e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>The session; valid until the caller's <see cref="Release"/>.</summary>
    public InferenceSession Session { get; }

    /// <summary>The hashes of the models that are open in the process.</summary>
    public static IReadOnlyCollection<string> OpenHashes
    {
        get
        {
            lock (Gate)
            {
                return [.. Sessions.Keys];
            }
        }
    }

    /// <summary>Opens a model, or takes the session that is open already. Each call needs one <see cref="Release"/>.</summary>
    /// <param name="hash">The SHA-256 of the model.</param>
    /// <param name="path">The .onnx file.</param>
    /// <exception cref="BundleException">The file is not a model that ONNX Runtime can run.</exception>
    public static SharedSession Open(string hash, string path)
    {
        OnnxRuntimeLibrary.MakeReady();
        lock (Gate)
        {
            if (!Sessions.TryGetValue(hash, out SharedSession? shared))
            {
                shared = new SharedSession(hash, path);
                Sessions.Add(hash, shared);
            }

            shared._references++;
            return shared;
        }
    }

    /// <summary>Adds a reference.</summary>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public SharedSession Hold()
    {
        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(_references == 0, this);
            _references++;
            return this;
        }
    }

    /// <summary>Removes a reference: once for each <see cref="Open"/> and <see cref="Hold"/>.</summary>
    public void Release()
    {
        lock (Gate)
        {
            if (--_references == 0)
            {
                Sessions.Remove(_hash);
                Session.Dispose();
            }
        }
    }

    // One thread, without spinning: the networks are too small for several, and a plugin must not take the cores of the host's audio.
    private static SessionOptions MakeOptions()
    {
        SessionOptions options = new()
        {
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }
}
