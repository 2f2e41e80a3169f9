namespace DrumSpace.Music;

/// <summary>
/// A drum of the kit. The value is the voice's bit in a step mask, in the order that the published samples of
/// "Artificial Neural Networks Jamming on the Beat" (arXiv 2007.06284) use; names are General MIDI's.
/// </summary>
public enum Voice
{
    /// <summary>Bass Drum 1, note 36.</summary>
    BassDrum = 0,

    /// <summary>Acoustic Snare, note 38.</summary>
    Snare = 1,

    /// <summary>Closed Hi-Hat, note 42.</summary>
    ClosedHiHat = 2,

    /// <summary>Low Floor Tom, note 41.</summary>
    LowFloorTom = 3,

    /// <summary>Low Tom, note 45.</summary>
    LowTom = 4,

    /// <summary>Open Hi-Hat, note 46.</summary>
    OpenHiHat = 5,

    /// <summary>Hi-Mid Tom, note 48.</summary>
    HiMidTom = 6,

    /// <summary>Crash Cymbal 1, note 49.</summary>
    Crash = 7,

    /// <summary>Ride Cymbal 1, note 51.</summary>
    Ride = 8,

    /// <summary>Vibraslap, note 58.</summary>
    Vibraslap = 9,

    /// <summary>Hi Bongo, note 60.</summary>
    HiBongo = 10,

    /// <summary>Low Bongo, note 61.</summary>
    LowBongo = 11,

    /// <summary>Mute Hi Conga, note 62.</summary>
    MuteHiConga = 12,

    /// <summary>Low Conga, note 64.</summary>
    LowConga = 13,
}
