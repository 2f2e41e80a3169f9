using System.Diagnostics;
using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// The audio thread's side: no allocation, no lock, no wait, no log; an exception is counted, and the block stays silent.
/// </summary>
internal sealed unsafe partial class Vst2Effect
{
    private const int DiagnosticsIndex = UniqueId;
    private readonly ToldValues _told;
    private readonly HostPace _pace = new();
    private long _allocated;

    private void SetActive(bool active)
    {
        if (active)
        {
            _host.WantMidi();
            _allocated = 0;
            _core.Resume();
        }
        else
        {
            _core.Suspend();
        }
    }

    private void Process(float** outputs, int frames, bool accumulate)
    {
        if (frames <= 0)
        {
            return;
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Span<float> left = Output(outputs, 0, frames);
        Span<float> right = Output(outputs, 1, frames);
        try
        {
            HostTime time = _host.GetTime();
            _core.Process(time, frames, new BlockOutput(left, right, accumulate), IsOffline(frames), _midi);
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
            if (!accumulate)
            {
                left.Clear();
                right.Clear();
            }
        }

        _midi.Send();
        TellParameters();
        _allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // From inside of process, as other plugins do that are moved by MIDI: hosts take it there without recording a gesture.
    private void TellParameters()
    {
        for (int index = 0; _told.Next(ref index); index++)
        {
            float value = _core.Parameters[index];
            _told.Told(index, value);
            _host.Automate(index, value);
        }
    }

    private bool IsOffline(int frames) => _host.Level switch
    {
        ProcessLevel.Offline => true,
        ProcessLevel.Unknown => _pace.Begin(Stopwatch.GetTimestamp(), frames),
        _ => false,
    };

    private static Span<float> Output(float** outputs, int channel, int frames) =>
        outputs == null || outputs[channel] == null ? default : new Span<float>(outputs[channel], frames);

    private nint TakeEvents(VstEvents* events)
    {
        if (events == null)
        {
            return 0;
        }

        VstMidiEvent** pointers = (VstMidiEvent**)((byte*)events + VstEvents.HeaderSize);
        for (int number = 0; number < events->EventCount; number++)
        {
            // System exclusive messages are not passed on: nobody promises that their bytes live until the block is played.
            VstMidiEvent* midi = pointers[number];
            if (midi != null && midi->Type == VstMidiEvent.MidiType)
            {
                _core.QueueMidi(new MidiEvent(midi->DeltaFrames, midi->Data[0], midi->Data[1], midi->Data[2]));
            }
        }

        return 1;
    }

    /// <summary>Answers a <see cref="Diagnostic"/>, by the vendor's own opcode at index 'DrSp'.</summary>
    private nint AnswerDiagnostics(int index, nint figure, long* answer)
    {
        if (index != DiagnosticsIndex || answer == null)
        {
            return 0;
        }

        *answer = DiagnosticReader.Read(_core, _allocated, (Diagnostic)figure);
        return *answer >= 0 ? 1 : 0;
    }
}
