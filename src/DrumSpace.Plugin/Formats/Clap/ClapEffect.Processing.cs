using System.Diagnostics;
using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The audio thread's side: no allocation, no lock, no wait, no log; an exception is counted, and the block stays silent. A block is
/// played in slices that begin at the events within, so that each counts from its own frame on.
/// </summary>
internal sealed unsafe partial class ClapEffect
{
    // Besides the modes of ClapRenderMode: the host never named one.
    private const int Untold = -1;

    private readonly ToldValues _told;
    private readonly HostPace _pace = new();
    private long _allocated;
    private int _renderMode = Untold;
    private bool _isOffline;

    private ClapProcessStatus Process(ClapProcess* process)
    {
        if (process == null)
        {
            return ClapProcessStatus.Error;
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        int frames = (int)Math.Min(process->FrameCount, int.MaxValue);
        Span<float> left = Channel(process, 0, frames);
        Span<float> right = Channel(process, 1, frames);
        ClapProcessStatus status = ClapProcessStatus.Continue;
        try
        {
            _output.Begin(process->OutputEvents, frames);
            _isOffline = IsOffline(frames);
            PlaySlices(process, frames, left, right);
            TellParameters();
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
            left.Clear();
            right.Clear();
            status = ClapProcessStatus.Error;
        }

        _allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        return status;
    }

    private bool IsOffline(int frames) => Volatile.Read(ref _renderMode) switch
    {
        Untold => _pace.Begin(Stopwatch.GetTimestamp(), frames),
        int mode => mode == (int)ClapRenderMode.Offline,
    };

    private void PlaySlices(ClapProcess* process, int frames, Span<float> left, Span<float> right)
    {
        ClapSongTime time = process->Transport == null ? default : new ClapSongTime(*process->Transport);
        ClapInputEvents* events = process->InputEvents;
        uint count = Count(events);
        int played = 0;
        for (uint number = 0; number < count; number++)
        {
            ClapEventHeader* header = events->Get(events, number);
            if (header == null || header->Space != ClapEventHeader.CoreSpace || !Concerns(header))
            {
                continue;
            }

            int frame = (int)Math.Min(header->Time, (uint)frames);
            Play(ref time, ref played, frame, left, right);
            if (header->Type == ClapEventType.Transport)
            {
                time = new ClapSongTime(*(ClapEventTransport*)header);
            }
            else
            {
                Take(header);
            }
        }

        Play(ref time, ref played, frames, left, right);
    }

    private void Play(ref ClapSongTime time, ref int played, int end, Span<float> left, Span<float> right)
    {
        while (played < end)
        {
            int length = end - played;
            HostTime now = time.Next(ref length, _sampleRate);
            _output.SliceStart = played;
            BlockOutput sound = new(Part(left, played, length), Part(right, played, length), accumulate: false);
            _core.Process(now, length, sound, _isOffline, _output);
            played += length;
        }
    }

    private static Span<float> Part(Span<float> channel, int start, int length) => channel.IsEmpty ? default : channel.Slice(start, length);

    private void TellParameters()
    {
        bool isRefused = false;
        for (int index = 0; _told.Next(ref index); index++)
        {
            float value = _core.Parameters[index];
            if (_output.AddParameter((uint)index, Plain(index, value)))
            {
                _told.Told(index, value);
            }
            else
            {
                isRefused = true;
            }
        }

        if (isRefused)
        {
            _told.Retry();
        }
    }

    private void Flush(ClapInputEvents* input, ClapOutputEvents* output)
    {
        _output.Begin(output, 0);
        uint count = Count(input);
        for (uint number = 0; number < count; number++)
        {
            ClapEventHeader* header = input->Get(input, number);
            if (header != null && header->Space == ClapEventHeader.CoreSpace && header->Type is ClapEventType.ParamValue or ClapEventType.ParamMod && Concerns(header))
            {
                Take(header);
            }
        }

        TellParameters();
    }

    private static uint Count(ClapInputEvents* events) =>
        events == null || events->Size == null || events->Get == null ? 0 : events->Size(events);

    private static Span<float> Channel(ClapProcess* process, int channel, int frames)
    {
        ClapAudioBuffer* port = process->AudioOutputCount > 0 ? process->AudioOutputs : null;
        if (port == null || port->Data32 == null || port->ChannelCount <= channel || port->Data32[channel] == null)
        {
            return default;
        }

        port->ConstantMask = 0;
        return new Span<float>(port->Data32[channel], frames);
    }
}
