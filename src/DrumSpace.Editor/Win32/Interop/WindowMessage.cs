namespace DrumSpace.Editor.Win32.Interop;

/// <summary>The messages that the window handles (winuser.h).</summary>
internal static class WindowMessage
{
    public const uint Destroy = 0x0002;
    public const uint Size = 0x0005;
    public const uint KillFocus = 0x0008;
    public const uint Paint = 0x000f;
    public const uint EraseBackground = 0x0014;
    public const uint SetCursor = 0x0020;
    public const uint NonClientDestroy = 0x0082;
    public const uint GetDialogCode = 0x0087;
    public const uint KeyDown = 0x0100;
    public const uint KeyUp = 0x0101;
    public const uint Char = 0x0102;
    public const uint DeadChar = 0x0103;
    public const uint SystemKeyDown = 0x0104;
    public const uint SystemKeyUp = 0x0105;
    public const uint SystemChar = 0x0106;
    public const uint SystemDeadChar = 0x0107;
    public const uint Timer = 0x0113;
    public const uint MouseMove = 0x0200;
    public const uint LeftDown = 0x0201;
    public const uint LeftUp = 0x0202;
    public const uint RightDown = 0x0204;
    public const uint RightUp = 0x0205;
    public const uint MiddleDown = 0x0207;
    public const uint MiddleUp = 0x0208;
    public const uint MouseWheel = 0x020a;
    public const uint CaptureChanged = 0x0215;
    public const uint MouseLeave = 0x02a3;
    public const uint DpiChanged = 0x02e0;

    /// <summary>WM_APP: ours. A drag that the content asked for begins.</summary>
    public const uint BeginDrag = 0x8000;
}
