using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Patterns;

/// <summary>Requests the pattern of a point when anything that decides it has changed since the last request.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class PatternRequester(PatternSource source, SlotMemory memory)
{
    private readonly PinnedRows _pins = new();
    private Knobs _knobs;
    private PatternVariation _variation;
    private GrooveTake _take;
    private int _tempo;
    private MelodyRequest _melody;
    private int _model = -1;
    private int _revision = -1;
    private bool _isNew = true;

    /// <summary>The newest request's id; 0 before the first.</summary>
    public long LastId { get; private set; }

    /// <summary>The slot of the newest request.</summary>
    public int LastSlot { get; private set; }

    /// <summary>The first request that had the pins of the newest one: replies to those before are stale.</summary>
    public long FirstIdWithPins { get; private set; }

    /// <summary>Requests the pattern of a point, unless it was requested last.</summary>
    /// <param name="knobs">The point.</param>
    /// <param name="slot">The slot that it belongs to, 0 to 8.</param>
    /// <param name="tempo">The tempo of the block, in quarters a minute.</param>
    /// <param name="settings">Model, variation, groove and melody.</param>
    /// <returns>Whether there was anything new to request.</returns>
    public bool Request(in Knobs knobs, int slot, double tempo, in EngineSettings settings)
    {
        if (!Changes(knobs, slot, settings.TempoOf(tempo), settings))
        {
            return false;
        }

        PatternRequest request = source.Requests.Owned;
        source.Requests.BeginWrite();
        request.Id = LastId;
        request.Slot = slot;
        request.Model = _model;
        request.Knobs = _knobs;
        request.Variation = _variation;
        request.Take = _take;
        request.Tempo = _tempo;
        request.Melody = _melody;
        request.Pins.CopyFrom(_pins);
        source.Requests.EndWrite();
        source.Serve(isNew: true);
        return true;
    }

    /// <summary>Notes that settings may be others with the next call.</summary>
    public void Apply() => _isNew = true;

    /// <summary>Requests with the next call whatever the point is.</summary>
    public void Forget() => (_model, _isNew) = (-1, true);

    private bool Changes(in Knobs knobs, int slot, int tempo, in EngineSettings settings)
    {
        // Nearly every block: nothing that could matter was touched.
        bool isSamePoint = slot == LastSlot && tempo == _tempo && ((ReadOnlySpan<float>)knobs).SequenceEqual(_knobs);
        if (isSamePoint && !_isNew && _revision == memory.Revision)
        {
            return false;
        }

        _isNew = false;
        int seed = slot > 0 ? memory[slot].Seed : settings.Seed;
        PatternVariation variation = settings.VariationOf(seed);
        GrooveTake take = settings.TakeOf(seed);
        bool havePinsChanged = HavePinsChanged(slot);
        if (isSamePoint && !havePinsChanged && LastId > 0 && settings.Model == _model && variation == _variation
            && take == _take && settings.Melody == _melody)
        {
            return false;
        }

        LastId++;
        LastSlot = slot;
        FirstIdWithPins = havePinsChanged ? LastId : FirstIdWithPins;
        (_knobs, _variation, _take, _tempo) = (knobs, variation, take, tempo);
        (_melody, _model) = (settings.Melody, settings.Model);
        return true;
    }

    private bool HavePinsChanged(int slot)
    {
        if (_revision == memory.Revision && slot == LastSlot)
        {
            return false;
        }

        _revision = memory.Revision;
        int added = slot > 0 ? memory[slot].Pins.Voices : 0;
        if ((memory.Pins.Voices | added | _pins.Voices) == 0)
        {
            return false;
        }

        _pins.CopyFrom(memory.Pins);
        memory.AddPins(slot, _pins);
        return !_pins.IsSameAs(source.Requests.Owned.Pins);
    }
}
