using System.Text;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>The numbers that the server gives to the names the window uses.</summary>
internal sealed unsafe class X11Atoms
{
    // The order of the properties below.
    private static readonly string[] Names =
    [
        "XdndAware", "XdndProxy", "XdndSelection", "XdndEnter", "XdndPosition", "XdndStatus", "XdndLeave", "XdndDrop", "XdndFinished",
        "XdndTypeList", "XdndActionCopy", "text/uri-list", "text/plain", "qtractor/file-channel", "TARGETS", "CLIPBOARD", "UTF8_STRING",
        "DRUMSPACE_DROP", "WM_STATE", "WM_PROTOCOLS", "WM_DELETE_WINDOW", "_NET_WM_NAME", "DRUMSPACE_TEXT",
    ];

    private readonly uint[] _atoms = new uint[Names.Length];

    /// <summary>Asks for all, then reads all: one round trip.</summary>
    public X11Atoms(nint connection)
    {
        Span<uint> cookies = stackalloc uint[Names.Length];
        for (int i = 0; i < Names.Length; i++)
        {
            fixed (byte* name = Encoding.ASCII.GetBytes(Names[i]))
            {
                cookies[i] = Xcb.xcb_intern_atom(connection, 0, (ushort)Names[i].Length, name);
            }
        }

        for (int i = 0; i < Names.Length; i++)
        {
            AtomReply* reply = Xcb.xcb_intern_atom_reply(connection, cookies[i], null);
            _atoms[i] = reply == null ? 0 : reply->Value;
            Libc.free(reply);
        }
    }

    // Atoms that the protocol itself numbers.
    public static uint Atom => 4;

    public static uint ResourceManager => 23;

    public static uint String => 31;

    public static uint WindowType => 33;

    public static uint Name => 39;

    public static uint NormalHints => 40;

    public static uint SizeHints => 41;

    public static uint Class => 67;

    public uint XdndAware => _atoms[0];

    public uint XdndProxy => _atoms[1];

    public uint XdndSelection => _atoms[2];

    public uint XdndEnter => _atoms[3];

    public uint XdndPosition => _atoms[4];

    public uint XdndStatus => _atoms[5];

    public uint XdndLeave => _atoms[6];

    public uint XdndDrop => _atoms[7];

    public uint XdndFinished => _atoms[8];

    public uint XdndTypeList => _atoms[9];

    public uint XdndActionCopy => _atoms[10];

    public uint UriList => _atoms[11];

    public uint PlainText => _atoms[12];

    public uint QtractorChannel => _atoms[13];

    public uint Targets => _atoms[14];

    public uint Clipboard => _atoms[15];

    public uint Utf8String => _atoms[16];

    /// <summary>The property of our window that dropped data arrives in.</summary>
    public uint DropData => _atoms[17];

    public uint WmState => _atoms[18];

    public uint WmProtocols => _atoms[19];

    public uint WmDeleteWindow => _atoms[20];

    public uint NetWmName => _atoms[21];

    /// <summary>The property of our window that pasted text arrives in.</summary>
    public uint PastedText => _atoms[22];
}
