using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// The parameters as the host sees them: those of the table, whose ids are their indices as in the other formats; the program and the
/// bypass, which VST 3 wants as parameters; and those of the controllers. Values are normalized, 0 to 1.
/// </summary>
/// <remarks>Main thread; the values on any thread, without allocation, lock or wait.</remarks>
internal sealed unsafe class Vst3Parameters(PluginCore core, Vst3Processor processor, Vst3Controllers controllers)
{
    /// <summary>The id of the parameter that selects the program: far from those that count from 0. It never changes.</summary>
    public const uint ProgramId = 0x50524F47;

    /// <summary>The id of the parameter that bypasses the plugin. It never changes.</summary>
    public const uint BypassId = 0x42595053;

    private const string ProgramName = "Program";

    private static readonly SwitchRange Bypass = new();

    /// <summary>The number of parameters.</summary>
    public static int Count => ParameterTable.Count + 2 + Vst3Controllers.Count;

    /// <summary>The program that a value selects.</summary>
    public static int ProgramOf(double value, int count) => (int)Math.Round(Math.Clamp(value, 0, 1) * (count - 1));

    /// <summary>The value that selects a program.</summary>
    public static double NormalizedOf(int program, int count) => count > 1 ? program / (double)(count - 1) : 0;

    /// <summary>Whether an id is that of a parameter.</summary>
    public static bool Exists(uint id) => id < ParameterTable.Count || id is ProgramId or BypassId || Vst3Controllers.Is(id);

    /// <summary>The value of a parameter. Any thread.</summary>
    public double Get(uint id) => id switch
    {
        ProgramId => NormalizedOf(core.Programs.Current, core.Programs.Count),
        BypassId => core.IsBypassed ? 1 : 0,
        _ when id < ParameterTable.Count => core.Parameters[(int)id],
        _ => controllers[id],
    };

    /// <summary>
    /// Takes a value that the host shows. While the song plays the blocks bring it, and what comes here may be older; nor does it count
    /// while a hand in the window holds the parameter.
    /// </summary>
    /// <returns>Whether there is such a parameter.</returns>
    public bool Set(uint id, double value)
    {
        if (!Exists(id) || double.IsNaN(value))
        {
            return false;
        }

        if (Vst3Controllers.Is(id))
        {
            controllers[id] = (float)Math.Clamp(value, 0, 1);
        }
        else if (!processor.IsPlaying)
        {
            SetWhileStopped(id, Math.Clamp(value, 0, 1));
        }

        return true;
    }

    /// <summary>The value of a parameter in its own range.</summary>
    public double ToPlain(uint id, double value) => id switch
    {
        ProgramId => ProgramOf(value, core.Programs.Count),
        _ when id < ParameterTable.Count => PlainValue.Of((int)id, (float)Math.Clamp(value, 0, 1)),
        _ => value,
    };

    /// <summary>The normalized value of one in the parameter's own range.</summary>
    public double ToNormalized(uint id, double plain) => id switch
    {
        ProgramId => Math.Clamp(NormalizedOf((int)Math.Round(Math.Clamp(plain, 0, core.Programs.Count)), core.Programs.Count), 0, 1),
        _ when id < ParameterTable.Count => PlainValue.ToNormalized((int)id, plain),
        _ => Math.Clamp(plain, 0, 1),
    };

    /// <summary>The text of a value, with its unit.</summary>
    public string Format(uint id, double value) => id switch
    {
        ProgramId => core.Programs[ProgramOf(value, core.Programs.Count)].Name,
        BypassId => Bypass.Format((float)value),
        _ when id < ParameterTable.Count => RangeOf(id).FormatWithUnit(RangeOf(id).Nearest((float)Math.Clamp(value, 0, 1))),
        _ => Vst3Controllers.Format(id, Math.Clamp(value, 0, 1)),
    };

    /// <summary>Parses a text.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">0 to 1.</param>
    /// <returns>False when the text is no value.</returns>
    public bool TryParse(uint id, string text, out double value)
    {
        float parsed = 0;
        int program = id == ProgramId ? FindProgram(text) : -1;
        bool isParsed = id switch
        {
            ProgramId => program >= 0,
            BypassId => Bypass.TryParse(text, out parsed),
            _ when id < ParameterTable.Count => RangeOf(id).TryParse(text, out parsed),
            _ => false,
        };
        value = program >= 0 ? NormalizedOf(program, core.Programs.Count) : parsed;
        return isParsed;
    }

    /// <summary>Describes a parameter.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="info">Receives it.</param>
    public void Describe(int index, Vst3ParameterInfo* info)
    {
        *info = default;
        if (index < ParameterTable.Count)
        {
            Describe(ParameterTable.All[index], info);
        }
        else if (index == ParameterTable.Count)
        {
            info->Id = ProgramId;
            info->StepCount = core.Programs.Count - 1;
            info->Flags = Vst3ParameterFlags.CanAutomate | Vst3ParameterFlags.IsList | Vst3ParameterFlags.IsProgramChange;
            WideText.Write(info->Title, ProgramName);
        }
        else if (index == ParameterTable.Count + 1)
        {
            info->Id = BypassId;
            info->StepCount = 1;
            info->Flags = Vst3ParameterFlags.CanAutomate | Vst3ParameterFlags.IsBypass;
            WideText.Write(info->Title, "Bypass");
        }
        else
        {
            info->Id = Vst3Controllers.IdAt(index - ParameterTable.Count - 2);
            info->Flags = Vst3ParameterFlags.CanAutomate | Vst3ParameterFlags.IsHidden;
            WideText.Write(info->Title, Vst3Controllers.NameOf(info->Id));
        }
    }

    private static ParameterRange RangeOf(uint id) => ParameterTable.All[(int)id].Range;

    // The texts of values have their units with them, where they have one: "off" has none.
    private static void Describe(Parameter parameter, Vst3ParameterInfo* info)
    {
        info->Id = (uint)parameter.Index;
        info->StepCount = parameter.Range.IsStepped ? parameter.Range.StepCount - 1 : 0;
        info->DefaultNormalizedValue = parameter.Default;
        info->UnitId = Vst3UnitTable.UnitOf(parameter.Group);
        info->Flags = (parameter.IsAutomatable ? Vst3ParameterFlags.CanAutomate : 0)
            | (parameter.Range.IsChoice ? Vst3ParameterFlags.IsList : 0);
        WideText.Write(info->Title, parameter.Name);
        WideText.Write(info->ShortTitle, parameter.Name);
    }

    private void SetWhileStopped(uint id, double value)
    {
        if (id == ProgramId)
        {
            core.Programs.Select(ProgramOf(value, core.Programs.Count));
            processor.ConfirmProgram();
        }
        else if (id == BypassId)
        {
            core.IsBypassed = value >= 0.5;
        }
        else if (!processor.Mirror.IsHeld((int)id))
        {
            processor.SetParameter((int)id, RangeOf(id).Nearest((float)value));
        }
    }

    private int FindProgram(string text)
    {
        int program = core.Programs.Count - 1;
        while (program >= 0 && !core.Programs[program].Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            program--;
        }

        return program;
    }
}
