using System.Numerics;
using DrumSpace.Music;

namespace DrumSpace.Editor.Grid;

/// <summary>Which drums have a row, and in which order: those that played since the rows were folded and,
/// while there is room, others; or all.</summary>
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

    // The height at which drums that rest have a row too, as long as there is room.
    private const float FillHeight = 28;

    private readonly List<Voice> _shown = [.. Order];
    private int _played;
    private (int Voices, float Height) _seen = (-1, 0);

    /// <summary>The drums in sight, from the top.</summary>
    public IReadOnlyList<Voice> Shown => _shown;

    /// <summary>Whether all drums are shown.</summary>
    public bool IsUnfolded { get; set; }

    /// <summary>How many drums are folded away.</summary>
    public int FoldedCount => Order.Length - _shown.Count;

    /// <summary>The drums that do not sound, because they are muted or others are soloed: bit v for voice v.</summary>
    public int Silent { get; set; }

    /// <summary>The height of a row.</summary>
    public float Height { get; private set; } = MinHeight;

    /// <summary>How many rows there is room for.</summary>
    public int Room { get; private set; } = 1;

    /// <summary>Notes which drums play.</summary>
    /// <param name="voices">Bit v for voice v: those with a hit, and those that a hand holds by a lock, a mute or a solo.</param>
    /// <param name="height">The height of the place for the rows.</param>
    /// <returns>Whether other rows are shown now.</returns>
    public bool Follow(int voices, float height)
    {
        _played |= voices;
        int visible = IsUnfolded ? Pattern.AllVoices : _played;
        if ((visible, height) == _seen)
        {
            return false;
        }

        _seen = (visible, height);
        int spare = (int)(height / FillHeight) - BitOperations.PopCount((uint)visible);
        for (int index = 0; index < Order.Length && spare > 0; index++)
        {
            int voice = 1 << (int)Order[index];
            spare -= (visible & voice) == 0 ? 1 : 0;
            visible |= voice;
        }

        _shown.Clear();
        foreach (Voice voice in Order)
        {
            if ((visible >> (int)voice & 1) != 0)
            {
                _shown.Add(voice);
            }
        }

        Height = Math.Clamp(MathF.Floor(height / _shown.Count), MinHeight, MaxHeight);
        Room = Math.Max(1, (int)(height / Height));
        return true;
    }

    /// <summary>Folds away what does not play now, or shows all.</summary>
    public void Toggle()
    {
        IsUnfolded = !IsUnfolded;
        if (!IsUnfolded)
        {
            _played = 0;
            _seen = (-1, 0);
        }
    }
}
