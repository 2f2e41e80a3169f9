using System.Buffers.Binary;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets.Vst2;

namespace DrumSpace.Plugin.Tests.Vst3;

[Collection("log")]
public unsafe class Vst3StateTests
{
    [Fact]
    public void The_state_has_the_bytes_of_every_format()
    {
        using RawVst3 vst = new();
        Change(vst);
        Assert.Equal(vst.Core.SaveState(programOnly: false), vst.GetState());
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    [InlineData(4096)]
    public void A_song_comes_back_byte_by_byte_however_few_the_host_gives_at_once(int most)
    {
        using RawVst3 saved = new();
        using RawVst3 restored = new();
        Change(saved);
        byte[] state = saved.GetState();
        Assert.NotEqual(state, restored.GetState());
        Assert.Equal(Vst3Result.Ok, restored.SetState(state, most));
        Assert.Equal(state, restored.GetState());
        Assert.Contains("programs 1 -1", restored.Host.Calls);
    }

    [Fact]
    public void What_follows_the_state_in_a_presets_file_is_not_read()
    {
        using RawVst3 saved = new();
        using RawVst3 restored = new();
        Change(saved);
        byte[] state = saved.GetState();
        Assert.Equal(Vst3Result.Ok, restored.SetState([.. state, .. "List"u8, 2, 0, 0, 0]));
        Assert.Equal(state, restored.GetState());
    }

    [Fact]
    public void The_bypass_is_saved_and_other_formats_keep_it_without_obeying()
    {
        using RawVst3 saved = new();
        using RawVst3 restored = new();
        byte[] without = saved.GetState();
        saved.Set(Vst3Parameters.BypassId, 1);
        byte[] state = saved.GetState();
        Assert.NotEqual(without, state);

        Assert.Equal(Vst3Result.Ok, restored.SetState(state));
        Assert.Equal(1, restored.Get(Vst3Parameters.BypassId));
        Assert.Equal(Vst3Result.Ok, restored.SetState(without));
        Assert.Equal(0, restored.Get(Vst3Parameters.BypassId));

        using PluginCore other = new(ModelList.Shared);
        Assert.True(other.TryLoadState(state));
        Assert.False(other.IsBypassed);
        Assert.Equal(state, other.SaveState(programOnly: false));
    }

    [Fact]
    public void A_bypass_that_is_neither_on_nor_absent_is_refused()
    {
        using RawVst3 vst = new();
        vst.Set(Vst3Parameters.BypassId, 1);
        byte[] state = vst.GetState();
        state[state.AsSpan().IndexOf("BYPS"u8) + 8] = 2;
        vst.Set(Vst3Parameters.BypassId, 0);
        Assert.NotEqual(Vst3Result.Ok, vst.SetState(state));
        Assert.Equal(0, vst.Get(Vst3Parameters.BypassId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_song_of_the_VST2_plugin_is_taken_as_hosts_hand_it_on(bool hasHead)
    {
        using RawVst3 saved = new();
        using RawVst3 restored = new();
        Change(saved);
        byte[] state = saved.GetState();
        byte[] bank = PresetFile.Write(new PresetBank(Product.UniqueId, Product.VersionNumber, 0, state, null, 128));
        byte[] head = [.. "VstW"u8, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0];
        Assert.Equal(Vst3Result.Ok, restored.SetState(hasHead ? [.. head, .. bank] : bank));
        Assert.Equal(state, restored.GetState());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    public void A_state_that_is_cut_short_changes_nothing(int length)
    {
        using RawVst3 vst = new();
        Change(vst);
        byte[] before = vst.GetState();
        Assert.Equal(Vst3Result.False, vst.SetState(before[..length]));
        Assert.Equal(before, vst.GetState());
    }

    [Fact]
    public void Damaged_bytes_of_any_kind_change_nothing()
    {
        using RawVst3 vst = new();
        Change(vst);
        byte[] before = vst.GetState();
        byte[] endless = [.. before];
        BinaryPrimitives.WriteUInt32LittleEndian(endless.AsSpan(8), uint.MaxValue);
        byte[] bank = PresetFile.Write(new PresetBank(Product.UniqueId, 1, 0, before, null, 128));
        byte[][] damaged =
        [
            endless, [.. "VstW"u8], [.. "VstW"u8, 255, 255, 255, 255, 0, 0, 0, 0], [.. "CcnK"u8, .. new byte[40]], bank[..^10],
            new byte[100_000],
        ];
        Assert.All(damaged, bytes => Assert.NotEqual(Vst3Result.Ok, vst.SetState(bytes)));
        Assert.Equal(before, vst.GetState());
    }

    [Fact]
    public void A_host_that_takes_no_bytes_is_told_so()
    {
        using RawVst3 vst = new();
        Assert.Equal(
            Vst3Result.InternalError, vst.Component->Vtbl->GetState(vst.Component, new HostStreamObject { IsFull = true }.Pointer));
        Assert.Equal(Vst3Result.InvalidArgument, vst.Component->Vtbl->GetState(vst.Component, null));
        Assert.Equal(Vst3Result.InvalidArgument, vst.Component->Vtbl->SetState(vst.Component, null));
    }

    [Fact]
    public void The_controllers_own_state_is_empty_and_the_components_is_there_already()
    {
        using RawVst3 vst = new();
        Change(vst);
        byte[] before = vst.GetState();
        HostStreamObject own = new();
        Assert.Equal(Vst3Result.Ok, vst.Controller->Vtbl->GetState(vst.Controller, own.Pointer));
        Assert.Empty(own.Bytes);
        Assert.Equal(Vst3Result.Ok, vst.Controller->Vtbl->SetState(vst.Controller, new HostStreamObject([1, 2, 3]).Pointer));
        Assert.Equal(Vst3Result.Ok, vst.Controller->Vtbl->SetComponentState(vst.Controller, new HostStreamObject(before).Pointer));
        Assert.Equal(before, vst.GetState());
    }

    private static void Change(RawVst3 vst)
    {
        for (uint id = 0; id < ParameterTable.Count; id++)
        {
            vst.Set(id, 0.1 + (0.15 * id % 0.9));
        }
    }
}
