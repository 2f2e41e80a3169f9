using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Accessibility.AtSpi;
using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Accessibility;

/// <summary>Answers to requests and the events of changes, without a bus.</summary>
public sealed class AtSpiRequestTests : IDisposable
{
    private const string Face = "org.a11y.atspi.";
    private const string Properties = "org.freedesktop.DBus.Properties";

    private readonly Hands _hands = new();
    private readonly List<AccessibleRequest> _posted = [];

    [Fact]
    public void The_root_is_the_application_and_holds_the_window()
    {
        Assert.Equal("DrumSpace", Get(AtSpiReference.RootPath, "Accessible", "Name"));
        Assert.Equal(new AtSpiReference(":1.2", "/desktop"), Get(AtSpiReference.RootPath, "Accessible", "Parent"));
        Assert.Equal(
            [new AtSpiReference(":1.7", AtSpiReference.PathOf(1))],
            Call(AtSpiReference.RootPath, "Accessible", "GetChildAtIndex", 0)!.Cast<AtSpiReference>());
        Assert.Equal([75u], Call(AtSpiReference.RootPath, "Accessible", "GetRole"));
        Assert.Equal([23u], Call(AtSpiReference.PathOf(1), "Accessible", "GetRole"));
        Assert.Equal(AtSpiReference.RootPath, ((AtSpiReference)Get(AtSpiReference.PathOf(1), "Accessible", "Parent")!).Path);
    }

    [Fact]
    public void A_knob_tells_its_name_role_value_and_states()
    {
        string path = PathOf("Density");
        Assert.Equal("dial", Call(path, "Accessible", "GetRoleName")![0]);
        Assert.Equal("50 %", ((Dictionary<string, string>)Call(path, "Accessible", "GetAttributes")![0])["valuetext"]);
        Assert.Equal(0.5, Get(path, "Value", "CurrentValue"));
        Assert.Equal(1.0, Get(path, "Value", "MaximumValue"));
        uint[] states = (uint[])Call(path, "Accessible", "GetState")![0];
        Assert.Equal((1u << 8) | (1 << 11) | (1 << 24) | (1 << 25) | (1 << 30), states[0]);
        Assert.Equal(
            ["Accessible", "Component", "Action", "Value"],
            ((string[])Call(path, "Accessible", "GetInterfaces")![0]).Select(one => one[Face.Length..]));
    }

    [Fact]
    public void Places_are_told_on_the_screen_and_in_the_window()
    {
        AccessibleElement knob = AccessibleTreeTests.Element(_hands, "Density");
        string path = AtSpiReference.PathOf(knob.Id);
        AtSpiExtents inWindow = new(knob.Bounds.Left, knob.Bounds.Top, knob.Bounds.Width, knob.Bounds.Height);
        Assert.Equal([inWindow], Call(path, "Component", "GetExtents", 1u)!.Cast<AtSpiExtents>());
        Assert.Equal(
            [inWindow with { X = inWindow.X + 100, Y = inWindow.Y + 200 }],
            Call(path, "Component", "GetExtents", 0u)!.Cast<AtSpiExtents>());
        Assert.Equal(
            [new AtSpiReference(":1.7", path)],
            Call(AtSpiReference.PathOf(1), "Component", "GetAccessibleAtPoint", inWindow.X + 105, inWindow.Y + 205, 0u)!.Cast<AtSpiReference>());
        Assert.Equal([true], Call(path, "Component", "Contains", inWindow.X + 5, inWindow.Y + 5, 1u));
    }

    [Fact]
    public void Values_and_actions_are_left_to_the_windows_thread()
    {
        AccessibleElement knob = AccessibleTreeTests.Element(_hands, "Density");
        string path = AtSpiReference.PathOf(knob.Id);
        Assert.Empty(Answer(path, Properties, "Set", Face + "Value", "CurrentValue", 0.7)!);
        Assert.Equal(["edit", "Return"], [Call(path, "Action", "GetName", 0)![0], Call(path, "Action", "GetKeyBinding", 0)![0]]);
        Assert.Equal([true], Call(path, "Action", "DoAction", 1));
        Assert.Equal([false], Call(path, "Action", "DoAction", 3));
        Assert.Equal([true], Call(path, "Component", "GrabFocus"));
        Assert.Equal(
            [
                new AccessibleRequest(AccessibleRequestKind.SetNumber, knob.Id, 0, 0.7),
                new AccessibleRequest(AccessibleRequestKind.Act, knob.Id, 1),
                new AccessibleRequest(AccessibleRequestKind.Focus, knob.Id),
            ],
            _posted);
    }

    [Fact]
    public void What_there_is_not_is_not_answered()
    {
        string path = PathOf("Next take");
        Assert.Null(Call(path, "Value", "Anything"));
        Assert.Null(Get(path, "Value", "CurrentValue"));
        Assert.Null(Call(path, "Accessible", "GetChildAtIndex", "no index"));
        Assert.Null(Call("/org/a11y/atspi/accessible/999999", "Accessible", "GetRole"));
        Assert.Null(Call("/org/a11y/atspi/accessible/-1", "Accessible", "GetRole"));
        Assert.Null(Answer(path, Properties, "Set", Face + "Accessible", "Name", "another"));
        Assert.Equal([AtSpiEmpty.CacheItems], Answer("/org/a11y/atspi/cache", Face + "Cache", "GetItems"));
    }

    [Fact]
    public void Every_property_and_answer_has_a_type_on_the_bus()
    {
        AccessibleTreeTests.Perform(_hands, AccessibleRequestKind.Act, "Save");
        _hands.Type("a🥁b c");
        AtSpiScene scene = Scene();
        foreach (AccessibleElement element in scene.Tree.All.Append(scene.Application))
        {
            string path = AtSpiReference.PathOf(element.Id);
            foreach (IAtSpiInterface face in AtSpiRequests.InterfacesOf(element))
            {
                Assert.Equal("a{sv}", AtSpiBody.SignatureOf(Answer(path, Properties, "GetAll", face.Name)!));
            }
        }

        string entry = PathOf("Name of the preset");
        Assert.Equal(5, Get(entry, "Text", "CharacterCount"));
        Assert.Equal(["🥁b"], Call(entry, "Text", "GetText", 1, 3));
        Assert.Equal([0x1F941], Call(entry, "Text", "GetCharacterAtOffset", 1));
        Assert.Equal(["a🥁b", 0, 3], Call(entry, "Text", "GetStringAtOffset", 2, 1u));
        Assert.Equal("sii", AtSpiBody.SignatureOf(Call(entry, "Text", "GetTextAtOffset", 0, 0u)!));
        Assert.Equal("a(ua(so))", AtSpiBody.SignatureOf(Call(entry, "Accessible", "GetRelationSet")!));
        Assert.Equal("a(sss)", AtSpiBody.SignatureOf(Call(entry, "Action", "GetActions")!));
    }

    [Fact]
    public void Changes_are_told_as_events()
    {
        AccessibleTree before = Scene().Tree;
        _hands.Model.Parameters["density"] = 0.75f;
        AccessibleTreeTests.Perform(_hands, AccessibleRequestKind.Act, "Snare mute");
        string[] events = EventsSince(before);
        Assert.Contains("PropertyChange accessible-value 0 Density: 0.75", events);
        Assert.Contains("StateChanged checked 1 Snare mute: 0", events);
        int active = Array.IndexOf(events, "Activate  0 DrumSpace: DrumSpace");
        Assert.InRange(active, 0, Array.IndexOf(events, "StateChanged focused 1 Snare mute: 0"));
        Assert.Empty(EventsSince(Scene().Tree));
    }

    [Fact]
    public void A_menu_that_opens_and_closes_is_told_of_its_parent()
    {
        AccessibleTree before = Scene().Tree;
        AccessibleTreeTests.Perform(_hands, AccessibleRequestKind.Act, "Kit map");
        AtSpiScene open = Scene();
        AtSpiSignal added = Assert.Single(AtSpiEvents.Between(before, open), one => one.Member == "ChildrenChanged");
        Assert.Equal((1, "add", before.Window.Children.Count), (added.Element, added.Detail, added.First));
        Assert.Equal(open.ReferenceTo(open.Tree.Window.Children[^1]), added.Data);
        Assert.Equal("siiva{sv}", AtSpiBody.SignatureOf(added.Body));
        _hands.Type(Key.Escape);
        AtSpiSignal removed = Assert.Single(AtSpiEvents.Between(open.Tree, Scene()), one => one.Member == "ChildrenChanged");
        Assert.Equal((1, "remove", before.Window.Children.Count), (removed.Element, removed.Detail, removed.First));
    }

    public void Dispose() => _hands.Dispose();

    private string[] EventsSince(AccessibleTree before)
    {
        AtSpiScene scene = Scene();
        return [.. AtSpiEvents.Between(before, scene).Select(
            one => FormattableString.Invariant($"{one.Member} {one.Detail} {one.First} {scene.Find(one.Element)!.Name}: {one.Data}"))];
    }

    private AtSpiScene Scene() => new(AccessibleTreeTests.TreeOf(_hands), ":1.7", new AtSpiReference(":1.2", "/desktop"), request =>
    {
        _posted.Add(request);
        return true;
    });

    private string PathOf(string name) => AtSpiReference.PathOf(AccessibleTreeTests.Element(_hands, name).Id);

    private object? Get(string path, string face, string property) =>
        Answer(path, Properties, "Get", Face + face, property) is [AtSpiVariant variant] ? variant.Value : null;

    private object[]? Call(string path, string face, string member, params object[] arguments) =>
        Answer(path, Face + face, member, arguments);

    private object[]? Answer(string path, string name, string member, params object[] arguments) =>
        AtSpiRequests.Answer(Scene(), path, name, member, arguments);
}
