using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Keeps the patterns of a song with it, so that it opens as it sounded also where its model is another or missing: what the settings lead
/// to is known until one moves that decides the pattern. Main thread.
/// </summary>
internal static class SavedPatterns
{
    /// <summary>The patterns of a state that is about to be saved; without those whose model is not loaded.</summary>
    /// <param name="state">The state.</param>
    /// <param name="service">Makes them, unless it knows them.</param>
    /// <param name="tempo">The song's tempo, in quarters a minute.</param>
    public static IReadOnlyList<SlotPattern> Make(PluginState state, ModelService service, double tempo)
    {
        EngineSettings settings = SettingsOf(state);
        IEnumerable<int> filled = state.Slots.Slots.Index().Where(item => item.Item.IsFilled).Select(item => item.Index + 1);
        List<KnownReply> replies = [];
        foreach (PatternRequest request in filled.Prepend(0).Select(slot => state.Slots.RequestOf(slot, settings, tempo)))
        {
            if (!replies.Any(other => other.Request.AsksTheSame(request)) && service.Reply(request) is { } reply)
            {
                replies.Add(new KnownReply(request, reply));
            }
        }

        // The next save need not make them again.
        service.UseKnown(replies);
        return [.. replies.Select(known => new SlotPattern(known.Request.Slot, known.Reply))];
    }

    /// <summary>The replies that a state brings.</summary>
    /// <param name="state">The state.</param>
    /// <param name="model">The index of the model here that plays as the song's, whatever it is.</param>
    public static IEnumerable<KnownReply> Known(PluginState state, int model)
    {
        EngineSettings settings = SettingsOf(state) with { Model = model };
        return state.Patterns.Select(kept => new KnownReply(state.Slots.RequestOf(kept.Slot, settings), kept.Pattern));
    }

    /// <summary>The pattern with which the song of a state begins; null where the state does not have it.</summary>
    public static PlayablePattern? FirstOf(PluginState state)
    {
        EngineSettings settings = SettingsOf(state);
        ChainBars chain = settings.ChainBars;
        int slot = settings.IsChained && chain.Total > 0 ? chain.SlotAt(0, out _) : settings.Slot;
        slot = slot > 0 && state.Slots.Slots[slot - 1].IsFilled ? slot : 0;
        PatternRequest request = state.Slots.RequestOf(slot, settings);
        return Known(state, settings.Model).FirstOrDefault(known => known.Request.AsksTheSame(request))?.Reply;
    }

    // Of the values alone: what modulates them is not saved.
    private static EngineSettings SettingsOf(PluginState state)
    {
        ParameterStore values = new();
        values.Load(state.Song, [state.Programs[state.Current]], 0);
        EngineSettings settings = SettingsReader.Read(values.Current, KitMap.GeneralMidi);

        // A path stands in the place of the knobs: where the song begins.
        return settings.Path.Mode != PathMode.Off && PathSection.Of(state.Sections) is { } path
            ? settings with { Knobs = path.At(settings.Path.PartAt(0)) }
            : settings;
    }
}
