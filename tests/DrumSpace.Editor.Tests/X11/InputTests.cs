using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>The pointer and the keyboard, moved by xdotool.</summary>
[Collection(nameof(XServerTests))]
public sealed class InputTests : IDisposable
{
    private readonly XServer _server;
    private readonly HostWindow _host;

    public InputTests(XServer server)
    {
        _server = server;
        server.Require();
        server.Do("mousemove 1800 1200");
        _host = new HostWindow(server, 100, 50);
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_drag_of_a_knob_goes_on_beyond_the_window()
    {
        _host.Open();
        _server.Do("mousemove 150 100 mousedown 1 mousemove 150 90 mousemove 150 20 mousemove 90 20 mouseup 1");
        _host.WaitFor("release Left -10 -30");
        _host.WaitFor("leave");
        Assert.Equal(
            ["move 50 50", "press Left 50 50 1 None", "move 50 40", "move 50 -30", "move -10 -30", "release Left -10 -30", "leave"],
            _host.Content.Lines.Where(line => line != "attach").Distinct());
    }

    [Fact]
    public void A_double_click_a_wheel_and_modifiers_are_told()
    {
        _host.Open();
        _server.Do("mousemove 110 60 click --repeat 2 --delay 20 1");
        _host.WaitFor("press Left 10 10 2 None");
        _server.Do("click 4 click 5 click 5 click 6 click 7");
        _server.Do("keydown ctrl keydown shift click 3 keyup shift keyup ctrl");
        _host.WaitFor("release Right 10 10");
        Assert.Contains("press Right 10 10 1 Shift, Control", _host.Content.Lines);
        Assert.Equal(
            ["scroll 1", "scroll -1", "scroll -1"], _host.Content.Lines.Where(line => line.StartsWith("scroll", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_second_button_during_a_hold_is_not_told()
    {
        _host.Open();
        _server.Do("mousemove 110 60 mousedown 1 mousedown 3 mouseup 3 mouseup 1 mousemove 120 60");
        _host.WaitFor("release Left 10 10");
        Assert.DoesNotContain(_host.Content.Lines, line => line.Contains("Right"));
    }

    [Fact]
    public void While_no_keys_are_wanted_the_host_gets_them_itself()
    {
        SelectKeysOfHost();
        _host.Open();
        _server.Do("mousemove 110 60 click 1 key space");
        XEvent received = WaitForHostKey(XEventType.KeyPress);
        Assert.False(received.IsSent);
        Assert.DoesNotContain(_host.Content.Lines, line => line.StartsWith("key", StringComparison.Ordinal));
    }

    [Fact]
    public void Wanted_keys_come_after_a_click_and_the_focus_goes_back()
    {
        _host.Content.WantsKeys = true;
        _host.Open();
        _server.Do("mousemove 110 60 click 4");
        _host.WaitFor("scroll 1");
        Assert.NotEqual(_host.Child, FocusOf(_host));
        _server.Do("click 1");
        _host.WaitFor("release Left 10 10");
        Eventually.IsTrue(() => FocusOf(_host) == _host.Child, "the focus");
        _server.Do("key a key shift+a key Return key Left key KP_Enter key ctrl+c key space key BackSpace key z");
        _host.WaitFor("key 'z' None");
        string[] expected =
        [
            "key 'a' None", "key 'A' Shift", "key Enter None", "key Left None", "key 'c' Control", "key ' ' None", "key Backspace None",
        ];
        Assert.All(expected, line => Assert.Contains(line, _host.Content.Lines));
        _host.Content.WantsKeys = false;
        Eventually.IsTrue(() => FocusOf(_host) != _host.Child, "the focus given back");
        _host.WaitFor("lose keys");
    }

    [Fact]
    public void Where_no_window_had_the_keyboard_the_host_gets_it_afterwards()
    {
        _host.SetFocus(0);
        _host.Content.WantsKeys = true;
        _host.Open();
        _server.Do("mousemove 110 60 click 1");
        Eventually.IsTrue(() => FocusOf(_host) == _host.Child, "the focus");
        _host.Content.WantsKeys = false;
        Eventually.IsTrue(() => FocusOf(_host) == _host.Id, "the focus given back");
    }

    [Fact]
    public void Keys_that_the_content_does_not_use_are_sent_to_the_top_level()
    {
        SelectKeysOfHost();
        _host.Content.WantsKeys = true;
        _host.Content.UsesKeys = false;
        _host.Open();
        _server.Do("mousemove 110 60 click 1");
        Eventually.IsTrue(() => FocusOf(_host) == _host.Child, "the focus");
        _server.Do("key space");
        Assert.True(WaitForHostKey(XEventType.KeyPress).IsSent);
        Assert.True(WaitForHostKey(XEventType.KeyRelease).IsSent);
        Assert.Single(_host.Content.Lines, "key ' ' None");
    }

    [Fact]
    public void Copied_text_is_in_the_clipboard_until_the_window_closes()
    {
        _host.Open();
        _host.Content.Request = window => window.CopyText("Grüße 1/16");
        uint clipboard = _host.Connection.Atoms.Clipboard;
        Eventually.IsTrue(() => _host.OwnerOf(clipboard) == _host.Child, "the clipboard");
        Assert.Equal("Grüße 1/16"u8.ToArray(), Convert(_host.Connection.Atoms.Utf8String));
        Assert.Equal([.. "Gr"u8, 0xfc, 0xdf, .. "e 1/16"u8], Convert(31));
        _host.Editor.Close();
        Eventually.IsTrue(() => _host.OwnerOf(clipboard) == 0, "the clipboard given up");
    }

    [Fact]
    public void The_clipboards_text_is_pasted()
    {
        _host.Open();
        string? pasted = null;
        _host.Content.Request = window =>
        {
            window.CopyText("Grüße 1/16");
            window.PasteText(text => Volatile.Write(ref pasted, text));
        };
        Eventually.IsTrue(() => Volatile.Read(ref pasted) != null, "the text");
        Assert.Equal("Grüße 1/16", pasted);
    }

    [Fact]
    public void The_cursor_may_change_at_any_time()
    {
        _host.Content.Need = new FrameNeed(true, true);
        _host.Open();
        foreach (CursorShape shape in Enum.GetValues<CursorShape>())
        {
            int frames = _host.Content.Frames;
            _host.Content.Cursor = shape;
            Eventually.IsTrue(() => _host.Content.Frames > frames + 2, "frames");
        }

        Assert.Empty(_host.Log);
    }

    private static unsafe uint FocusOf(HostWindow host)
    {
        FocusReply* reply = Xcb.xcb_get_input_focus_reply(host.Connection.Handle, Xcb.xcb_get_input_focus(host.Connection.Handle), null);
        uint focus = reply->Window;
        Libc.free(reply);
        return focus;
    }

    private unsafe void SelectKeysOfHost()
    {
        uint mask = XEventMask.Keys;
        _ = Xcb.xcb_change_window_attributes(_host.Connection.Handle, _host.Id, 1 << 11, &mask);
        _host.Connection.RoundTrip();
    }

    private XEvent WaitForHostKey(byte type)
    {
        XEvent found = default;
        Eventually.IsTrue(() => _host.Connection.TryNextEvent(out found) && found.Type == type, "a key for the host");
        return found;
    }

    private byte[] Convert(uint type)
    {
        _ = Xcb.xcb_convert_selection(
            _host.Connection.Handle, _host.Id, _host.Connection.Atoms.Clipboard, type, _host.Connection.Atoms.DropData, 0);
        _host.Connection.Flush();
        XEvent notify = default;
        Eventually.IsTrue(
            () => _host.Connection.TryNextEvent(out notify) && notify.Type == XEventType.SelectionNotify, "the clipboard's answer");
        return _host.Connection.Properties.Bytes(_host.Id, notify.NotifyProperty);
    }
}
