using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The params extension. A parameter's id is its index in the table, which never changes. A plain value, which is what a host sees, is
/// normalized, 0 to 1; CLAP wants whole numbers for stepped parameters, so theirs is the number of the step, from 0.
/// </summary>
/// <remarks>Main thread; flush on the audio thread while active; the conversions on any thread, without allocation, lock or wait.</remarks>
internal static unsafe class ClapParams
{
    /// <summary>The extension.</summary>
    public static ClapPluginParams* Struct { get; } = HostMemory.Keep(new ClapPluginParams
    {
        Count = &CountEntry,
        GetInfo = &GetInfoEntry,
        GetValue = &GetValueEntry,
        ValueToText = &ValueToTextEntry,
        TextToValue = &TextToValueEntry,
        Flush = &FlushEntry,
    });

    /// <summary>Whether an id is that of a parameter.</summary>
    public static bool Exists(uint id) => id < ParameterTable.Count;

    /// <summary>Whether a host may modulate a parameter: stepped ones cannot be.</summary>
    public static bool IsModulatable(int index) => !ParameterTable.All[index].Range.IsStepped;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint CountEntry(ClapInstance* instance) => (uint)ParameterTable.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetInfoEntry(ClapInstance* instance, uint index, ClapParamInfo* info) =>
        ClapPlugin.OnMainThread(instance, "get_info", _ =>
        {
            if (info == null || !Exists(index))
            {
                return false;
            }

            Parameter parameter = ParameterTable.All[(int)index];
            *info = new ClapParamInfo
            {
                Id = index,
                Flags = (parameter.IsAutomatable ? ClapParamFlags.IsAutomatable : 0)
                    | (IsModulatable((int)index) ? ClapParamFlags.IsModulatable : 0)
                    | (parameter.Range.IsStepped ? ClapParamFlags.IsStepped : 0)
                    | (parameter.Range.IsChoice ? ClapParamFlags.IsEnum : 0),
                MaxValue = PlainValue.Of((int)index, 1),
                DefaultValue = PlainValue.Of((int)index, parameter.Default),
            };
            HostText.Write(info->Name, ClapParamInfo.NameSize, parameter.Name);
            HostText.Write(info->Module, ClapParamInfo.ModuleSize, parameter.Group.ToString());
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetValueEntry(ClapInstance* instance, uint id, double* value)
    {
        if (ClapPlugin.Of(instance) is not { } plugin || value == null || !Exists(id))
        {
            return 0;
        }

        *value = PlainValue.Of((int)id, plugin.Core.Parameters[(int)id]);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ValueToTextEntry(ClapInstance* instance, uint id, double value, byte* buffer, uint size) =>
        ClapPlugin.OnMainThread(instance, "value_to_text", _ =>
        {
            if (size == 0 || !Exists(id) || double.IsNaN(value))
            {
                return false;
            }

            string text = ParameterTable.All[(int)id].Range.FormatWithUnit(PlainValue.ToNormalized((int)id, value));
            return HostText.Write(buffer, (int)Math.Min(size, int.MaxValue), text) != 0;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TextToValueEntry(ClapInstance* instance, uint id, byte* text, double* value) =>
        ClapPlugin.OnMainThread(instance, "text_to_value", _ =>
        {
            if (text == null || value == null || !Exists(id)
                || !ParameterTable.All[(int)id].Range.TryParse(HostText.Read(text), out float normalized))
            {
                return false;
            }

            *value = PlainValue.Of((int)id, normalized);
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FlushEntry(ClapInstance* instance, ClapInputEvents* input, ClapOutputEvents* output) =>
        ClapPlugin.Of(instance)?.Processor.Flush(input, output);
}
