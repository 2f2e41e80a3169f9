using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The models of one instance, by the value of the parameter Model. A model is loaded in the background when it is first needed, and what
/// plays goes on until it is there; an offline render waits for it, so that two renders are the same. Where a model cannot be loaded, the
/// one before plays on with a notice, and the next choice tries again.
/// </summary>
/// <remarks>Any thread but the audio thread in real time.</remarks>
internal sealed class InstanceModels : IModelSource, IDisposable
{
    private readonly ModelList _models;
    private readonly StatusLine _status;
    private readonly BackgroundTask _loading;

    // Replaced whole, so that nobody takes one model for another.
    private Resolution _resolved = new(-1, null, null);

    // The last of each index, so that going to and fro between loaded models allocates nothing here.
    private readonly Resolution?[] _last = new Resolution?[ModelList.MaxCount];
    private int _wanted;

    // Which model plays for an index.
    private sealed record Resolution(int Index, ModelEntry? Model, ModelBundle? Bundle);

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
    public ModelEntry? Used => Volatile.Read(ref _resolved).Model;

    /// <inheritdoc cref="ModelList.Problem"/>
    public string Problem => _models.Problem;

    /// <inheritdoc/>
    public ModelBundle? Find(int index)
    {
        Volatile.Write(ref _wanted, index);
        Resolution resolved = Volatile.Read(ref _resolved);
        return resolved.Index == index ? resolved.Bundle : _models.IsLoaded(index) ? Resolve(index) : null;
    }

    /// <inheritdoc/>
    public ModelBundle? Load(int index)
    {
        Volatile.Write(ref _wanted, index);
        Resolution resolved = Volatile.Read(ref _resolved);
        return resolved.Index == index ? resolved.Bundle : Resolve(index);
    }

    /// <inheritdoc/>
    public void BeginLoading(int index)
    {
        Volatile.Write(ref _wanted, index);
        if (Volatile.Read(ref _resolved).Index != index)
        {
            _loading.Request();
        }
    }

    /// <summary>Ends loading; waits for a model of this instance that is being loaded.</summary>
    public void Dispose() => _loading.Dispose();

    private void LoadWanted()
    {
        int index;
        do
        {
            index = Volatile.Read(ref _wanted);
            Resolve(index);
        }
        while (index != Volatile.Read(ref _wanted));
        Loaded?.Invoke();
    }

    // Without a lock: whoever needs a model that is there must not wait for one that is being loaded.
    private ModelBundle? Resolve(int index)
    {
        ModelEntry? model = TryLoad(_models[index]) ?? Used ?? _models.Default;
        if (model == null)
        {
            _status.Show(_models.Problem);
        }

        ModelBundle? bundle = model?.Load();
        if (_last[index] is not { } resolved || resolved.Model != model || resolved.Bundle != bundle)
        {
            _last[index] = resolved = new Resolution(index, model, bundle);
        }

        Volatile.Write(ref _resolved, resolved);
        return bundle;
    }

    private ModelEntry? TryLoad(ModelEntry? model)
    {
        try
        {
            // An index without a model plays the default.
            model ??= _models.Default;
            model?.Load();
            return model;
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            if (Used is { } used)
            {
                _status.Notify($"{e.Message} {used.Name} plays on.");
            }

            return null;
        }
    }
}
