using DrumSpace.Editor.Model;
using DrumSpace.Music;
using DrumSpace.Music.Capture;
using DrumSpace.Music.Melody;

namespace DrumSpace.Editor.Tests.Fakes;

/// <summary>A plugin that is not there: the same values every time, and a record of what the window asks of it.</summary>
internal sealed class FakeModel : IEditorModel, IEditorPlaying, IEditorSpace, IEditorPrograms, IEditorHistory, IEditorClips
{
    private readonly PlayablePattern _pattern = new();
    private readonly List<EditorProgram> _programs = [];
    private int _undone;

    public FakeModel()
    {
        Random random = new(1);
        string[] genres = ["rock", "jazz", "funk", "hiphop", "latin", "simutrans"];
        List<SpacePoint> points = [];
        for (int index = 0; index < 480; index++)
        {
            int genre = index % genres.Length;
            double angle = genre * Math.Tau / genres.Length;
            float x = (float)(0.5 + (0.28 * Math.Cos(angle)) + (0.18 * (random.NextDouble() - 0.5)) + (0.1 * (random.NextDouble() - 0.5)));
            float y = (float)(0.5 + (0.28 * Math.Sin(angle)) + (0.18 * (random.NextDouble() - 0.5)) + (0.1 * (random.NextDouble() - 0.5)));
            Knobs knobs = default;
            (knobs[0], knobs[1], knobs[2], knobs[3]) = (x, y, 1 - x, 1 - y);
            points.Add(new SpacePoint(x, y, knobs, (byte)genre));
        }

        Map = new SpaceMap(genres, [.. points]);
        for (int number = 0; number < 40; number++)
        {
            _programs.Add(new EditorProgram(number, $"Funk {number} Syncopated", "Funk", points[number * 11].Knobs, number == 3));
        }

        MakePattern("x.....x...x..x..x.....x...x...x.", "....x..x.x..x..x....x..x.x..x.xx", "x.x.x.x.x.x.x.x.x.x.x.x.x.x.x...");
    }

    public FakeParameters Parameters { get; } = new();

    public string Status { get; set; } = "";

    public EditorPreferences Preferences { get; set; } = new();

    public SongPosition Position { get; set; } = new(true, 21.4, 17, 104, 4, 4, 0);

    public Knobs Knobs
    {
        get
        {
            Knobs knobs = default;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                knobs[axis] = Parameters[axis];
            }

            return knobs;
        }
    }

    public SpaceMap? Map { get; set; }

    public IReadOnlyList<AxisName> Axes { get; } = [new("Busy", ""), new("Kick", ""), new("Hats", ""), new("Syncopation", "")];

    public IReadOnlyList<Knobs> Path { get; set; } = [];

    public string Point => "drumspace:1,2,3,4";

    public IReadOnlyList<EditorProgram> All { get; private set; } = [];

    public int Current { get; private set; } = 2;

    public int UndoCount => 3 - _undone;

    public int RedoCount => _undone;

    public int CapturedBars { get; set; } = 12;

    /// <summary>What the window asked for beside parameters.</summary>
    public List<string> Calls { get; } = [];

    IEditorParameters IEditorModel.Parameters => Parameters;

    public IEditorPlaying Playing => this;

    public IEditorSpace Space => this;

    public IEditorPrograms Programs => this;

    public IEditorHistory History => this;

    public IEditorClips Clips => this;

    public void Read(PlayablePattern into) => into.CopyFrom(_pattern);

    public void SetHit(Voice voice, int step, bool isHit)
    {
        Calls.Add($"{voice} {step} {(isHit ? "on" : "off")}");
        ushort[] masks = _pattern.Decoded.Pattern.Masks.ToArray();
        masks[step] = (ushort)(isHit ? masks[step] | 1 << (int)voice : masks[step] & ~(1 << (int)voice));
        _pattern.Decoded.Pattern = new Pattern(masks);
        _pattern.RequestId++;
    }

    public int NoteOf(Voice voice) => Kit.NoteOf(voice);

    public SlotPicture Slot(int slot) => new(slot < 4, slot < 4 ? _pattern.Decoded.Pattern : default);

    public bool TryDecode(in Knobs knobs, DecodedPattern into)
    {
        into.CopyFrom(_pattern.Decoded);
        return true;
    }

    public IReadOnlyList<FoundPlace> Find(string path)
    {
        Calls.Add($"find {path}");
        return path.EndsWith(".mid", StringComparison.Ordinal)
            ? [.. Enumerable.Range(0, 8).Select(index => new FoundPlace(Map!.Points[index * 55].Knobs, _pattern.Decoded.Pattern, 0.9 - (index * 0.05)))]
            : [];
    }

    public bool GoTo(string line) => false;

    public void Select(int number)
    {
        Current = number;
        Calls.Add($"program {number}");
    }

    public void SetStar(int number, bool isStarred)
    {
        _programs[number] = _programs[number] with { IsStarred = isStarred };
        All = [.. _programs];
    }

    public void Save(string name) => Calls.Add($"save {name}");

    public void Undo() => _undone++;

    public void Redo() => _undone--;

    public bool TryPicture(int offset, out Pattern pattern)
    {
        pattern = _pattern.Decoded.Pattern;
        return true;
    }

    public string? Write(ClipKind kind, int bars, bool hasTrackPerVoice)
    {
        Calls.Add($"write {kind} {bars}");
        return "/clips/beat.mid";
    }

    public void Show(string path) => Calls.Add($"show {path}");

    private void MakePattern(params string[] rows)
    {
        ushort[] masks = new ushort[Pattern.StepCount];
        for (int voice = 0; voice < rows.Length; voice++)
        {
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                bool isHit = rows[voice][step] == 'x';
                masks[step] |= (ushort)((isHit ? 1 : 0) << voice);
                int cell = (step * Pattern.VoiceCount) + voice;
                _pattern.Decoded.Probabilities[cell] = isHit ? 0.6f + (0.4f * (step % 3) / 2) : 0.3f * (((step * 7) + voice) % 5) / 4;
                _pattern.Velocities[cell] = step % 4 == 0 ? 0.95f : 0.4f;
                _pattern.Offsets[cell] = ((step % 3) - 1) * 0.08f;
            }
        }

        _pattern.Decoded.Pattern = new Pattern(masks);
        _pattern.GrooveVoices = Pattern.AllVoices;
        _pattern.RequestId = 1;
        MelodyPhrase phrase = default;
        foreach ((int at, int length, int note) in ((int, int, int)[])[(0, 3, 45), (6, 2, 48), (10, 3, 52), (16, 3, 45), (22, 2, 43), (26, 5, 50)])
        {
            for (int step = 0; step < length; step++)
            {
                phrase[at + step] = step == 0 ? MelodyStep.NoteOf(note) : MelodyStep.Tie;
            }
        }

        _pattern.Melody = phrase;
        _pattern.IsWhole = true;
        All = [.. _programs];
    }
}
