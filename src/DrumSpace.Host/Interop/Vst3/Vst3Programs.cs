using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The programs of a VST 3 plugin: a parameter selects them, and a program list has their names. Main thread.</summary>
internal sealed unsafe class Vst3Programs
{
    private readonly Vst3Handle _plugin;
    private readonly int _list = Vst3Unit.NoProgramList;

    public Vst3Programs(Vst3Handle plugin, IReadOnlyList<Vst3Parameter> parameters)
    {
        _plugin = plugin;
        Parameter = parameters.FirstOrDefault(p => p.Flags.HasFlag(Vst3ParameterFlags.IsProgramChange) && p.StepCount > 0);
        if (Parameter != null)
        {
            _list = ListOf(Parameter.UnitId);
        }
    }

    /// <summary>The parameter that selects a program; null if the plugin has no programs.</summary>
    public Vst3Parameter? Parameter { get; }

    public int Count => Parameter == null ? 0 : Parameter.StepCount + 1;

    /// <summary>The current program, from 0.</summary>
    public int Current
    {
        get => Parameter == null ? 0 : (int)Math.Round(Parameter.Value * Parameter.StepCount);
        set
        {
            if (Parameter != null)
            {
                Parameter.Value = (float)ValueOf(value);
            }
        }
    }

    /// <summary>A program's name: that of the list, or else the parameter's text.</summary>
    public string NameOf(int program)
    {
        if (Parameter == null || program < 0 || program >= Count)
        {
            return "";
        }

        char* text = stackalloc char[Vst3Text.Size];
        text[0] = '\0';
        bool isNamed = _list != Vst3Unit.NoProgramList
            && _plugin.Units->Vtbl->GetProgramName(_plugin.Units, _list, program, text) == Vst3Result.Ok;
        return isNamed ? Vst3Texts.Read(text) : Parameter.TextOf(ValueOf(program));
    }

    /// <summary>The parameter's value that selects a program.</summary>
    public double ValueOf(int program) => (double)program / Parameter!.StepCount;

    private int ListOf(int unit)
    {
        int count = _plugin.Units == null ? 0 : _plugin.Units->Vtbl->GetUnitCount(_plugin.Units);
        for (int index = 0; index < count; index++)
        {
            Vst3UnitInfo info = default;
            if (_plugin.Units->Vtbl->GetUnitInfo(_plugin.Units, index, &info) == Vst3Result.Ok && info.Id == unit)
            {
                return info.ProgramListId;
            }
        }

        return Vst3Unit.NoProgramList;
    }
}
