using DrumSpace.Engine.Steps;
using DrumSpace.Music;

namespace DrumSpace.Engine.Slots;

/// <summary>
/// Knows which slot plays, which one follows, and at which point of the latent space the song therefore is. Slots change at bars. In a
/// chain, slot and point follow from the position in the song alone; a slot that is chosen by hand waits for the next bar. Number 0 is no
/// slot: the knobs, or the song's path in their place; 1 to 8 are the slots. An empty slot plays as number 0.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class SlotPlayer(SlotMemory memory)
{
    private Morph _morph = new();
    private Knobs _knobs;
    private KnobPath? _path;
    private PathSettings _pathSettings;
    private bool _wasOnPath;
    private ChainBars _chain;
    private bool _isChained;
    private int _chosen;
    private int _playing;

    /// <summary>The slot that plays, 0 to 8. Any thread.</summary>
    public int Playing => Volatile.Read(ref _playing);

    /// <summary>Whether the position in the song chooses the slot.</summary>
    public bool IsChained => _isChained;

    /// <summary>Whether the point moves with every step along the path.</summary>
    public bool IsMoving => _pathSettings.Mode == PathMode.Plays && IsOnPath(_playing);

    /// <summary>The song's path. Any thread.</summary>
    public KnobPath? Path
    {
        get => Volatile.Read(ref _path);
        set => Volatile.Write(ref _path, value);
    }

    /// <summary>Takes other settings.</summary>
    public void Apply(in EngineSettings settings)
    {
        _morph.Quarters = settings.MorphQuarters;
        _knobs = settings.Knobs;
        _pathSettings = settings.Path;
        _chosen = settings.Slot;
        _chain = settings.ChainBars;
        _isChained = settings.IsChained && _chain.Total > 0;
    }

    /// <summary>The slot of a bar, 0 to 8.</summary>
    /// <param name="bar">The bar of the song, 0 for the first.</param>
    public int SlotOf(long bar)
    {
        int slot = _isChained ? _chain.SlotAt(bar, out _) : _chosen;
        return slot > 0 && memory[slot].IsFilled ? slot : 0;
    }

    /// <summary>The point of a slot.</summary>
    /// <param name="slot">0 to 8.</param>
    /// <param name="position">The position of the song in quarters.</param>
    /// <param name="grid">Where its bars lie.</param>
    public Knobs PointOf(int slot, double position, in StepGrid grid) =>
        slot > 0 ? memory[slot].Knobs
        : IsOnPath(slot) && Path is { } path ? path.At(_pathSettings.PartAt(grid.BarsAt(position)))
        : _knobs;

    /// <summary>Goes at once where the song is, because it stands still or jumped there.</summary>
    /// <param name="bar">The bar of the song.</param>
    /// <param name="start">The position, in quarters, at which the bar began.</param>
    /// <param name="grid">Where the bars lie.</param>
    public void JumpTo(long bar, double start, in StepGrid grid)
    {
        Volatile.Write(ref _playing, SlotOf(bar));
        _wasOnPath = IsOnPath(_playing);
        _morph.JumpTo(PointOf(_playing, start, grid));
        StartChainMorph(bar, start, grid);
    }

    /// <summary>Enters a bar, and with it the slot of the bar.</summary>
    /// <param name="bar">The bar of the song.</param>
    /// <param name="start">The position, in quarters, at which it begins.</param>
    /// <param name="grid">Where the bars lie.</param>
    public void Enter(long bar, double start, in StepGrid grid)
    {
        int slot = SlotOf(bar);
        if (slot != _playing)
        {
            Volatile.Write(ref _playing, slot);
            _wasOnPath = IsOnPath(slot);
            _morph.MorphTo(PointOf(slot, start, grid), start);
            StartChainMorph(bar, start, grid);
        }
    }

    /// <summary>Goes back to the start of the host's loop.</summary>
    /// <param name="quarters">How far.</param>
    public void Wrap(double quarters) => _morph.Shift(-quarters);

    /// <summary>The point at a position of the song, in quarters.</summary>
    public Knobs PointAt(double position, in StepGrid grid)
    {
        Knobs point = PointOf(_playing, position, grid);
        bool isOnPath = IsOnPath(_playing);
        if (isOnPath && _wasOnPath)
        {
            _morph.Retarget(point);
        }
        else
        {
            _morph.MorphTo(point, position);
        }

        _wasOnPath = isOnPath;
        return _morph.At(position);
    }

    private bool IsOnPath(int slot) => slot == 0 && _pathSettings.Mode != PathMode.Off && Path != null;

    // In a chain the way to a slot begins at the one before it, when its turn began, wherever the song came from.
    private void StartChainMorph(long bar, double start, in StepGrid grid)
    {
        if (!_isChained)
        {
            return;
        }

        _chain.SlotAt(bar, out long first);
        Knobs point = PointOf(_playing, start, grid);
        if (first > 0)
        {
            double turn = start - (bar - first) * grid.BarQuarters;
            _morph.Start(PointOf(SlotOf(first - 1), turn, grid), point, turn);
        }
        else
        {
            _morph.JumpTo(point);
        }
    }
}
