namespace DrumSpace.Editor.X11.Interop;

/// <summary>What a client selects on a window, and with what mask it sends.</summary>
internal static class XEventMask
{
    public const uint KeyPress = 1 << 0;
    public const uint KeyRelease = 1 << 1;
    public const uint ButtonPress = 1 << 2;
    public const uint ButtonRelease = 1 << 3;
    public const uint EnterWindow = 1 << 4;
    public const uint LeaveWindow = 1 << 5;
    public const uint PointerMotion = 1 << 6;
    public const uint Exposure = 1 << 15;
    public const uint StructureNotify = 1 << 17;
    public const uint FocusChange = 1 << 21;

    /// <summary>Whatever the content does.</summary>
    public const uint Window = ButtonPress | ButtonRelease | EnterWindow | LeaveWindow | PointerMotion | Exposure | StructureNotify
        | FocusChange;

    /// <summary>While the content wants keys.</summary>
    public const uint Keys = KeyPress | KeyRelease;
}
