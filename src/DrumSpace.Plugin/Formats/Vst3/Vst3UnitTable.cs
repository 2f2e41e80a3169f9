using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The functions of IUnitInfo: a unit a group of parameters below the root, which has the list of programs. Main thread.</summary>
internal static unsafe class Vst3UnitTable
{
    /// <summary>The id of the list of programs.</summary>
    public const int ProgramList = 1;

    private static readonly ParameterGroup[] Groups = Enum.GetValues<ParameterGroup>();

    /// <summary>The functions.</summary>
    public static Vst3UnitInformationVtbl* Pointer { get; } = HostMemory.Keep(new Vst3UnitInformationVtbl
    {
        Unknown = Vst3Object.Unknown,
        GetUnitCount = &GetUnitCountEntry,
        GetUnitInfo = &GetUnitInfoEntry,
        GetProgramListCount = &GetProgramListCountEntry,
        GetProgramListInfo = &GetProgramListInfoEntry,
        GetProgramName = &GetProgramNameEntry,
        GetProgramInfo = &GetProgramInfoEntry,
        HasProgramPitchNames = &HasProgramPitchNamesEntry,
        GetProgramPitchName = &GetProgramPitchNameEntry,
        GetSelectedUnit = &GetSelectedUnitEntry,
        SelectUnit = &SelectUnitEntry,
        GetUnitByBus = &GetUnitByBusEntry,
        SetUnitProgramData = &SetUnitProgramDataEntry,
    });

    /// <summary>The unit of a group.</summary>
    public static int UnitOf(ParameterGroup group) => 1 + (int)group;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetUnitCountEntry(void* self) => 1 + Groups.Length;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetUnitInfoEntry(void* self, int index, Vst3UnitInfo* info)
    {
        if (info == null || index < 0 || index > Groups.Length)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = index == 0
            ? new Vst3UnitInfo { Id = Vst3Unit.Root, ParentUnitId = Vst3Unit.NoParent, ProgramListId = ProgramList }
            : new Vst3UnitInfo { Id = UnitOf(Groups[index - 1]), ProgramListId = Vst3Unit.NoProgramList };
        WideText.Write(info->Name, index == 0 ? Product.Name : Groups[index - 1].ToString());
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetProgramListCountEntry(void* self) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetProgramListInfoEntry(void* self, int index, Vst3ProgramListInfo* info)
    {
        if (info == null || index != 0 || Vst3Plugin.Of(self) is not { } plugin)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = new Vst3ProgramListInfo { Id = ProgramList, ProgramCount = plugin.Core.Programs.Count };
        WideText.Write(info->Name, "Programs");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetProgramNameEntry(void* self, int list, int program, char* name) =>
        Vst3Plugin.OnMainThread(self, "getProgramName", plugin =>
            list == ProgramList && (uint)program < (uint)plugin.Core.Programs.Count
                && WideText.Write(name, plugin.Core.Programs[program].Name)
                ? Vst3Result.Ok
                : Vst3Result.InvalidArgument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetProgramInfoEntry(void* self, int list, int program, byte* attribute, char* text) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int HasProgramPitchNamesEntry(void* self, int list, int program) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetProgramPitchNameEntry(void* self, int list, int program, short key, char* name) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetSelectedUnitEntry(void* self) => Vst3Unit.Root;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SelectUnitEntry(void* self, int unit) => Vst3Result.Ok;

    // The programs are for all channels, so a program change on any of them is the root's.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetUnitByBusEntry(void* self, Vst3MediaType media, Vst3BusDirection direction, int bus, int channel, int* unit)
    {
        if (unit == null || !Vst3ComponentTable.HasBus(media, direction, bus))
        {
            return Vst3Result.False;
        }

        *unit = Vst3Unit.Root;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetUnitProgramDataEntry(void* self, int listOrUnit, int program, Vst3Stream* stream) => Vst3Result.NotImplemented;
}
