using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>What plays.</summary>
public interface IEditorPlaying
{
    /// <summary>Where the song is.</summary>
    SongPosition Position { get; }

    /// <summary>The coordinates that play: those of the knobs, of a slot, or on the way to them. 0 to 1 each.</summary>
    Knobs Knobs { get; }

    /// <summary>Copies the pattern that plays.</summary>
    /// <param name="into">Written over.</param>
    void Read(PlayablePattern into);

    /// <summary>Sets or clears a hit of the pattern that plays, and locks its drum to that row.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="step">0 to 31.</param>
    /// <param name="isHit">Whether it shall be hit.</param>
    void SetHit(Voice voice, int step, bool isHit);

    /// <summary>A slot as it is shown. May allocate when the slot changed.</summary>
    /// <param name="slot">1 to 8.</param>
    SlotPicture Slot(int slot);

    /// <summary>The MIDI note that a drum sends, by the kit map.</summary>
    /// <param name="voice">The drum.</param>
    int NoteOf(Voice voice);
}
