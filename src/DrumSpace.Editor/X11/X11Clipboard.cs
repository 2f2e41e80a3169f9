using System.Text;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>
/// Owns the clipboard from a copy until another client takes it or the window closes, and asks its owner for a text: X11 has no store of
/// its own, the owner answers.
/// </summary>
/// <remarks>The window's thread.</remarks>
internal sealed class X11Clipboard(X11Connection connection, X11Window window)
{
    private X11Selection? _text;
    private Action<string>? _paste;

    /// <summary>Puts a text into the clipboard.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time of the event that asked for it.</param>
    public void Copy(string text, uint time)
    {
        X11Atoms atoms = connection.Atoms;
        _text = new X11Selection(atoms.Targets,
            (atoms.Utf8String, Encoding.UTF8.GetBytes(text)), (X11Atoms.String, Encoding.Latin1.GetBytes(text)));
        _ = Xcb.xcb_set_selection_owner(connection.Handle, window.Id, atoms.Clipboard, time);
    }

    /// <summary>Asks the clipboard's owner for its text.</summary>
    /// <param name="paste">Takes the text when it comes; one that was asked for before no longer counts.</param>
    /// <param name="time">The time of the event that asked for it.</param>
    public void Paste(Action<string> paste, uint time)
    {
        _paste = paste;
        X11Atoms atoms = connection.Atoms;
        _ = Xcb.xcb_convert_selection(connection.Handle, window.Id, atoms.Clipboard, atoms.Utf8String, atoms.PastedText, time);
    }

    /// <summary>The text has come, or was refused. One too long for a single property is not taken.</summary>
    public void Take(in XEvent notify)
    {
        Action<string>? paste = _paste;
        _paste = null;
        if (notify.NotifyProperty == 0)
        {
            return;
        }

        byte[] text = connection.Properties.Bytes(window.Id, connection.Atoms.PastedText);
        connection.Properties.Delete(window.Id, connection.Atoms.PastedText);
        if (text.Length > 0)
        {
            paste?.Invoke(Encoding.UTF8.GetString(text));
        }
    }

    /// <summary>Answers another client's request for the clipboard.</summary>
    public void Answer(in XEvent request) => X11Selection.Answer(connection, request, _text);

    /// <summary>Another client took a selection from our window.</summary>
    public void Lose(in XEvent cleared)
    {
        if (cleared.ClearedSelection == connection.Atoms.Clipboard)
        {
            _text = null;
        }
    }
}
