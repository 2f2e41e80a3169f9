using DrumSpace.Editor.Model;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Window;

/// <summary>The pictures of the slots: looked at ten times a second at most, made anew where a slot or the model changed.</summary>
/// <remarks>The window's thread; allocates nothing once it is made.</remarks>
internal sealed class SlotPictures(PluginCore core, PatternPictures pictures, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly PatternSlots _now = new();
    private readonly PatternSlots _shown = new();
    private readonly SlotPicture[] _pictures = new SlotPicture[PatternSlots.Count];
    private readonly bool[] _isKnown = new bool[PatternSlots.Count];
    private ModelEntry? _model;
    private long _looked;
    private bool _hasLooked;

    /// <summary>A slot's picture.</summary>
    /// <param name="slot">1 to 8.</param>
    public SlotPicture this[int slot]
    {
        get
        {
            if (!_hasLooked || clock.GetElapsedTime(_looked) >= Interval)
            {
                _hasLooked = true;
                _looked = clock.GetTimestamp();
                Look();
            }

            return _pictures[slot - 1];
        }
    }

    private void Look()
    {
        core.ReadSlots(_now);
        bool isSameModel = core.Model == _model;
        _model = core.Model;
        for (int index = 0; index < PatternSlots.Count; index++)
        {
            PatternSlot slot = _now.Slots[index];
            if (isSameModel && _isKnown[index] && SlotsComparison.AreSame(slot, _shown.Slots[index]))
            {
                continue;
            }

            _shown.Slots[index].CopyFrom(slot);
            Pattern pattern = default;
            _isKnown[index] = !slot.IsFilled || pictures.TryMake(slot.Knobs, slot.Pins, out pattern);
            _pictures[index] = new SlotPicture(slot.IsFilled, pattern);
        }
    }
}
