using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The models of one instance, by the value of the parameter Model. A model is loaded in the background when it is first needed, and what plays
/// goes on until it is there; an offline render waits for it, so that two renders are the same. Where a model cannot be loaded, the one
/// before plays on with a notice, and the next choice tries again.
/// </summary>
/// <remarks>Any thread but the audio thread in real time.</remarks>
internal sealed class InstanceModels : IModelSource, IDisposable
{
    private readonly ModelList _models;
    private readonly StatusLine _status;
    private readonly BackgroundTask _loading;

    // Held while a model is resolved.
    private readonly Lock _resolving = new();
    private int _wanted;
    private int _resolvedIndex = -1;
    private ModelBundle? _resolved;
    private ModelPlace? _used;

    /// <summary>Makes the models of an instance; loads nothing yet.</summary>
    /// <param name="models">The models to choose from.</param>
    /// <param name="status">Shows which model cannot be loaded.</param>
    public InstanceModels(ModelList models, StatusLine status)
    {
        _models = models;
        _status = status;
        _loading = BackgroundThread.Loading.Attach(LoadWanted);
    }

    /// <summary>Called when a model that was needed is loaded. Set once, before the first request.</summary>
    public Action? Loaded { get; set; }

    /// <summary>The model that plays, or will with its first pattern; null before the first.</summary>
    public ModelPlace? Used => Volatile.Read(ref _used);

    /// <summary>The model that the parameters choose, loaded or not; null when there is none.</summary>
    public ModelPlace? Chosen(ParameterStore parameters) => _models[parameters.Get(ParameterTable.Model)] ?? Used;

    /// <inheritdoc/>
    public ModelBundle? Get(int index, bool mayLoad)
    {
        if (Volatile.Read(ref _resolvedIndex) == index)
        {
            return _resolved;
        }

        if (mayLoad || _models[index]?.IsLoaded == true)
        {
            return Resolve(index);
        }

        Volatile.Write(ref _wanted, index);
        _loading.Request();
        return null;
    }

    /// <summary>Ends loading; waits for a model of this instance that is being loaded.</summary>
    public void Dispose() => _loading.Dispose();

    private void LoadWanted()
    {
        Resolve(Volatile.Read(ref _wanted));
        Loaded?.Invoke();
    }

    private ModelBundle? Resolve(int index)
    {
        lock (_resolving)
        {
            if (_resolvedIndex != index)
            {
                ModelPlace? place = TryLoad(_models[index]) ?? _used ?? _models.Default;
                _resolved = place?.Load();
                Volatile.Write(ref _used, place);
                Volatile.Write(ref _resolvedIndex, index);
            }

            return _resolved;
        }
    }

    private ModelPlace? TryLoad(ModelPlace? place)
    {
        try
        {
            // An empty place plays the default.
            place ??= _models.Default;
            place?.Load();
            return place;
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            if (_used is { } used)
            {
                _status.Notify($"{e.Message} {used.Name} plays on.");
            }

            return null;
        }
    }
}
