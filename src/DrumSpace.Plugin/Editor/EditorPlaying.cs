using DrumSpace.Editor.Model;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Window;

/// <summary>What plays, for the window.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class EditorPlaying(PluginCore core, SlotPictures slots) : IEditorPlaying
{
    /// <inheritdoc/>
    public SongPosition Position
    {
        get
        {
            var playhead = core.Playhead;

            // The core counts no bar where the host reports no position.
            int bar = (int)Math.Clamp(playhead.Bar, 1, int.MaxValue);
            return new SongPosition(
                playhead.IsPlaying, playhead.Step, bar, playhead.Tempo, playhead.Numerator, playhead.Denominator, playhead.Slot);
        }
    }

    /// <inheritdoc/>
    public Knobs Knobs => core.Playhead.Knobs;

    /// <inheritdoc/>
    public int NoteOf(Voice voice) => core.KitMap.NoteOf(voice);

    /// <inheritdoc/>
    public void Read(PlayablePattern into) => core.ReadPlaying(into);

    /// <inheritdoc/>
    public void SetHit(Voice voice, int step, bool isHit) => core.SetHit(voice, step, isHit);

    /// <inheritdoc/>
    public SlotPicture Slot(int slot) => slots[slot];
}
