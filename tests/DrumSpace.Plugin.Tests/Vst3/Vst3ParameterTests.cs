using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Vst3;

public unsafe class Vst3ParameterTests
{
    private static readonly uint Knob = (uint)ParameterTable.Knobs[0].Index;
    private static readonly uint Length = (uint)ParameterTable.PatternLength.Index;

    [Fact]
    public void The_parameters_of_the_table_have_the_ids_names_and_groups_of_the_other_formats()
    {
        using RawVst3 vst = new();
        for (int index = 0; index < ParameterTable.Count; index++)
        {
            Parameter parameter = ParameterTable.All[index];
            Vst3ParameterInfo info = vst.Describe(index);
            Assert.Equal((uint)index, info.Id);
            Assert.Equal(parameter.Name, new string(info.Title));
            Assert.Equal(parameter.Range.IsStepped ? parameter.Range.StepCount - 1 : 0, info.StepCount);
            Assert.Equal(parameter.Default, info.DefaultNormalizedValue);
            Assert.Equal(parameter.IsAutomatable, info.Flags.HasFlag(Vst3ParameterFlags.CanAutomate));
            Assert.Equal(parameter.Group.ToString(), UnitName(vst, info.UnitId));
            Assert.Equal(vst.Core.Parameters[index], vst.Get(info.Id));
        }
    }

    [Fact]
    public void Ids_are_unique_and_indices_beyond_the_last_are_refused()
    {
        using RawVst3 vst = new();
        int count = vst.Controller->Vtbl->GetParameterCount(vst.Controller);
        Assert.Equal(ParameterTable.Count + 2 + (16 * 130), count);
        Assert.Equal(count, Enumerable.Range(0, count).Select(index => vst.Describe(index).Id).Distinct().Count());
        Vst3ParameterInfo info;
        Assert.Equal(Vst3Result.InvalidArgument, vst.Controller->Vtbl->GetParameterInfo(vst.Controller, count, &info));
        Assert.Equal(Vst3Result.InvalidArgument, vst.Controller->Vtbl->GetParameterInfo(vst.Controller, -1, &info));
        Assert.Equal(Vst3Result.InvalidArgument, vst.Controller->Vtbl->GetParameterInfo(vst.Controller, 0, null));
    }

    [Fact]
    public void A_value_reads_with_its_unit_and_every_text_that_is_shown_sets_it_again()
    {
        using RawVst3 vst = new();
        Assert.Equal("25.0 %", vst.TextOf(Knob, 0.25));
        Assert.Equal("off", vst.TextOf((uint)ParameterTable.KitLevel.Index, 0));
        for (uint id = 0; id < ParameterTable.Count; id++)
        {
            foreach (double value in (double[])[0, 0.3, 0.5, 1])
            {
                string shown = vst.TextOf(id, value);
                Assert.Equal(shown, vst.TextOf(id, Assert.NotNull(vst.ValueOf(id, shown))));
            }

            Assert.Null(vst.ValueOf(id, "no value at all"));
        }
    }

    [Fact]
    public void Plain_values_of_stepped_parameters_are_the_numbers_of_their_steps()
    {
        using RawVst3 vst = new();
        Vst3EditControllerVtbl* functions = vst.Controller->Vtbl;
        Assert.Equal(31, functions->NormalizedParamToPlain(vst.Controller, Length, 1));
        Assert.Equal(1, functions->PlainParamToNormalized(vst.Controller, Length, 31));
        Assert.Equal(0.25, functions->NormalizedParamToPlain(vst.Controller, Knob, 0.25));
        vst.Set(Length, 0.51);
        Assert.Equal(16 / 31f, vst.Get(Length));
    }

    [Fact]
    public void The_program_is_a_parameter_with_the_names_of_the_list()
    {
        using RawVst3 vst = new();
        Vst3ParameterInfo info = vst.Describe(ParameterTable.Count);
        Assert.Equal((Vst3Parameters.ProgramId, vst.Core.Programs.Count - 1), (info.Id, info.StepCount));
        Assert.True(info.Flags.HasFlag(Vst3ParameterFlags.IsProgramChange));
        Vst3UnitInfo root;
        Vst3ProgramListInfo list;
        Assert.Equal(Vst3Result.Ok, vst.Units->Vtbl->GetUnitInfo(vst.Units, 0, &root));
        Assert.Equal(Vst3Result.Ok, vst.Units->Vtbl->GetProgramListInfo(vst.Units, 0, &list));
        Assert.Equal((info.UnitId, list.Id), (root.Id, root.ProgramListId));
        Assert.Equal(vst.Core.Programs.Count, list.ProgramCount);
        for (int program = 0; program < list.ProgramCount; program++)
        {
            double value = program / (list.ProgramCount - 1.0);
            Assert.Equal(vst.Core.Programs[program].Name, vst.TextOf(info.Id, value));
            Assert.Equal(vst.Core.Programs[program].Name, ProgramName(vst, program));
            Assert.Equal(Vst3Result.Ok, vst.Set(info.Id, value));
            Assert.Equal(program, vst.Core.Programs.Current);
            Assert.Equal(value, vst.Get(info.Id));
        }
    }

    [Fact]
    public void The_bypass_is_a_parameter()
    {
        using RawVst3 vst = new();
        Vst3ParameterInfo info = vst.Describe(ParameterTable.Count + 1);
        Assert.True(info.Flags.HasFlag(Vst3ParameterFlags.IsBypass));
        Assert.Equal(("off", "on"), (vst.TextOf(info.Id, 0), vst.TextOf(info.Id, 1)));
        vst.Set(info.Id, 1);
        Assert.True(vst.Core.IsBypassed);
        Assert.Equal(1, vst.Get(info.Id));
        vst.Set(info.Id, 0);
        Assert.False(vst.Core.IsBypassed);
    }

    [Fact]
    public void Every_controller_of_every_channel_has_a_hidden_parameter()
    {
        using RawVst3 vst = new();
        Vst3MidiMapping* mapping = (Vst3MidiMapping*)vst.Query(Vst3MidiMapping.Id);
        HashSet<uint> ids = [];
        for (short channel = 0; channel < 16; channel++)
        {
            for (short controller = 0; controller < Vst3Controller.Count; controller++)
            {
                uint id;
                Assert.Equal(
                    Vst3Result.Ok, mapping->Vtbl->GetMidiControllerAssignment(mapping, 0, channel, controller, &id));
                Assert.True(ids.Add(id));
            }
        }

        Vst3ParameterInfo[] hidden = [.. Enumerable.Range(ParameterTable.Count + 2, ids.Count).Select(vst.Describe)];
        Assert.All(hidden, info => Assert.True(info.Flags.HasFlag(Vst3ParameterFlags.IsHidden)));
        Assert.Equal(ids.Order(), hidden.Select(info => info.Id).Order());
        uint none;
        Assert.Equal(Vst3Result.False, mapping->Vtbl->GetMidiControllerAssignment(mapping, 1, 0, 7, &none));
        Assert.Equal(Vst3Result.False, mapping->Vtbl->GetMidiControllerAssignment(mapping, 0, 16, 7, &none));
        Assert.Equal(Vst3Result.False, mapping->Vtbl->GetMidiControllerAssignment(mapping, 0, 0, Vst3Controller.Count, &none));
        Assert.Equal(Vst3Result.False, mapping->Vtbl->GetMidiControllerAssignment(mapping, 0, -1, 7, &none));
        RawVst3.Release(mapping);
    }

    [Fact]
    public void An_id_of_no_parameter_and_an_impossible_value_change_nothing()
    {
        using RawVst3 vst = new();
        byte[] before = vst.GetState();
        foreach (uint id in (uint[])[(uint)ParameterTable.Count, uint.MaxValue, 0x4D431000, 0x4D430082])
        {
            Assert.Equal(Vst3Result.InvalidArgument, vst.Set(id, 1));
            Assert.Equal(0, vst.Get(id));
        }

        Assert.Equal(Vst3Result.InvalidArgument, vst.Set(Knob, double.NaN));
        Assert.Equal(before, vst.GetState());
    }

    private static string UnitName(RawVst3 vst, int id)
    {
        int count = vst.Units->Vtbl->GetUnitCount(vst.Units);
        for (int index = 0; index < count; index++)
        {
            Vst3UnitInfo info;
            Assert.Equal(Vst3Result.Ok, vst.Units->Vtbl->GetUnitInfo(vst.Units, index, &info));
            if (info.Id == id)
            {
                Assert.Equal(Vst3Unit.Root, info.ParentUnitId);
                return Marshal.PtrToStringUni((nint)info.Name)!;
            }
        }

        return "";
    }

    private static string ProgramName(RawVst3 vst, int program)
    {
        char* name = stackalloc char[Vst3Text.Size];
        Assert.Equal(Vst3Result.Ok, vst.Units->Vtbl->GetProgramName(vst.Units, Vst3UnitTable.ProgramList, program, name));
        return new string(name);
    }
}
