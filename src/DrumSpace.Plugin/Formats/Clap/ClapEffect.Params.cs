using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The parameters: a parameter's id is its place in the table, which never changes. Values are normalized, 0 to 1, as in every format,
/// but for those that step, which CLAP wants as whole numbers: they count their steps from 0. What a musician reads and types goes
/// through the parameter's range.
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
            Flags = (parameter.IsAutomatable ? ClapParamFlags.IsAutomatable : 0)
                | (IsModulatable((int)index) ? ClapParamFlags.IsModulatable : 0)
                | (parameter.Range.IsStepped ? ClapParamFlags.IsStepped : 0)
                | (parameter.Range.IsChoice ? ClapParamFlags.IsEnum : 0),
            MaxValue = parameter.Range.IsStepped ? parameter.Range.StepCount - 1 : 1,
            DefaultValue = Plain((int)index, parameter.Default),
        };
        HostText.Write(info->Name, ClapParamInfo.NameSize, parameter.Name);
        HostText.Write(info->Module, ClapParamInfo.ModuleSize, parameter.Group.ToString());
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

        *value = Plain((int)id, effect._core.Parameters[(int)id]);
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

            ParameterRange range = ParameterTable.All[(int)id].Range;
            string text = range.Format(Normalized((int)id, value));

            // "off" has no unit.
            bool isNumber = range.Unit.Length > 0 && text.Length > 0 && char.IsAsciiDigit(text[^1]);
            return HostText.Write(buffer, (int)Math.Min(size, int.MaxValue), isNumber ? $"{text} {range.Unit}" : text) != 0;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TextToValueEntry(ClapInstance* instance, uint id, byte* text, double* value) =>
        OnMainThread(instance, "text_to_value", _ =>
        {
            if (text == null || value == null || id >= ParameterTable.Count
                || !ParameterTable.All[(int)id].Range.TryParse(HostText.Read(text), out float normalized))
            {
                return false;
            }

            *value = Plain((int)id, normalized);
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

    /// <summary>Whether a host may lay a modulation over a parameter: over all that do not step. Any thread.</summary>
    private static bool IsModulatable(int index) => !ParameterTable.All[index].Range.IsStepped;

    /// <summary>What a host sees of a normalized value. Any thread.</summary>
    private static double Plain(int index, float normalized) =>
        ParameterTable.All[index].Range is { IsStepped: true } range ? range.StepOf(normalized) : normalized;

    /// <summary>The normalized value of what a host gives, which may lie anywhere. Any thread.</summary>
    private static float Normalized(int index, double plain) => ParameterTable.All[index].Range is { IsStepped: true } range
        ? range.AtStep((int)Math.Round(Math.Clamp(plain, 0, range.StepCount - 1)))
        : (float)Math.Clamp(plain, 0, 1);
}
