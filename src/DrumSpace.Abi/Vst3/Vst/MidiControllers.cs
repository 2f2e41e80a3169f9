
namespace DrumSpace.Abi.Vst3;

/// <summary>ControllerNumbers: those of MIDI are 0 to 127, and the other messages of a channel have numbers above.</summary>
public static class Vst3Controller
{
    /// <summary>The pressure of a channel.</summary>
    public const int AfterTouch = 128;

    /// <summary>The pitch wheel.</summary>
    public const int PitchBend = 129;

    /// <summary>How many controllers a parameter can be assigned to.</summary>
    public const int Count = 130;

    /// <summary>A program change; for output, and for input in later versions.</summary>
    public const int ProgramChange = 130;

    /// <summary>The pressure of a key; for output alone.</summary>
    public const int PolyPressure = 131;

    /// <summary>A quarter frame of time code; for output alone.</summary>
    public const int QuarterFrame = 132;
}
