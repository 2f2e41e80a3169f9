using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>
/// A parameter of a CLAP plugin. A value that is set travels as an event: with the next block while the plugin is resumed, else at
/// once. Until then it is the value that is read.
/// </summary>
internal sealed unsafe class ClapParameter : PluginParameter
{
    private const int TextSize = 256;

    // No value that is set has these bits: they are one of the many that are no number.
    private const int None = -1;

    private readonly ClapPlugin _plugin;
    private readonly ClapLibrary _library;
    private readonly uint _id;
    private readonly double _min;
    private readonly double _max;
    private readonly bool _isStepped;
    private readonly nint _cookie;
    private int _pending = None;

    public ClapParameter(ClapPlugin plugin, ClapLibrary library, int index, ref ClapParamInfo info)
        : base(index)
    {
        _plugin = plugin;
        _library = library;
        _id = info.Id;
        _min = info.MinValue;
        _max = info.MaxValue;
        _isStepped = info.Flags.HasFlag(ClapParamFlags.IsStepped);
        _cookie = (nint)info.Cookie;
        CanBeAutomated = info.Flags.HasFlag(ClapParamFlags.IsAutomatable);
        CanBeModulated = info.Flags.HasFlag(ClapParamFlags.IsModulatable);
        fixed (byte* name = info.Name)
        {
            Name = ClapLibrary.Text(name);
        }
    }

    public override string Name { get; }

    public override string Label => "";

    public override string Display
    {
        get
        {
            byte* text = stackalloc byte[TextSize];
            return _library.Params->ValueToText(_library.Instance, _id, Plain(Value), text, TextSize) != 0 ? ClapLibrary.Text(text) : "";
        }
    }

    public override float Value
    {
        get
        {
            int pending = Volatile.Read(ref _pending);
            if (pending != None)
            {
                return BitConverter.Int32BitsToSingle(pending);
            }

            double value;
            return _library.Params->GetValue(_library.Instance, _id, &value) != 0 ? Normalized(value) : 0;
        }

        set
        {
            Volatile.Write(ref _pending, BitConverter.SingleToInt32Bits(value));
            if (!_plugin.IsResumed)
            {
                _plugin.Flush();
            }
        }
    }

    public override bool CanBeAutomated { get; }

    public bool CanBeModulated { get; }

    public override bool TrySetText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double value;
        fixed (byte* bytes = Encoding.UTF8.GetBytes(text + "\0"))
        {
            if (_library.Params->TextToValue(_library.Instance, _id, bytes, &value) == 0)
            {
                return false;
            }
        }

        Value = Normalized(value);
        return true;
    }

    /// <summary>Adds the value that was set to a block's events, if one was.</summary>
    public void MovePending(ClapInput events)
    {
        int pending = Interlocked.Exchange(ref _pending, None);
        if (pending != None)
        {
            AddTo(events, 0, BitConverter.Int32BitsToSingle(pending));
        }
    }

    /// <summary>Adds a value to a block's events; false when they are full.</summary>
    public bool AddTo(ClapInput events, int frame, float value) => events.AddParameter(frame, _id, (void*)_cookie, Plain(value));

    /// <summary>Lays a modulation over the value within a block; false when its events are full.</summary>
    public bool Modulate(ClapInput events, int frame, float amount) =>
        events.AddModulation(frame, _id, (void*)_cookie, amount * (_max - _min));

    private float Normalized(double plain) => (float)((plain - _min) / (_max - _min));

    private double Plain(float normalized)
    {
        double plain = _min + (normalized * (_max - _min));
        return _isStepped ? Math.Round(plain) : plain;
    }
}
