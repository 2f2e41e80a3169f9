using System.Globalization;
using DrumSpace.Editor.Model;

namespace DrumSpace.Editor.Tests.Fakes;

/// <summary>Parameters as the plugin has them, and a record of what is done with them.</summary>
internal sealed class FakeParameters : IEditorParameters
{
    private static readonly string[] Voices =
    [
        "kick", "snare", "closed-hat", "floor-tom", "low-tom", "open-hat", "mid-tom", "crash", "ride", "vibraslap", "hi-bongo", "lo-bongo",
        "hi-conga", "lo-conga",
    ];

    private readonly List<EditorParameter> _all = [];
    private readonly List<string[]> _options = [];
    private readonly List<float> _values = [];

    public FakeParameters()
    {
        for (int axis = 1; axis <= 4; axis++)
        {
            Add($"z{axis}", 0.5f);
        }

        Add("kit", 0.56f);
        Add("density", 0.5f);
        Add("fill", 0.4f);
        Add("fill-at", 0, "pattern", "4 bars", "8 bars", "16 bars", "slot");
        Add("swing", 0);
        Add("change-at", 0.25f, "now", "step", "beat", "bar", "pattern");
        Add("length", 1, Numbers(1, 32));
        Add("time", 0.5f, "half", "normal", "double");
        Add("seed", 0, Numbers(1, 9999));
        Add("variation", 0.35f);
        Add("groove-vel", 0.7f);
        Add("groove-time", 0.7f);
        Add("looseness", 0.4f);
        Add("fill-now", 0, "off", "on");
        Add("model", 0, "Flagship", "Paper VAE");
        Add("kit-map", 0, "General MIDI", "V-Drums");
        Add("slot", 0, [.. Numbers(0, 8)]);
        Add("store", 0, [.. Numbers(0, 8)]);
        Add("chain", 0, "off", "on");
        Add("morph", 0, "0", "1/4", "1/2", "1", "2", "4");
        Add("mel-on", 1, "off", "on");
        Add("mel-role", 0, "bass", "lead");
        Add("mel-inst", 0, "auto", "piano", "bass");
        Add("mel-key", 0.818f, "C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
        Add("mel-scale", 0.125f, "major", "minor", "dorian", "mixolyd", "harm mi", "pent ma", "pent mi", "blues", "chromat");
        Add("mel-octave", 0.5f, Numbers(-3, 3));
        Add("mel-channel", 0, Numbers(1, 16));
        Add("mel-seed", 0, Numbers(1, 9999));
        Add("mel-density", 0.5f);
        Add("mel-temp", 0.4f);
        Add("mel-follow", 0.6f);
        Add("mel-gate", 0.9f);
        Add("mel-vol", 0.56f);
        Add("path", 0, "off", "by hand", "plays");
        Add("path-pos", 0);
        Add("path-bars", 0.5f, "1", "2", "4", "8", "16", "32", "64");
        foreach (string id in (string[])["channel", "vel-low", "vel-high", "start", "slot-keys", "fill-key", "keys-channel"])
        {
            Add(id, 0, Numbers(1, 16));
        }

        foreach (string id in (string[])["thru", "slot-keys-on", "find", "find-lock"])
        {
            Add(id, 0, "off", "on");
        }

        for (int slot = 1; slot <= 8; slot++)
        {
            Add($"slot-{slot}-bars", slot < 4 ? 0.25f : 0, Numbers(0, 16));
        }

        foreach (string voice in Voices)
        {
            Add($"{voice}-chance", 1);
            Add($"{voice}-mute", 0, "off", "on");
            Add($"{voice}-solo", 0, "off", "on");
            Add($"{voice}-lock", voice == "kick" ? 1 : 0, "off", "on");
        }
    }

    public IReadOnlyList<EditorParameter> All => _all;

    /// <summary>What was done: "begin z1", "z1 0.5", "end z1".</summary>
    public List<string> Edits { get; } = [];

    public int Learning { get; private set; } = -1;

    public float this[int index] => _values[index];

    public float this[string id]
    {
        get => _values[this.Named(id).Index];
        set => _values[this.Named(id).Index] = value;
    }

    public float ModulationOf(int index) => 0;

    public void Begin(int index) => Edits.Add($"begin {_all[index].Id}");

    public void Set(int index, float value)
    {
        _values[index] = value;
        Edits.Add(string.Create(CultureInfo.InvariantCulture, $"{_all[index].Id} {value:0.###}"));
    }

    public void End(int index) => Edits.Add($"end {_all[index].Id}");

    public string Format(int index, float value) =>
        _options[index].Length > 0 ? _options[index][_all[index].StepOf(value)] : string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.#} %");

    public bool TryParse(int index, string text, out float value)
    {
        bool isNumber = float.TryParse(text.TrimEnd('%', ' '), CultureInfo.InvariantCulture, out value);
        value /= 100;
        return isNumber;
    }

    public IReadOnlyList<EditorOption> OptionsOf(int index) =>
        [.. _options[index].Select((text, step) => new EditorOption(text, _all[index].AtStep(step)))];

    public void Learn(int index) => Learning = index;

    public void StopLearning() => Learning = -1;

    public void Forget(int index) => Learning = -1;

    private static string[] Numbers(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private void Add(string id, float value, params string[] options)
    {
        string name = string.Join(' ', id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        _all.Add(new EditorParameter(_all.Count, id, name, "", options.Length, value));
        _options.Add(options);
        _values.Add(value);
    }
}
