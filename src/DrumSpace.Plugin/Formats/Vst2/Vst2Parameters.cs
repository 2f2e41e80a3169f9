using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The opcodes of parameters. Main thread.</summary>
internal sealed unsafe class Vst2Parameters(PluginCore core, HostParameterMirror mirror)
{
    // The sizes of the host's buffers; hosts often have more, the oldest no more.
    private const int NameSize = 24;
    private const int ValueSize = 8;
    private const float FineStep = 0.001f;
    private const float Step = 0.01f;
    private const float CoarseStep = 0.1f;

    /// <summary>Executes an opcode, as <see cref="Vst2Dispatcher.Dispatch"/>; null for opcodes of something else.</summary>
    public nint? Dispatch(int opcode, int index, byte* pointer)
    {
        Parameter? parameter = (uint)index < (uint)ParameterTable.Count ? ParameterTable.All[index] : null;
        return opcode switch
        {
            EffectOpcode.GetParameterName => Write(pointer, NameSize, parameter?.Name),
            EffectOpcode.GetParameterLabel => Write(pointer, ValueSize, parameter?.Range.Unit),
            EffectOpcode.GetParameterDisplay => Write(pointer, ValueSize, parameter?.Range.Format(core.Parameters[index])),
            EffectOpcode.CanBeAutomated => parameter is { IsAutomatable: true } ? 1 : 0,
            EffectOpcode.GetParameterProperties => Describe((VstParameterProperties*)pointer, parameter, index),
            EffectOpcode.StringToParameter => SetFromText(parameter, index, pointer),
            _ => null,
        };
    }

    private static nint Write(byte* buffer, int size, string? text) => text == null ? 0 : HostText.Write(buffer, size, text);

    private static nint Describe(VstParameterProperties* properties, Parameter? parameter, int index)
    {
        if (properties == null || parameter == null)
        {
            return 0;
        }

        *properties = default;
        HostText.Write(properties->Label, VstParameterProperties.LabelSize, parameter.Name);
        HostText.Write(properties->ShortLabel, VstParameterProperties.ShortLabelSize, parameter.Name);
        HostText.Write(properties->CategoryLabel, VstParameterProperties.CategoryLabelSize, parameter.Group.ToString());
        properties->DisplayIndex = (short)index;
        properties->Category = (short)(1 + (int)parameter.Group);
        properties->CategoryCount = (short)ParameterTable.All.Count(other => other.Group == parameter.Group);
        properties->Flags = ParameterFlags.HasDisplayIndex | ParameterFlags.HasCategory | ParameterFlags.UsesFloatStep;
        if (parameter.Range.IsStepped)
        {
            // Without a range of integers: Qtractor takes it for the range of the values, which stay 0 to 1, and rounds them away.
            float step = parameter.Range.AtStep(1);
            (properties->SmallStepFloat, properties->StepFloat, properties->LargeStepFloat) = (step, step, step);
            properties->Flags |= parameter.Range is SwitchRange ? ParameterFlags.IsSwitch : 0;
        }
        else
        {
            (properties->SmallStepFloat, properties->StepFloat, properties->LargeStepFloat) = (FineStep, Step, CoarseStep);
            properties->Flags |= ParameterFlags.CanRamp;
        }

        return 1;
    }

    private nint SetFromText(Parameter? parameter, int index, byte* text)
    {
        // Without a text the host asks whether texts are understood at all.
        if (parameter == null || text == null)
        {
            return parameter == null ? 0 : 1;
        }

        if (!parameter.Range.TryParse(HostText.Read(text), out float value))
        {
            return 0;
        }

        core.SetByHand(index, value);
        mirror.Confirm(index);
        return 1;
    }
}
