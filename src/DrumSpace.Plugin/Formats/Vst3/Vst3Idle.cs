using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// Calls on the main thread while the window is open: on Linux by the run loop of the host, which the view's frame has or the host's own
/// object; on Windows by a timer of the thread. The object is what a run loop calls.
/// </summary>
/// <remarks>Main thread.</remarks>
internal sealed unsafe class Vst3Idle(Action idle) : Vst3Object((Vst3TimerHandler.Id, (nint)Table))
{
    private const int Milliseconds = 30;

    private static readonly Vst3TimerHandlerVtbl* Table =
        HostMemory.Keep(new Vst3TimerHandlerVtbl { Unknown = Unknown, OnTimer = &OnTimerEntry });

    private Vst3RunLoop* _loop;
    private ThreadTimer? _timer;

    /// <summary>Begins, if there is something to be called by.</summary>
    /// <param name="frame">The view's frame; may be null.</param>
    /// <param name="context">The host's object; may be null.</param>
    public void Start(Vst3PlugFrame* frame, Vst3Unknown* context)
    {
        Stop();
        if (OperatingSystem.IsWindows())
        {
            _timer = new ThreadTimer(Milliseconds, Tick);
            return;
        }

        void* loop = Query(frame, Vst3RunLoop.Id);
        _loop = (Vst3RunLoop*)(loop != null ? loop : Query(context, Vst3RunLoop.Id));
        if (_loop != null)
        {
            _loop->Vtbl->RegisterTimer(_loop, (Vst3TimerHandler*)First, Milliseconds);
        }
    }

    /// <summary>Ends. Without effect where it did not begin.</summary>
    public void Stop()
    {
        _timer?.Stop();
        _timer = null;
        if (_loop != null)
        {
            _loop->Vtbl->UnregisterTimer(_loop, (Vst3TimerHandler*)First);
            Drop(_loop);
            _loop = null;
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
    }

    private void Tick()
    {
        try
        {
            idle();
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure("VST3 timer", e);
        }
    }

    // Some run loops call once more after the end.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnTimerEntry(void* self)
    {
        if (Of(self) is Vst3Idle { _loop: not null } timer)
        {
            timer.Tick();
        }
    }
}
