using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// An ONNX session that everyone in the process shares who uses the same model, by the hash of its file: 64 plugin instances hold one
/// copy of the weights. Counted: the last holder to let go closes it.
/// </summary>
/// <remarks>Safe on every thread but the audio thread: it locks. Running a session from several threads at once is allowed.</remarks>
internal sealed class SharedSession
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, SharedSession> Sessions = [];

    private readonly string _hash;
    private int _holders;

    private SharedSession(string hash, InferenceSession session)
    {
        _hash = hash;
        Session = session;
    }

    /// <summary>The session; valid until the caller's own <see cref="Release"/>.</summary>
    public InferenceSession Session { get; }

    /// <summary>The number of sessions that are open in the process.</summary>
    public static int OpenCount
    {
        get
        {
            lock (Gate)
            {
                return Sessions.Count;
            }
        }
    }

    /// <summary>Whether anyone holds the model of this hash.</summary>
    public static bool IsOpen(string hash)
    {
        lock (Gate)
        {
            return Sessions.ContainsKey(hash);
        }
    }

    /// <summary>Opens a model, or joins those who have it open. The caller becomes a holder.</summary>
    /// <param name="hash">The SHA-256 of the model.</param>
    /// <param name="model">The bytes of the .onnx file.</param>
    /// <exception cref="OnnxRuntimeException">The bytes are not a model that ONNX Runtime can run.</exception>
    public static SharedSession Open(string hash, byte[] model)
    {
        OnnxRuntimeLibrary.MakeReady();
        lock (Gate)
        {
            if (!Sessions.TryGetValue(hash, out SharedSession? shared))
            {
                using SessionOptions options = MakeOptions();
                shared = new SharedSession(hash, new InferenceSession(model, options));
                Sessions.Add(hash, shared);
            }

            shared._holders++;
            return shared;
        }
    }

    /// <summary>Makes the caller one more holder.</summary>
    /// <exception cref="ObjectDisposedException">The last holder has let go.</exception>
    public SharedSession Hold()
    {
        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(_holders == 0, this);
            _holders++;
            return this;
        }
    }

    /// <summary>Lets go. To be called once by each holder.</summary>
    public void Release()
    {
        lock (Gate)
        {
            if (--_holders == 0)
            {
                Sessions.Remove(_hash);
                Session.Dispose();
            }
        }
    }

    // One thread, and it never spins: the networks are far too small to share among threads, and a plugin must not take the cores that
    // the host's audio runs on.
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
