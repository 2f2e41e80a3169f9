using System.Text;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Tests.Presets;

/// <summary>Locked rows keep how they are played in presets, and tell undo of it.</summary>
public class PresetGrooveTests
{
    private const string Steps = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";
    private static readonly string Row = $"'threshold':0.5,'hits':'{new string('-', 32)}','probabilities':[1,{Steps}]";

    [Fact]
    public void The_groove_of_locked_rows_comes_back()
    {
        UserPreset preset = new(new PluginProgram("A")) { Slots = Memory(0.25f) };
        PatternSlots read = PresetJson.Parse(PresetJson.Write(preset), "a.json").Slots!;
        Assert.Equal(2, read.Slots[1].Pins.GrooveVoices);
        Assert.Equal((0.75f, 0.25f), (read.Slots[1].Pins.Velocities[1], read.Slots[1].Pins.Offsets[1]));
        Assert.Equal((0, 4), (read.Pins.GrooveVoices, read.Pins.Voices));
        Assert.True(SlotsComparison.AreSame(preset.Slots!, read));
    }

    [Fact]
    public void A_memory_with_another_groove_is_another()
    {
        Assert.True(SlotsComparison.AreSame(Memory(0.25f), Memory(0.25f)));
        Assert.False(SlotsComparison.AreSame(Memory(0.25f), Memory(-0.25f)));
        Assert.False(SlotsComparison.AreSame(Memory(0.25f), Memory(null)));
    }

    [Theory]
    [InlineData(",'velocities':[1,STEPS]", "$.locks.kick: a row has both velocities and offsets, or neither")]
    [InlineData(",'offsets':[0.5,STEPS]", "$.locks.kick: a row has both velocities and offsets, or neither")]
    [InlineData(",'velocities':[1,STEPS],'offsets':[0.6,STEPS]", "$.locks.kick.offsets[0]: it is no number of -0.5 to 0.5")]
    [InlineData(",'velocities':[-0.1,STEPS],'offsets':[0,STEPS]", "$.locks.kick.velocities[0]: it is no number of 0 to 1")]
    [InlineData(",'velocities':[1],'offsets':[0,STEPS]", "$.locks.kick.velocities: 32 numbers are expected")]
    public void A_groove_that_cannot_be_is_refused(string groove, string reason)
    {
        string json = $"{{'format':1,'name':'A','values':{{}},'locks':{{'kick':{{{Row}{groove.Replace("STEPS", Steps)}}}}}}}".Replace('\'', '"');
        UserFileException e = Assert.Throws<UserFileException>(() => PresetJson.Parse(Encoding.UTF8.GetBytes(json), "a.json"));
        Assert.Contains(reason, e.Message);
    }

    private static PatternSlots Memory(float? offset)
    {
        PatternSlots memory = new();
        memory.Pins.Pin(2, 0.5f, 3, new float[32]);
        memory.Slots[1].IsFilled = true;
        memory.Slots[1].Seed = 1;
        memory.Slots[1].Pins.Pin(1, 0.5f, 3, new float[32]);
        if (offset is { } late)
        {
            memory.Slots[1].Pins.SetGroove(1, [.. Enumerable.Repeat(0.75f, 32)], [.. Enumerable.Repeat(late, 32)]);
        }

        return memory;
    }
}
