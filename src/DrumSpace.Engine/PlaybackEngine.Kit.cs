using DrumSpace.Music;

namespace DrumSpace.Engine;

public sealed partial class PlaybackEngine
{
    private KitMap _kitMap = KitMap.GeneralMidi;

    /// <summary>
    /// Which note each voice sends; General MIDI's unless set. Notes that sound when it changes end at the pitches at which they began.
    /// </summary>
    public KitMap KitMap
    {
        get => Volatile.Read(ref _kitMap);
        set => Volatile.Write(ref _kitMap, value);
    }
}
