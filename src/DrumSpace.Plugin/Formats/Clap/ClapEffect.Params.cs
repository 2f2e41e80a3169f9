using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The parameters: a parameter's id is its place in the table, which never changes, and its values are the normalized ones, 0 to 1, as
/// in every format; what a musician reads and types goes through the parameter's scale.
/// </summary>
internal sealed unsafe partial class ClapEffect
{
    private static readonly ClapPluginParams* Params = ClapMemory.Keep(new ClapPluginParams
    {
        Count = &CountParamsEntry,
        GetInfo = &GetParamInfoEntry,
        GetValue = &GetParamValueEntry,
        ValueToText = &ValueToTextEntry,
        TextToValue = &TextToValueEntry,
        Flush = &FlushEntry,
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint CountParamsEntry(ClapInstance* instance) => (uint)ParameterTable.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetParamInfoEntry(ClapInstance* instance, uint index, ClapParamInfo* info) => OnMainThread(instance, "get_info", _ =>
    {
        if (info == null || index >= ParameterTable.Count)
        {
            return false;
        }

        Parameter parameter = ParameterTable.All[(int)index];
        *info = new ClapParamInfo
        {
            Id = index,
            Flags = parameter.IsAutomatable ? ClapParamFlags.IsAutomatable : ClapParamFlags.None,
            MaxValue = 1,
            DefaultValue = parameter.Default,
        };
        HostText.Write(info->Name, ClapParamInfo.NameSize, parameter.Name);
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetParamValueEntry(ClapInstance* instance, uint id, double* value)
    {
        ClapEffect? effect = Of(instance);
        if (effect == null || value == null || id >= ParameterTable.Count)
        {
            return 0;
        }

        *value = effect._core.Parameters[(int)id];
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ValueToTextEntry(ClapInstance* instance, uint id, double value, byte* buffer, uint size) =>
        OnMainThread(instance, "value_to_text", _ =>
        {
            if (buffer == null || size == 0 || id >= ParameterTable.Count || double.IsNaN(value))
            {
                return false;
            }

            ParameterScale scale = ParameterTable.All[(int)id].Scale;
            string text = scale.Format((float)Math.Clamp(value, 0, 1));

            // "off" has no unit.
            bool isNumber = scale.Unit.Length > 0 && text.Length > 0 && char.IsAsciiDigit(text[^1]);
            return HostText.Write(buffer, (int)Math.Min(size, int.MaxValue), isNumber ? $"{text} {scale.Unit}" : text) != 0;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TextToValueEntry(ClapInstance* instance, uint id, byte* text, double* value) =>
        OnMainThread(instance, "text_to_value", _ =>
        {
            if (text == null || value == null || id >= ParameterTable.Count
                || !ParameterTable.All[(int)id].Scale.TryParse(HostText.Read(text), out float normalized))
            {
                return false;
            }

            *value = normalized;
            return true;
        });

    // The audio thread's while active, so nothing may be logged.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FlushEntry(ClapInstance* instance, ClapInputEvents* input, ClapOutputEvents* output)
    {
        ClapEffect? effect = Of(instance);
        try
        {
            effect?.Flush(input, output);
        }
        catch (Exception e)
        {
            effect!._core.Faults.Count(Fault.Process, e);
        }
    }
}
