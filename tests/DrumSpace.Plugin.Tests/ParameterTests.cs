using DrumSpace.Abi.Vst2;
using DrumSpace.Host;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests;

public class ParameterTests
{
    [Fact]
    public void Order_names_and_units_are_what_saved_songs_rely_on()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        string[] voices =
        [
            "Kick", "Snare", "Closed Hat", "Floor Tom", "Low Tom", "Open Hat", "Mid Tom", "Crash", "Ride", "Vibraslap", "Hi Bongo",
            "Lo Bongo", "Hi Conga", "Lo Conga",
        ];
        (string, string)[] expected =
        [
            ("Z1", "%"), ("Z2", "%"), ("Z3", "%"), ("Z4", "%"), ("Kit Vol", "dB"), ("Density", "%"), ("Fill", "%"), ("Fill At", ""),
            ("Swing", "%"), ("Vel Low", ""), ("Vel High", ""), ("Change At", ""), ("Length", ""), ("Start", ""), ("Time", ""),
            ("Seed", ""), ("Channel", ""), .. voices.Select(voice => ($"{voice} Chance", "%")), .. voices.Select(voice => ($"{voice} Mute", "")),
            .. voices.Select(voice => ($"{voice} Solo", "")), .. voices.Select(voice => ($"{voice} Lock", "")),
            ("Morph", "beats"), ("Slot", ""), ("Store", ""), ("Chain", ""),
            .. Enumerable.Range(1, 8).Select(slot => ($"Slot {slot} Bars", "bars")), ("Slot Keys", ""),
            ("Model", ""), ("Groove Vel", "%"), ("Groove Time", "%"), ("Variation", "%"), ("Kit Map", ""), ("Mel On", ""), ("Mel Role", ""),
            ("Mel Inst", ""), ("Mel Key", ""), ("Mel Scale", ""), ("Mel Octave", ""), ("Mel Density", "%"), ("Mel Temp", "%"),
            ("Mel Follow", "%"), ("Mel Gate", "%"), ("Mel Seed", ""), ("Mel Channel", ""), ("Mel Vol", "dB"), ("MIDI Thru", ""),
            ("MIDI Learn", ""), ("Find Beat", ""), ("Find Locks", ""), ("Undo", ""), ("Capture", ""), ("Capture Bars", "bars"),
            ("Slot Keys On", ""), ("Keys Channel", ""), ("Fill Now", ""), ("Fill Key", ""),
            ("Path", ""), ("Path Pos", "%"), ("Path Bars", "bars"), ("Looseness", "%"),
        ];
        Assert.Equal(expected, plugin.Parameters.Select(parameter => (parameter.Name, parameter.Label)));
        string[] fixedOnes =
            ["Store", "Slot Keys", "MIDI Learn", "Find Beat", "Undo", "Capture", "Slot Keys On", "Keys Channel", "Fill Key"];
        Assert.All(plugin.Parameters, parameter => Assert.Equal(!fixedOnes.Contains(parameter.Name), parameter.CanBeAutomated));
    }

    [Theory]
    [InlineData("Z1", 0f, "0.0")]
    [InlineData("Z2", 0.5f, "50.0")]
    [InlineData("Z3", 0.123f, "12.3")]
    [InlineData("Z4", 1f, "100.0")]
    [InlineData("Kit Vol", 0f, "off")]
    [InlineData("Kit Vol", 1f, "0.0")]
    [InlineData("Kit Vol", 0.5f, "-12.0")] // the gain is the square of the travel: 20 log10(1/4)
    [InlineData("Swing", 0f, "50.0")]
    [InlineData("Swing", 0.64f, "66.0")]
    [InlineData("Vel Low", 0f, "1")]
    [InlineData("Vel High", 1f, "127")]
    [InlineData("Length", 0.5f, "17")] // the nearest of 31 even steps, rounded to even: 1 + 16
    [InlineData("Start", 0.1f, "4")]
    [InlineData("Seed", 1f, "1000")]
    [InlineData("Channel", 0.6f, "10")]
    [InlineData("Time", 0.4f, "normal")]
    [InlineData("Change At", 0.75f, "bar")]
    [InlineData("Fill At", 0.75f, "16 bars")]
    [InlineData("Snare Chance", 0.25f, "25.0")]
    [InlineData("Snare Mute", 0f, "off")]
    [InlineData("Snare Mute", 0.49f, "off")]
    [InlineData("Snare Mute", 0.51f, "on")]
    [InlineData("Morph", 0.25f, "1/2")]
    [InlineData("Morph", 1f, "32")]
    [InlineData("Slot", 0f, "knobs")]
    [InlineData("Slot", 0.375f, "3")]
    [InlineData("Store", 0f, "-")]
    [InlineData("Slot 8 Bars", 1f, "16")]
    [InlineData("Slot Keys", 1 / 3f, "C1 (24)")]
    [InlineData("Mel Role", 0f, "bass")]
    [InlineData("Mel Inst", 1f, "sfx")]
    [InlineData("Mel Key", 0.27f, "Eb")]
    [InlineData("Mel Scale", 0.25f, "dorian")]
    [InlineData("Mel Octave", 0f, "-3")]
    [InlineData("Mel Temp", 1f, "200.0")]
    [InlineData("Mel Gate", 0f, "5.0")]
    [InlineData("Capture Bars", 0.5f, "8")]
    public void A_value_reads_in_its_unit(string name, float value, string text)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter(name).Value = value;
        Assert.Equal(text, plugin.Parameter(name).Display);
    }

    [Theory]
    [InlineData("Z1", "25", 0.25f)]
    [InlineData("Z1", " 25.5 % ", 0.255f)]
    [InlineData("Z1", "25,5%", 0.255f)]
    [InlineData("Z1", "250", 1f)]
    [InlineData("Z1", "-3", 0f)]
    [InlineData("Kit Vol", "off", 0f)]
    [InlineData("Kit Vol", "-inf dB", 0f)]
    [InlineData("Kit Vol", "-12.0412 dB", 0.5f)]
    [InlineData("Kit Vol", "+6", 1f)]
    [InlineData("Swing", "62.5 %", 0.5f)]
    [InlineData("Swing", "40", 0f)]
    [InlineData("Vel High", "64", 0.5f)]
    [InlineData("Length", "16", 15 / 31f)]
    [InlineData("Length", "99", 1f)]
    [InlineData("Channel", "10", 0.6f)]
    [InlineData("Time", " Double ", 1f)]
    [InlineData("Change At", "BEAT", 0.5f)]
    [InlineData("Fill At", "8 bars", 0.5f)]
    [InlineData("Kick Lock", "on", 1f)]
    [InlineData("Morph", "1/4 beats", 0.125f)]
    [InlineData("Slot", "8", 1f)]
    [InlineData("Slot 1 Bars", "4 bars", 0.25f)]
    [InlineData("Slot Keys", "c-1 (0)", 1 / 9f)]
    [InlineData("Kick Lock", "Off", 0f)]
    public void A_typed_text_sets_the_value(string name, string text, float value)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        Assert.True(plugin.Parameter(name).TrySetText(text));
        Assert.Equal(value, plugin.Parameter(name).Value, 1e-5f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("loud")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("10 dBx")]
    [InlineData("0x10")]
    public void A_text_that_is_no_value_changes_nothing(string text)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            parameter.Value = 0.3f;
            Assert.False(parameter.TrySetText(text));
            Assert.Equal(0.3f, parameter.Value);
        }
    }

    [Fact]
    public void Every_text_that_is_shown_sets_the_value_it_was_shown_for()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            for (int thousandth = 0; thousandth <= 1000; thousandth++)
            {
                parameter.Value = thousandth / 1000f;
                string shown = parameter.Display;
                Assert.True(shown.Length <= 7, $"{parameter.Name} shows \"{shown}\", which the oldest hosts cut.");
                Assert.True(parameter.TrySetText(shown));
                Assert.Equal(shown, parameter.Display);
            }
        }
    }

    [Fact]
    public void Values_beyond_the_range_are_limited_and_what_is_no_number_or_no_parameter_changes_nothing()
    {
        using RawEffect effect = new();
        Set(effect, 0, 7);
        Assert.Equal(1, Get(effect, 0));
        Set(effect, 0, -7);
        Assert.Equal(0, Get(effect, 0));
        Set(effect, 0, 0.25f);
        Set(effect, 0, float.NaN);
        Set(effect, -1, 0.9f);
        Set(effect, ParameterTable.Count, 0.9f);
        Set(effect, int.MaxValue, 0.9f);
        Assert.Equal(0.25f, Get(effect, 0));
        Assert.Equal(0, Get(effect, -1));
        Assert.Equal(0, Get(effect, int.MinValue));
        Assert.Equal("", effect.Text(EffectOpcode.GetParameterName, ParameterTable.Count));
        Assert.Equal("", effect.Text(EffectOpcode.GetParameterDisplay, -1));
    }

    private static unsafe void Set(RawEffect effect, int index, float value)
    {
        fixed (AEffect* fields = &effect.Fields)
        {
            fields->SetParameter(fields, index, value);
        }
    }

    private static unsafe float Get(RawEffect effect, int index)
    {
        fixed (AEffect* fields = &effect.Fields)
        {
            return fields->GetParameter(fields, index);
        }
    }
}
