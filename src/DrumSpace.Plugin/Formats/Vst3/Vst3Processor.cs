using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// Processes blocks in slices that start where the host moves a parameter or plays an event, so each takes effect at its own frame.
/// </summary>
/// <remarks>Threads as <see cref="Vst3Plugin"/> says; without allocation, lock, wait or log, except on activation.</remarks>
internal sealed unsafe class Vst3Processor : FormatProcessor
{
    private readonly Vst3Controllers _controllers;
    private readonly Vst3Changes _changes;
    private readonly Vst3EventReader _reader;
    private readonly Vst3Output _output;
    private RenderSpeed _speed;
    private int _knownProgram;
    private int _blockCount;
    private bool _isPlaying;

    /// <summary>Creates the processor of an inactive instance.</summary>
    public Vst3Processor(PluginCore core, Vst3Controllers controllers)
        : this(core, controllers, new Vst3Output(core.Errors))
    {
    }

    private Vst3Processor(PluginCore core, Vst3Controllers controllers, Vst3Output output)
        : base(core, (index, value) => output.AddParameter((uint)index, value))
    {
        _controllers = controllers;
        _output = output;
        _changes = new Vst3Changes(core.Errors);
        _reader = new Vst3EventReader(core);
        _knownProgram = core.Programs.Current;
    }

    /// <summary>The blocks processed so far. Any thread.</summary>
    public int BlockCount => Volatile.Read(ref _blockCount);

    /// <summary>Whether the last block was one of a song that plays. Any thread.</summary>
    public bool IsPlaying => Volatile.Read(ref _isPlaying);

    /// <summary>Activates, or ends all notes. Main thread.</summary>
    public void SetActive(bool isActive)
    {
        if (isActive)
        {
            Resume();
        }
        else
        {
            SetProcessing(false);
        }
    }

    /// <summary>Notes whether blocks follow; without them all notes end with the next one. Main or audio thread.</summary>
    public void SetProcessing(bool isProcessing)
    {
        Volatile.Write(ref _isPlaying, false);
        try
        {
            if (isProcessing)
            {
                Core.Continue();
            }
            else
            {
                Core.Suspend();
            }
        }
        catch (Exception e)
        {
            Core.Errors.Count(Error.Process, e);
        }
    }

    /// <summary>Notes that the host knows which program is current. Main thread.</summary>
    public void ConfirmProgram() => Volatile.Write(ref _knownProgram, Core.Programs.Current);

    /// <summary>Processes a block, or takes and gives parameter values alone where it has no frames.</summary>
    /// <returns>A result of VST 3.</returns>
    public int Process(Vst3ProcessData* data)
    {
        if (data->SymbolicSampleSize != Vst3SampleSize.Sample32)
        {
            return Vst3Result.InvalidArgument;
        }

        Volatile.Write(ref _blockCount, _blockCount + 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int frames = Math.Max(data->SampleCount, 0);
        BlockOutput sound = new(Channel(data, 0, frames), Channel(data, 1, frames), accumulate: false);
        int result = Vst3Result.Ok;
        try
        {
            _speed = frames == 0 ? _speed : SpeedOf(data->ProcessMode == Vst3ProcessMode.Offline ? RenderSpeed.Offline : null, frames);
            _output.Begin(data->OutputEvents, data->OutputParameterChanges, frames);
            _output.ResendNoteOffs();
            _changes.Read(data->InputParameterChanges, frames);
            ProcessSlices(data, frames, sound);
            NotifyProgram();
            Mirror.Notify();
        }
        catch (Exception e)
        {
            Fail(e, sound);
            result = Vst3Result.InternalError;
        }

        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return result;
    }

    private void ProcessSlices(Vst3ProcessData* data, int frames, BlockOutput sound)
    {
        HostTime time = data->ProcessContext == null ? default : Vst3SongTime.Of(*data->ProcessContext);
        Volatile.Write(ref _isPlaying, time.IsPlaying);
        Vst3EventList* events = data->InputEvents;
        int count = Vst3EventReader.Count(events);
        int start = 0;
        for (int number = 0; number < count; number++)
        {
            if (Vst3EventReader.TryGet(events, number, out Vst3Event read))
            {
                int frame = Math.Clamp(read.SampleOffset, 0, frames);
                ApplyChanges(frame, ref start, ref time, sound);
                ProcessTo(frame, ref start, ref time, sound);
                _reader.Handle(read);
            }
        }

        ApplyChanges(frames, ref start, ref time, sound);
        ProcessTo(frames, ref start, ref time, sound);
    }

    private void ApplyChanges(int frame, ref int start, ref HostTime time, BlockOutput sound)
    {
        while (_changes.TryTake(frame, out Vst3Changes.Change change))
        {
            ProcessTo(change.Frame, ref start, ref time, sound);
            Apply(change);
        }
    }

    private void Apply(in Vst3Changes.Change change)
    {
        if (change.Id < ParameterTable.Count)
        {
            // What a hand in the window moves comes back a block later, when the hand is farther on.
            int index = (int)change.Id;
            if (!Mirror.IsHeld(index))
            {
                SetParameter(index, ParameterTable.All[index].Range.Nearest((float)change.Value));
            }
        }
        else if (Vst3Controllers.Is(change.Id))
        {
            _controllers[change.Id] = (float)change.Value;
            Core.QueueMidi(Vst3Controllers.ToMidi(change.Id, change.Value));
        }
        else if (change.Id == Vst3Parameters.ProgramId)
        {
            Core.Programs.Select(Vst3Parameters.ProgramOf(change.Value, Core.Programs.Count));
            ConfirmProgram();
        }
        else if (change.Id == Vst3Parameters.BypassId)
        {
            Core.IsBypassed = change.Value >= 0.5;
        }
    }

    private void ProcessTo(int end, ref int start, ref HostTime time, BlockOutput sound)
    {
        if (start < end)
        {
            int length = end - start;
            _output.SliceStart = start;
            Core.Process(time, length, sound.Slice(start, length), _speed, _output);
            time.MoveOn();
            start = end;
        }
    }

    private void NotifyProgram()
    {
        int program = Core.Programs.Current;
        if (program != Volatile.Read(ref _knownProgram)
            && _output.AddParameter(Vst3Parameters.ProgramId, Vst3Parameters.NormalizedOf(program, Core.Programs.Count)))
        {
            Volatile.Write(ref _knownProgram, program);
        }
    }

    // Silence is never reported: a host might stop a plugin that is silent, and this one plays by itself and sends notes.
    private static Span<float> Channel(Vst3ProcessData* data, int channel, int frames)
    {
        Vst3AudioBusBuffers* bus = data->OutputCount > 0 ? data->Outputs : null;
        if (bus == null || bus->Channels == null || bus->ChannelCount <= channel || bus->Channels[channel] == null)
        {
            return default;
        }

        bus->SilenceFlags = 0;
        return new Span<float>(bus->Channels[channel], frames);
    }
}
