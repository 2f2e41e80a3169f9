using DrumSpace.Music;

namespace DrumSpace.Editor.Grid;

/// <summary>Which drums have a row, and in which order: those that played since the rows were folded, or all.</summary>
internal sealed class GridRows
{
    // A drummer's order: what is played most comes first, the drums of one kind lie together.
    private static readonly Voice[] Order =
    [
        Voice.BassDrum, Voice.Snare, Voice.ClosedHiHat, Voice.OpenHiHat, Voice.Ride, Voice.Crash, Voice.HiMidTom, Voice.LowTom,
        Voice.LowFloorTom, Voice.HiBongo, Voice.LowBongo, Voice.MuteHiConga, Voice.LowConga, Voice.Vibraslap,
    ];

    // A height below which a row cannot be hit well, and above which it looks empty.
    private const float MinHeight = 24;
    private const float MaxHeight = 31;

    // The rows that are there anyway: what a drummer's hands and feet rest on.
    private const int Usual = 1 << (int)Voice.BassDrum | 1 << (int)Voice.Snare | 1 << (int)Voice.ClosedHiHat | 1 << (int)Voice.OpenHiHat
        | 1 << (int)Voice.Ride;

    private readonly List<Voice> _shown = [.. Order];
    private int _played;
    private int _visible = -1;

    /// <summary>The drums in sight, from the top.</summary>
    public IReadOnlyList<Voice> Shown => _shown;

    /// <summary>Whether all drums are shown.</summary>
    public bool IsUnfolded { get; set; }

    /// <summary>How many drums are folded away.</summary>
    public int FoldedCount => Order.Length - _shown.Count;

    /// <summary>The height of a row.</summary>
    public float Height { get; private set; } = MinHeight;

    /// <summary>How many rows there is room for.</summary>
    public int Room { get; private set; } = 1;

    /// <summary>Makes the rows as high as the place allows.</summary>
    /// <param name="height">The place's height.</param>
    public void Fit(float height)
    {
        Height = Math.Clamp(MathF.Floor(height / Math.Max(_shown.Count, 1)), MinHeight, MaxHeight);
        Room = Math.Max(1, (int)(height / Height));
    }

    /// <summary>Notes which drums play.</summary>
    /// <param name="voices">Bit v for voice v: those with a hit, and those that a hand holds by a lock, a mute or a solo.</param>
    /// <returns>Whether other rows are shown now.</returns>
    public bool Follow(int voices)
    {
        _played |= voices;
        int visible = IsUnfolded ? Pattern.AllVoices : _played | Usual;
        if (visible == _visible)
        {
            return false;
        }

        _visible = visible;
        _shown.Clear();
        foreach (Voice voice in Order)
        {
            if ((visible >> (int)voice & 1) != 0)
            {
                _shown.Add(voice);
            }
        }

        return true;
    }

    /// <summary>Folds away what does not play now, or shows all.</summary>
    public void Toggle()
    {
        IsUnfolded = !IsUnfolded;
        if (!IsUnfolded)
        {
            _played = 0;
        }
    }
}
