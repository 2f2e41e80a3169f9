using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>References: the object lives until the last one, through whichever interface, and gives back all that is the host's.</summary>
public unsafe class Vst3ReferenceTests
{
    [Fact]
    public void Every_interface_leads_to_every_other_and_to_one_identity()
    {
        using RawVst3 vst = new();
        Vst3Id[] ids =
        [
            Vst3Component.Id, Vst3PluginBase.Id, Vst3AudioProcessor.Id, Vst3ProcessContextRequirements.Id, Vst3EditController.Id,
            Vst3EditController2.Id, Vst3MidiMapping.Id, Vst3UnitInformation.Id,
        ];
        nint identity = (nint)vst.Query(Vst3Unknown.Id);
        RawVst3.Release((void*)identity);
        foreach (Vst3Id from in ids)
        {
            void* face = vst.Query(from);
            Vst3Id id = Vst3Unknown.Id;
            void* unknown;
            Assert.Equal(Vst3Result.Ok, ((Vst3Unknown*)face)->Vtbl->QueryInterface(face, &id, &unknown));
            Assert.Equal(identity, (nint)unknown);
            RawVst3.Release(unknown);
            RawVst3.Release(face);
        }

        Assert.True(vst.Query(Vst3PlugView.Id) == null);
        Assert.True(vst.Query(default) == null);
        Assert.Equal(Vst3Result.InvalidArgument, ((Vst3Unknown*)identity)->Vtbl->QueryInterface((void*)identity, null, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_view_and_its_instance_may_be_released_in_any_order(bool viewFirst)
    {
        RawVst3 vst = new();
        Vst3PlugView* view = vst.CreateView();
        view->Vtbl->SetFrame(view, (Vst3PlugFrame*)vst.Host.Query(Vst3PlugFrame.Id));
        vst.Host.Release();
        fixed (byte* type = Vst3PlatformType.X11)
        {
            Assert.Equal(Vst3Result.Ok, view->Vtbl->Attached(view, (void*)7, type));
        }

        if (viewFirst)
        {
            Assert.Equal(0u, RawVst3.Release(view));
            Assert.Equal(0u, vst.ReleaseAll());
        }
        else
        {
            Assert.Equal(1u, vst.ReleaseAll());
            Assert.Equal(Vst3Result.Ok, view->Vtbl->Removed(view));
            Assert.Equal(0u, RawVst3.Release(view));
        }

        Assert.Equal(["open 7 600x400", "close"], vst.Fixture.Window.Calls);
        Assert.Equal(["timer 30", "end timer"], vst.Host.Calls);
        Assert.Equal(1u, vst.Host.References);
        vst.Dispose();
    }

    [Fact]
    public void An_instance_that_was_never_initialized_ends_too()
    {
        RawVst3 vst = new(isInitialized: false);
        Assert.Equal(0u, vst.ReleaseAll());
        vst.Dispose();
    }

    [Fact]
    public void After_the_last_call_nothing_of_the_host_is_held()
    {
        using RawVst3 vst = new();
        Assert.True(vst.Host.References > 1);
        vst.Component->Vtbl->Base.Terminate(vst.Component);
        Assert.Equal(1u, vst.Host.References);
        Assert.Equal(Vst3Result.Ok, vst.Controller->Vtbl->SetComponentHandler(vst.Controller, null));
    }
}
