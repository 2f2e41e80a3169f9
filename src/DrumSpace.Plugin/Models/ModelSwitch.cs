using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Plugin.Background;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// Which model one instance plays. In real time another model is loaded in the background, and what plays goes on until its first beat is
/// there; offline it is there at once, so that two renders are the same. A model that cannot be loaded changes nothing but the notice.
/// </summary>
/// <remarks>
/// <see cref="Choose"/> and <see cref="UseNow"/> belong to the audio thread; in real time it calls the first alone, which neither locks,
/// waits nor allocates. <see cref="Used"/> may be read by any thread.
/// </remarks>
internal sealed class ModelSwitch : IDisposable
{
    private readonly ModelList _models;
    private readonly DecodeChannel _channel;
    private readonly Action<string> _tell;

    // Held while another model is put to use; guards _served.
    private readonly Lock _switching = new();
    private int _served;
    private int _chosen;
    private ModelPlace _used;

    /// <summary>Makes the switch, with the list's default in use.</summary>
    /// <param name="models">The models.</param>
    /// <param name="used">The model that the channel has.</param>
    /// <param name="channel">The instance's way to the decode worker; it stays the caller's.</param>
    /// <param name="tell">Told of each model that cannot be loaded, in a sentence for a musician.</param>
    public ModelSwitch(ModelList models, ModelPlace used, DecodeChannel channel, Action<string> tell)
    {
        _models = models;
        _used = used;
        _channel = channel;
        _tell = tell;
        _served = Enumerable.Range(0, ModelList.PlaceCount).First(place => models[place] == used);
        _chosen = _served;
        BackgroundThread.Shared.Attach(Serve);
    }

    /// <summary>The model that plays, or will with its first beat.</summary>
    public ModelPlace Used => Volatile.Read(ref _used);

    /// <summary>Chooses the model at a place, or the list's default where that is empty.</summary>
    /// <param name="place">0 to <see cref="ModelList.PlaceCount"/> - 1.</param>
    /// <param name="isOffline">Whether <see cref="UseNow"/> follows, so that the background must not be quicker.</param>
    public void Choose(int place, bool isOffline)
    {
        if (place != _chosen)
        {
            Volatile.Write(ref _chosen, place);
            if (!isOffline)
            {
                BackgroundThread.Shared.Wake();
            }
        }
    }

    /// <summary>Puts the chosen model to use before it returns. Offline only: it loads, and may wait for the background.</summary>
    /// <param name="knobs">Where the knobs stand.</param>
    /// <param name="variation">How the beat is varied.</param>
    /// <returns>Whether another model's beat was published.</returns>
    public bool UseNow(in Knobs knobs, PatternVariation variation)
    {
        lock (_switching)
        {
            return LoadChosen() is { } bundle && _channel.UseNow(bundle, knobs, variation);
        }
    }

    /// <summary>Ends the switch; waits for a model that is being loaded.</summary>
    public void Dispose() => BackgroundThread.Shared.Detach(Serve);

    private void Serve()
    {
        lock (_switching)
        {
            if (LoadChosen() is { } bundle)
            {
                _channel.Use(bundle);
            }
        }
    }

    // Null where nothing is to be changed.
    private ModelBundle? LoadChosen()
    {
        int place = Volatile.Read(ref _chosen);
        if (place == _served)
        {
            return null;
        }

        _served = place;
        ModelPlace model = _models[place] ?? _models.Default ?? _used;
        if (model == _used)
        {
            return null;
        }

        try
        {
            ModelBundle bundle = model.Load();
            Volatile.Write(ref _used, model);
            return bundle;
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException)
        {
            _tell($"{e.Message} {_used.Name} plays on.");
            return null;
        }
    }
}
