using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>
/// A parameter of a CLAP plugin. A value that is set is sent as an event: with the next block while the plugin is resumed, else at once.
/// Until it is sent, reading the value returns it.
/// </summary>
internal sealed unsafe class ClapParameter : PluginParameter
{
    private const int TextSize = 256;

    // No value to set has these bits: they are one of the NaNs.
    private const int None = -1;

    private readonly ClapPlugin _plugin;
    private readonly ClapHandle _handle;
    private readonly double _min;
    private readonly double _range;
    private readonly nint _cookie;
    private readonly bool _isStepped;
    private int _pending = None;

    public ClapParameter(ClapPlugin plugin, ClapHandle handle, int index, ClapParamInfo info)
        : base(index)
    {
        _plugin = plugin;
        _handle = handle;
        _min = info.MinValue;
        _range = info.MaxValue - info.MinValue;
        _cookie = (nint)info.Cookie;
        _isStepped = info.Flags.HasFlag(ClapParamFlags.IsStepped);
        Id = info.Id;
        CanBeAutomated = info.Flags.HasFlag(ClapParamFlags.IsAutomatable);
        CanBeModulated = info.Flags.HasFlag(ClapParamFlags.IsModulatable);
        info.Name[ClapParamInfo.NameSize - 1] = 0;
        Name = ClapHandle.Text(info.Name);
    }

    public uint Id { get; }

    public override string Name { get; }

    public override string Label => "";

    public override string Display
    {
        get
        {
            byte* text = stackalloc byte[TextSize];
            bool isWritten = _handle.Params->ValueToText(_handle.Instance, Id, Plain(Value), text, TextSize) != 0;
            text[isWritten ? TextSize - 1 : 0] = 0;
            return ClapHandle.Text(text);
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
            return _handle.Params->GetValue(_handle.Instance, Id, &value) != 0 ? Normalize(value) : 0;
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
        double value;
        fixed (byte* bytes = Encoding.UTF8.GetBytes(text + "\0"))
        {
            if (_handle.Params->TextToValue(_handle.Instance, Id, bytes, &value) == 0)
            {
                return false;
            }
        }

        Value = Normalize(value);
        return true;
    }

    /// <summary>A value in the parameter's own range as 0 to 1; 0 if that range is empty.</summary>
    public float Normalize(double plain) => _range == 0 ? 0 : (float)((plain - _min) / _range);

    /// <summary>Adds the value that was set since the last call to a block's events.</summary>
    public void SendPending(ClapEventInput events)
    {
        int pending = Interlocked.Exchange(ref _pending, None);
        if (pending != None)
        {
            Send(events, 0, BitConverter.Int32BitsToSingle(pending));
        }
    }

    /// <summary>Adds a value to a block's events; false if they are full.</summary>
    public bool Send(ClapEventInput events, int frame, float value) =>
        events.AddParam(ClapEventType.ParamValue, frame, Id, _cookie, Plain(value));

    /// <summary>Adds a modulation to a block's events; false if they are full.</summary>
    public bool SendModulation(ClapEventInput events, int frame, float amount) =>
        events.AddParam(ClapEventType.ParamMod, frame, Id, _cookie, amount * _range);

    private double Plain(float normalized)
    {
        double plain = _min + (normalized * _range);
        return _isStepped ? Math.Round(plain) : plain;
    }
}
