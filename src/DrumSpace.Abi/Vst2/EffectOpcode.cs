namespace DrumSpace.Abi.Vst2;

/// <summary>What a host asks of a plugin through <see cref="AEffect.Dispatcher"/>.</summary>
public static class EffectOpcode
{
    /// <summary>Open the effect; first call.</summary>
    public const int Open = 0;

    /// <summary>Free the effect; last call.</summary>
    public const int Close = 1;

    /// <summary>value: the program to select.</summary>
    public const int SetProgram = 2;

    /// <summary>Returns the current program.</summary>
    public const int GetProgram = 3;

    /// <summary>ptr: the current program's new name.</summary>
    public const int SetProgramName = 4;

    /// <summary>ptr: buffer for the current program's name.</summary>
    public const int GetProgramName = 5;

    /// <summary>index: parameter; ptr: buffer for its unit.</summary>
    public const int GetParameterLabel = 6;

    /// <summary>index: parameter; ptr: buffer for its value as text.</summary>
    public const int GetParameterDisplay = 7;

    /// <summary>index: parameter; ptr: buffer for its name.</summary>
    public const int GetParameterName = 8;

    /// <summary>opt: frames a second.</summary>
    public const int SetSampleRate = 10;

    /// <summary>value: the largest block in frames (hosts send smaller ones, and sometimes larger).</summary>
    public const int SetBlockSize = 11;

    /// <summary>value: 1 resume, 0 suspend.</summary>
    public const int MainsChanged = 12;

    /// <summary>ptr: EditorRectangle** to set.</summary>
    public const int EditorGetRectangle = 13;

    /// <summary>ptr: the parent window.</summary>
    public const int EditorOpen = 14;

    /// <summary>Close the window.</summary>
    public const int EditorClose = 15;

    /// <summary>Called often while the window is open.</summary>
    public const int EditorIdle = 19;

    /// <summary>index: 0 bank, 1 program; ptr: void** to set; returns the length in bytes.</summary>
    public const int GetChunk = 23;

    /// <summary>index: 0 bank, 1 program; value: length in bytes; ptr: the chunk.</summary>
    public const int SetChunk = 24;

    /// <summary>ptr: VstEvents for the coming block.</summary>
    public const int ProcessEvents = 25;

    /// <summary>index: parameter; returns 1 if it can be automated.</summary>
    public const int CanBeAutomated = 26;

    /// <summary>index: parameter; ptr: text to parse; returns 1 if it was taken (ptr null: asks whether it could).</summary>
    public const int StringToParameter = 27;

    /// <summary>index: program; ptr: buffer for its name.</summary>
    public const int GetProgramNameIndexed = 29;

    /// <summary>Returns an <see cref="EffectCategory"/>.</summary>
    public const int GetCategory = 35;

    /// <summary>value: 1 to bypass.</summary>
    public const int SetBypass = 44;

    /// <summary>ptr: buffer for the effect's name.</summary>
    public const int GetEffectName = 45;

    /// <summary>ptr: buffer for the vendor's name.</summary>
    public const int GetVendorString = 47;

    /// <summary>ptr: buffer for the product's name.</summary>
    public const int GetProductString = 48;

    /// <summary>Returns the version.</summary>
    public const int GetVendorVersion = 49;

    /// <summary>Whatever the vendor defines.</summary>
    public const int VendorSpecific = 50;

    /// <summary>ptr: what the host asks about; returns 1 yes, -1 no, 0 don't know.</summary>
    public const int CanDo = 51;

    /// <summary>Returns the tail in frames; 1 means none, 0 unknown.</summary>
    public const int GetTailSize = 52;

    /// <summary>index: parameter; ptr: a <see cref="VstParameterProperties"/> to fill; returns 1 when it was.</summary>
    public const int GetParameterProperties = 56;

    /// <summary>Returns 2400 for VST 2.4.</summary>
    public const int GetVstVersion = 58;

    /// <summary>Returns the audio thread's start.</summary>
    public const int StartProcess = 71;

    /// <summary>The audio thread stops.</summary>
    public const int StopProcess = 72;

    /// <summary>value: 0 for 32-bit, 1 for 64-bit processing.</summary>
    public const int SetProcessPrecision = 77;

    /// <summary>Returns the number of MIDI input channels.</summary>
    public const int GetMidiInputChannelCount = 78;

    /// <summary>Returns the number of MIDI output channels.</summary>
    public const int GetMidiOutputChannelCount = 79;
}
