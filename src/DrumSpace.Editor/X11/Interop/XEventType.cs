namespace DrumSpace.Editor.X11.Interop;

/// <summary>The core protocol's event codes. A sent event has 128 added.</summary>
internal static class XEventType
{
    public const byte Error = 0;
    public const byte KeyPress = 2;
    public const byte KeyRelease = 3;
    public const byte ButtonPress = 4;
    public const byte ButtonRelease = 5;
    public const byte MotionNotify = 6;
    public const byte EnterNotify = 7;
    public const byte LeaveNotify = 8;
    public const byte FocusIn = 9;
    public const byte FocusOut = 10;
    public const byte Expose = 12;
    public const byte DestroyNotify = 17;
    public const byte UnmapNotify = 18;
    public const byte MapNotify = 19;
    public const byte ReparentNotify = 21;
    public const byte ConfigureNotify = 22;
    public const byte SelectionClear = 29;
    public const byte SelectionRequest = 30;
    public const byte SelectionNotify = 31;
    public const byte ClientMessage = 33;
    public const byte MappingNotify = 34;
}
