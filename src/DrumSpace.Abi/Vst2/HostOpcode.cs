namespace DrumSpace.Abi.Vst2;

/// <summary>What a plugin asks of its host through the host callback.</summary>
public static class HostOpcode
{
    /// <summary>index: parameter; opt: its value as the user moved it.</summary>
    public const int Automate = 0;

    /// <summary>Returns the host's VST version, 2400.</summary>
    public const int Version = 1;

    /// <summary>Returns the unique id wanted of a shell.</summary>
    public const int CurrentId = 2;

    /// <summary>Asks the host to idle.</summary>
    public const int Idle = 3;

    /// <summary>Deprecated since 2.4 and still looked at: the plugin wants MIDI.</summary>
    public const int WantMidi = 6;

    /// <summary>value: a mask of <see cref="TimeInfoFlags"/>; returns VstTimeInfo* or null.</summary>
    public const int GetTime = 7;

    /// <summary>ptr: VstEvents that the plugin emits in this block.</summary>
    public const int ProcessEvents = 8;

    /// <summary>Inputs, outputs or latency changed.</summary>
    public const int IoChanged = 13;

    /// <summary>index: width; value: height of the window.</summary>
    public const int SizeWindow = 15;

    /// <summary>Returns the sample rate.</summary>
    public const int GetSampleRate = 16;

    /// <summary>Returns the block size.</summary>
    public const int GetBlockSize = 17;

    /// <summary>Returns a <see cref="ProcessLevel"/>.</summary>
    public const int GetCurrentProcessLevel = 23;

    /// <summary>Returns the automation state.</summary>
    public const int GetAutomationState = 24;

    /// <summary>ptr: buffer for the host's vendor.</summary>
    public const int GetVendorString = 32;

    /// <summary>ptr: buffer for the host's name.</summary>
    public const int GetProductString = 33;

    /// <summary>Returns the host's version.</summary>
    public const int GetVendorVersion = 34;

    /// <summary>ptr: what the plugin asks about.</summary>
    public const int CanDo = 37;

    /// <summary>Returns the host's language.</summary>
    public const int GetLanguage = 38;

    /// <summary>Returns the plugin's folder as UTF-8.</summary>
    public const int GetDirectory = 41;

    /// <summary>Program or parameter texts changed.</summary>
    public const int UpdateDisplay = 42;

    /// <summary>index: parameter; the user begins to move it.</summary>
    public const int BeginEdit = 43;

    /// <summary>index: parameter; the user let go.</summary>
    public const int EndEdit = 44;
}
