using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The functions of IAudioProcessor and IProcessContextRequirements. Threads as <see cref="Vst3Plugin"/> says.</summary>
internal static unsafe class Vst3ProcessorTable
{
    // It plays by itself whenever the song does: a host must not stop it because it was silent.
    private const uint InfiniteTail = uint.MaxValue;

    // The core splits longer blocks, so its buffers need not be longer.
    private const int MaxBlock = 1 << 20;

    /// <summary>The functions of IAudioProcessor.</summary>
    public static Vst3AudioProcessorVtbl* Pointer { get; } = HostMemory.Keep(new Vst3AudioProcessorVtbl
    {
        Unknown = Vst3Object.Unknown,
        SetBusArrangements = &SetBusArrangementsEntry,
        GetBusArrangement = &GetBusArrangementEntry,
        CanProcessSampleSize = &CanProcessSampleSizeEntry,
        GetLatencySamples = &GetLatencySamplesEntry,
        SetupProcessing = &SetupProcessingEntry,
        SetProcessing = &SetProcessingEntry,
        Process = &ProcessEntry,
        GetTailSamples = &GetTailSamplesEntry,
    });

    /// <summary>The functions of IProcessContextRequirements.</summary>
    public static Vst3ProcessContextRequirementsVtbl* Requirements { get; } = HostMemory.Keep(new Vst3ProcessContextRequirementsVtbl
    {
        Unknown = Vst3Object.Unknown,
        GetProcessContextRequirements = &GetRequirementsEntry,
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetBusArrangementsEntry(
        void* self, Vst3SpeakerArrangement* inputs, int inputCount, Vst3SpeakerArrangement* outputs, int outputCount) =>
        inputCount == 0 && outputCount == 1 && outputs != null && *outputs == Vst3SpeakerArrangement.Stereo
            ? Vst3Result.Ok
            : Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBusArrangementEntry(void* self, Vst3BusDirection direction, int index, Vst3SpeakerArrangement* arrangement)
    {
        if (!Vst3ComponentTable.HasBus(Vst3MediaType.Audio, direction, index) || arrangement == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *arrangement = Vst3SpeakerArrangement.Stereo;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CanProcessSampleSizeEntry(void* self, Vst3SampleSize size) =>
        size == Vst3SampleSize.Sample32 ? Vst3Result.Ok : Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetLatencySamplesEntry(void* self) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetupProcessingEntry(void* self, Vst3ProcessSetup* setup)
    {
        if (setup == null || setup->SymbolicSampleSize != Vst3SampleSize.Sample32)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3ProcessSetup wanted = *setup;
        return Vst3Plugin.OnMainThread(
            self,
            $"setupProcessing ({wanted.SampleRate} frames a second, blocks of up to {wanted.MaxSamplesPerBlock})",
            plugin =>
            {
                plugin.Core.SetBlockSize(Math.Min(wanted.MaxSamplesPerBlock, MaxBlock));
                plugin.Processor.SetSampleRate(wanted.SampleRate);
                return Vst3Result.Ok;
            });
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetProcessingEntry(void* self, byte isProcessing)
    {
        Vst3Plugin.Of(self)?.Processor.SetProcessing(isProcessing != 0);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ProcessEntry(void* self, Vst3ProcessData* data) =>
        data != null && Vst3Plugin.Of(self) is { } plugin ? plugin.Processor.Process(data) : Vst3Result.InvalidArgument;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetTailSamplesEntry(void* self) => InfiniteTail;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3ContextNeeds GetRequirementsEntry(void* self) => Vst3ContextNeeds.ProjectTimeMusic
        | Vst3ContextNeeds.BarPositionMusic | Vst3ContextNeeds.CycleMusic | Vst3ContextNeeds.Tempo | Vst3ContextNeeds.TimeSignature
        | Vst3ContextNeeds.TransportState;
}
