using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>Views, in whatever order hosts call them, and what a hand in the window tells the host.</summary>
public unsafe class Vst3WindowTests
{
    private static readonly int Knob = ParameterTable.Knobs[0].Index;

    [Fact]
    public void It_is_embedded_in_the_systems_own_windows()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = vst.CreateView();
        fixed (byte* x11 = Vst3PlatformType.X11, other = "NSView"u8, none = "preset"u8)
        {
            Assert.Equal(Vst3Result.Ok, view->Vtbl->IsPlatformTypeSupported(view, x11));
            Assert.Equal(Vst3Result.False, view->Vtbl->IsPlatformTypeSupported(view, other));
            Assert.Equal(Vst3Result.False, view->Vtbl->Attached(view, (void*)7, other));
            Assert.True(vst.Controller->Vtbl->CreateView(vst.Controller, none) == null);
        }

        Assert.Empty(vst.Host.Calls);
        RawVst3.Release(view);
    }

    [Fact]
    public void A_view_opens_resizes_and_closes_with_the_hosts_run_loop()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        Assert.Equal((600, 400), SizeOf(view));
        Vst3ViewRect size = new() { Left = 10, Top = 20, Right = 1010, Bottom = 520 };
        Assert.Equal(Vst3Result.Ok, view->Vtbl->CanResize(view));
        Assert.Equal(Vst3Result.Ok, view->Vtbl->CheckSizeConstraint(view, &size));
        Assert.Equal((760, 520), (size.Right, size.Bottom));
        Assert.Equal(Vst3Result.Ok, view->Vtbl->OnSize(view, &size));
        Assert.Equal((750, 500), SizeOf(view));
        size.Right = size.Left;
        Assert.Equal(Vst3Result.False, view->Vtbl->OnSize(view, &size));
        Assert.Equal(Vst3Result.False, view->Vtbl->OnSize(view, null));
        Assert.Equal(Vst3Result.False, view->Vtbl->OnKeyDown(view, ' ', Vst3Key.Space, Vst3KeyModifiers.None));
        Assert.Equal(Vst3Result.False, view->Vtbl->OnWheel(view, 1));
        Assert.Equal(Vst3Result.Ok, view->Vtbl->Removed(view));
        Assert.Equal(Vst3Result.Ok, view->Vtbl->Removed(view));
        Assert.Equal(["open 7 600x400", "resize 750x500", "close"], vst.Fixture.Window.Calls);
        Assert.Equal(["timer 30", "end timer"], vst.Host.Calls);
        RawVst3.Release(view);
    }

    [Fact]
    public void A_host_that_sets_the_frame_late_is_asked_for_its_run_loop_then()
    {
        using RawVst3 vst = new(hasLoop: false);
        HostHandler late = new();
        Vst3PlugView* view = vst.CreateView();
        fixed (byte* x11 = Vst3PlatformType.X11)
        {
            Assert.Equal(Vst3Result.Ok, view->Vtbl->Attached(view, (void*)7, x11));
        }

        Assert.Empty(vst.Host.Calls);
        Frame(view, late);
        Assert.Equal(["timer 30"], late.TakeCalls());
        vst.Fixture.Window.Turn(Knob, 0.5f);
        late.Tick();
        Assert.Equal(3, vst.Host.Calls.Count);
        Assert.Equal(Vst3Result.Ok, view->Vtbl->SetFrame(view, null));
        Assert.Equal(["end timer"], late.TakeCalls());
        Assert.Equal(1u, late.References);
        RawVst3.Release(view);
    }

    [Fact]
    public void The_hosts_scale_counts_until_the_user_has_a_zoom()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = vst.CreateView();
        Vst3PlugViewContentScaleSupport* scale = (Vst3PlugViewContentScaleSupport*)Formats.Vst3.Vst3Object.Query(
            view, Vst3PlugViewContentScaleSupport.Id);
        Assert.Equal(Vst3Result.Ok, scale->Vtbl->SetContentScaleFactor(scale, 2));
        Assert.Equal((1200, 800), SizeOf(view));
        Assert.Equal(Vst3Result.False, scale->Vtbl->SetContentScaleFactor(scale, float.NaN));
        Assert.Equal(Vst3Result.False, scale->Vtbl->SetContentScaleFactor(scale, -1));
        Frame(view, vst.Host);
        fixed (byte* x11 = Vst3PlatformType.X11)
        {
            view->Vtbl->Attached(view, (void*)7, x11);
        }

        vst.Host.Calls.Clear();
        Assert.Equal(Vst3Result.Ok, scale->Vtbl->SetContentScaleFactor(scale, 1.5f));
        Assert.Equal(["resize 900x600"], vst.Host.Calls);
        Assert.Equal((900, 600), SizeOf(view));
        RawVst3.Release(scale);
        RawVst3.Release(view);
    }

    [Fact]
    public void The_window_takes_another_size_only_if_the_host_agrees()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        vst.Fixture.Window.AskForSize(900, 600);
        vst.Host.Tick();
        Assert.Equal((900, 600), SizeOf(view));
        vst.Host.AcceptsSizes = false;
        vst.Fixture.Window.AskForSize(1200, 800);
        vst.Host.Tick();
        Assert.Equal((900, 600), SizeOf(view));
        Assert.Equal(["timer 30", "resize 900x600", "resize 1200x800"], vst.Host.Calls);
        RawVst3.Release(view);
    }

    [Fact]
    public void A_gesture_reaches_the_host_once_in_order_and_comes_back_with_a_block()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        vst.Start();
        vst.Host.Calls.Clear();
        vst.Host.Edited = (id, value) => vst.Set(id, 0.9);
        vst.Fixture.Window.Turn(Knob, 0.125f, 0.25f);
        vst.Host.Tick();
        Assert.Equal([$"begin {Knob}", $"edit {Knob} 0.125", $"edit {Knob} 0.25", $"end {Knob}"], vst.Host.TakeCalls());
        Assert.Equal(0.25, vst.Get((uint)Knob));
        vst.ValuesIn.Set((uint)Knob, (0, 0.125), (0, 0.25));
        vst.Process(64);
        Assert.Empty(vst.ValuesOut.Values);
        vst.Host.Tick();
        Assert.Empty(vst.Host.Calls);
        RawVst3.Release(view);
    }

    [Fact]
    public void What_comes_back_while_the_hand_moves_on_does_not_count()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        vst.Start();
        vst.Fixture.Window.Model.Parameters.Begin(Knob);
        vst.Fixture.Window.Model.Parameters.Set(Knob, 0.125f);
        vst.Host.Tick();
        vst.Fixture.Window.Model.Parameters.Set(Knob, 0.5f);
        vst.ValuesIn.Set((uint)Knob, (0, 0.125));
        vst.Process(64);
        Assert.Equal(0.5, vst.Get((uint)Knob));
        vst.Fixture.Window.Model.Parameters.End(Knob);
        vst.Host.Tick();
        RawVst3.Release(view);
    }

    [Fact]
    public void A_program_that_is_selected_in_the_window_is_read_anew_by_the_host()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        vst.Start();
        vst.Host.Calls.Clear();
        vst.Fixture.Window.Model.Programs.Select(5);
        vst.Host.Tick();
        Assert.Contains("restart ParamValuesChanged", vst.Host.Calls);
        vst.Process(64);
        Assert.Empty(vst.ValuesOut.Values);
        RawVst3.Release(view);
    }

    [Fact]
    public void Without_blocks_the_window_tells_of_what_moved_without_the_host()
    {
        using RawVst3 vst = new();
        Vst3PlugView* view = Open(vst);
        vst.Host.Tick();
        vst.Host.Calls.Clear();
        vst.Core.Parameters[Knob] = 0.125f;
        vst.Host.Tick();
        vst.Host.Tick();
        Assert.Equal(["restart ParamValuesChanged"], vst.Host.Calls);
        RawVst3.Release(view);
    }

    [Fact]
    public void A_second_view_takes_the_window_from_the_first()
    {
        using RawVst3 vst = new();
        Vst3PlugView* first = Open(vst);
        Vst3PlugView* second = Open(vst, parent: 9);
        Assert.Equal(Vst3Result.Ok, first->Vtbl->Removed(first));
        Assert.Equal(0u, RawVst3.Release(first));
        Assert.Equal(["open 7 600x400", "close", "open 9 600x400"], vst.Fixture.Window.Calls);
        Assert.True(vst.Host.HasTimer);
        Assert.Equal(0u, RawVst3.Release(second));
        Assert.False(vst.Host.HasTimer);
    }

    [Fact]
    public void A_window_that_cannot_be_opened_leaves_the_host_without_one()
    {
        using RawVst3 vst = new();
        vst.Fixture.Refusal = "There is no display.";
        Vst3PlugView* view = vst.CreateView();
        Frame(view, vst.Host);
        fixed (byte* x11 = Vst3PlatformType.X11)
        {
            Assert.Equal(Vst3Result.False, view->Vtbl->Attached(view, (void*)7, x11));
        }

        Assert.Empty(vst.Host.Calls);
        RawVst3.Release(view);
    }

    private static Vst3PlugView* Open(RawVst3 vst, nint parent = 7)
    {
        Vst3PlugView* view = vst.CreateView();
        Frame(view, vst.Host);
        fixed (byte* x11 = Vst3PlatformType.X11)
        {
            Assert.Equal(Vst3Result.Ok, view->Vtbl->Attached(view, (void*)parent, x11));
        }

        return view;
    }

    private static void Frame(Vst3PlugView* view, HostHandler host)
    {
        Vst3PlugFrame* frame = (Vst3PlugFrame*)host.Query(Vst3PlugFrame.Id);
        Assert.Equal(Vst3Result.Ok, view->Vtbl->SetFrame(view, frame));
        host.Release();
    }

    private static (int Width, int Height) SizeOf(Vst3PlugView* view)
    {
        Vst3ViewRect size;
        Assert.Equal(Vst3Result.Ok, view->Vtbl->GetSize(view, &size));
        return (size.Right - size.Left, size.Bottom - size.Top);
    }
}
