namespace DrumSpace.Inference.Service;

/// <summary>
/// Answers the requests of every plugin instance of the process on one background thread, which begins with the first service and ends
/// with the last.
/// </summary>
/// <remarks>Attaching and disposing services: any thread but the audio thread, in any order.</remarks>
public sealed class ModelWorker
{
    private readonly Lock _gate = new();
    private ModelThread? _thread;

    /// <summary>Makes a worker of its own, for tests that must not meet each other; the product has <see cref="Shared"/> alone.</summary>
    internal ModelWorker()
    {
    }

    /// <summary>The process's worker.</summary>
    public static ModelWorker Shared { get; } = new();

    /// <summary>
    /// The managed bytes that the thread has allocated since it began; 0 while there is no service. Not for the audio thread.
    /// </summary>
    public long AllocatedBytes => Thread?.AllocatedBytes ?? 0;

    /// <summary>The run of the thread that serves now; null while there is no service.</summary>
    internal ModelThread? Thread
    {
        get
        {
            lock (_gate)
            {
                return _thread;
            }
        }
    }

    /// <summary>Makes a service for one plugin instance. It loads and decodes nothing until it is asked.</summary>
    /// <param name="models">Its models.</param>
    /// <param name="failed">
    /// Called for each reply that failed, on the worker's thread or in <see cref="ModelService.AnswerNow"/> on the caller's. It must not
    /// wait for a thread that disposes services.
    /// </param>
    public ModelService Attach(IModelSource models, Action<Exception>? failed = null)
    {
        lock (_gate)
        {
            ModelThread thread = _thread ??= new ModelThread();
            ModelService service = new(models, thread, failed, service => Detach(service, thread));
            thread.Add(service);
            return service;
        }
    }

    private void Detach(ModelService service, ModelThread thread)
    {
        lock (_gate)
        {
            thread.Remove(service);
            if (thread.ServiceCount > 0)
            {
                return;
            }

            // The next service begins a new run, even while this one is still ending.
            _thread = null;
        }

        thread.Stop();
    }
}
