using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>Tells hosts how a parameter steps and where it is shown, from its declaration. Main thread.</summary>
internal static unsafe class ParameterProperties
{
    private const float FineStep = 0.001f;
    private const float Step = 0.01f;
    private const float CoarseStep = 0.1f;

    /// <summary>Fills a host's record.</summary>
    /// <param name="properties">The record; null writes nothing.</param>
    /// <param name="index">The parameter's index in <see cref="ParameterTable.All"/>.</param>
    /// <returns>1, or 0 without a record: what the dispatcher answers.</returns>
    public static nint Write(VstParameterProperties* properties, int index)
    {
        if (properties == null)
        {
            return 0;
        }

        Parameter parameter = ParameterTable.All[index];
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
            // No range of integers is told: Qtractor takes it for the range of the values, which stay 0 to 1, and rounds them away.
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
}
