
namespace DrumSpace.Abi.Vst3;

/// <summary>SpeakerArrangement: the channels of an audio bus, a bit a speaker.</summary>
[Flags]
public enum Vst3SpeakerArrangement : ulong
{
    /// <summary>No channel.</summary>
    Empty = 0,

    /// <summary>The left speaker.</summary>
    Left = 1 << 0,

    /// <summary>The right speaker.</summary>
    Right = 1 << 1,

    /// <summary>Left and right.</summary>
    Stereo = Left | Right,

    /// <summary>One channel.</summary>
    Mono = 1 << 19,
}
