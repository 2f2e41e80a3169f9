using DrumSpace.Editor.Model;
using DrumSpace.Editor.Space;
using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Tests;

public class MapTests
{
    [Fact]
    public void A_click_goes_to_a_place_in_one_gesture_of_four_knobs()
    {
        using Hands hands = new();
        hands.Click(150, 200);
        IEnumerable<string> ends = hands.Model.Parameters.Edits.Where(edit => edit.StartsWith("begin", StringComparison.Ordinal));
        Assert.Equal(["begin z1", "begin z2", "begin z3", "begin z4"], ends);
        Assert.Equal(4, hands.Model.Parameters.Edits.Count(edit => edit.StartsWith("end z", StringComparison.Ordinal)));
        Assert.NotEqual(0.5f, hands.Model.Parameters["z1"]);
    }

    [Fact]
    public void Going_to_a_place_leaves_the_slot_that_played()
    {
        using Hands hands = new();
        hands.Model.Parameters["slot"] = 0.25f;
        hands.Click(150, 200);
        Assert.Equal(0, hands.Model.Parameters["slot"]);
    }

    [Fact]
    public void The_way_to_a_point_of_the_map_and_back_is_the_point()
    {
        SpaceMap map = new FakeModel().Map!;
        MapGuide guide = new(map);
        for (int index = 0; index < map.Points.Length; index += 17)
        {
            SpacePoint point = map.Points[index];
            SKPoint place = guide.PlaceOf(guide.KnobsAt(point.X, point.Y));
            Assert.InRange(Math.Abs(place.X - point.X) + Math.Abs(place.Y - point.Y), 0, 0.002);
        }
    }

    [Fact]
    public void Travelling_changes_the_knobs_little_by_little()
    {
        MapGuide guide = new(new FakeModel().Map!);
        Knobs last = guide.KnobsAt(0.70f, 0.5f);
        for (float x = 0.70f; x < 0.86f; x += 0.001f)
        {
            Knobs now = guide.KnobsAt(x, 0.5f);
            Assert.InRange(Math.Abs(now[0] - last[0]) + Math.Abs(now[1] - last[1]), 0, 0.09);
            last = now;
        }
    }

    [Fact]
    public void A_drawn_path_becomes_the_models_path()
    {
        using Hands hands = new();
        hands.Click("Draw a path");
        hands.Press(120, 120);
        hands.Move(200, 200);
        hands.Move(300, 180);
        hands.Release(300, 180);
        Assert.Equal(3, hands.Model.Path.Count);
        Assert.DoesNotContain("begin z1", hands.Model.Parameters.Edits);
        hands.Click("Play the path");
        Assert.Equal(1, hands.Model.Parameters["path"]);
    }

    [Fact]
    public void A_dropped_file_is_found_and_played()
    {
        using Hands hands = new();
        Assert.True(hands.View.DragOver(10, 10));
        Assert.True(hands.View.Drop(["/beats/funk.mid"], 10, 10));
        hands.WaitFor("funk.mid: the most similar beat is 90 % alike");
        Assert.Equal(["find /beats/funk.mid"], hands.Model.Calls);
        Assert.Equal(hands.Model.Map!.Points[0].Knobs[0], hands.Model.Parameters["z1"]);
    }

    [Fact]
    public void Of_several_dropped_files_the_first_MIDI_file_is_found()
    {
        using Hands hands = new();
        Assert.True(hands.View.Drop(["/beats/cover.png", "/beats/funk.mid", "/beats/rock.mid"], 10, 10));
        Assert.StartsWith("Of 3 files", hands.Control("Status").Value, StringComparison.Ordinal);
        hands.WaitFor("funk.mid: the most similar beat is 90 % alike");
        Assert.Equal(["find /beats/funk.mid"], hands.Model.Calls);
    }

    [Fact]
    public void Of_found_places_that_lie_together_the_best_alone_has_a_text()
    {
        SpaceMap map = new FakeModel().Map!;
        FoundMarks marks = new() { Found = [.. new[] { 0, 1, 0 }.Select(point => new FoundPlace(map.Points[point].Knobs, new Pattern(), 0.9))] };
        Assert.True(marks.Follow(new MapGuide(map), isNewMap: true));
        Assert.Equal([true, false], new[] { 0, 2 }.Select(index => marks.HasText(new MapViewport(new SKRect(0, 0, 450, 320)), index)));
    }

    [Fact]
    public void A_file_that_is_no_beat_moves_nothing()
    {
        using Hands hands = new();
        hands.Model.Status = "No pattern was found";
        hands.View.Drop(["/beats/notes.txt"], 10, 10);
        hands.WaitFor("No pattern was found");
        Assert.Empty(hands.Model.Parameters.Edits);
    }

    [Fact]
    public void A_click_on_a_program_loads_it_and_a_drag_from_there_travels()
    {
        using Hands hands = new();
        MapViewport view = new(new SKRect(26, 66, 478, 390));
        EditorProgram program = hands.Model.All[7];
        SKPoint at = new MapGuide(hands.Model.Map!).PlaceOf(program.Knobs);
        at = view.ToWindow(at.X, at.Y);
        hands.Click(at.X, at.Y);
        Assert.Equal(["program 7"], hands.Model.Calls);
        Assert.Empty(hands.Model.Parameters.Edits);
        hands.Press(at.X, at.Y);
        hands.Move(at.X + 30, at.Y);
        hands.Release(at.X + 30, at.Y);
        Assert.Equal(["program 7"], hands.Model.Calls);
        Assert.Contains("begin z1", hands.Model.Parameters.Edits);
    }

    [Fact]
    public void The_wheel_enlarges_the_map_around_the_pointer()
    {
        MapViewport view = new(new SKRect(0, 0, 400, 300));
        SKPoint before = view.ToMap(100, 200);
        SKPoint after = view.ZoomedAt(100, 200, 2).ToMap(100, 200);
        Assert.Equal(before.X, after.X, 1e-5);
        Assert.Equal(before.Y, after.Y, 1e-5);
    }

    [Fact]
    public void The_arrow_keys_walk_over_the_map()
    {
        using Hands hands = new();
        hands.Model.Preferences = hands.Model.Preferences with { TakesKeys = true };
        hands.Click(150, 200);
        hands.Type(Key.Tab);
        hands.Model.Parameters.Edits.Clear();
        Assert.True(hands.Type(Key.Right));
        Assert.Contains("begin z1", hands.Model.Parameters.Edits);
    }
}
