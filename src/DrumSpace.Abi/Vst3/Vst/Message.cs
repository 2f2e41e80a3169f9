using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IMessage: a message between component and controller, which the host makes. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3Message
{
    /// <summary>The id of IMessage.</summary>
    public static readonly Vst3Id Id = new(0x936F033B, 0xC6C047DB, 0xBB0882F8, 0x13C1E613);

    /// <summary>The functions.</summary>
    public Vst3MessageVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3Message"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3MessageVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(message) Its id as null-terminated ASCII; null for none.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*> GetMessageId;

    /// <summary>(message, id) Sets it; the message keeps a copy.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, void> SetMessageId;

    /// <summary>(message) What it says, without a reference.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3AttributeList*> GetAttributes;
}

/// <summary>IConnectionPoint: what the host connects component and controller by, where they are two. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ConnectionPoint
{
    /// <summary>The id of IConnectionPoint.</summary>
    public static readonly Vst3Id Id = new(0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1);

    /// <summary>The functions.</summary>
    public Vst3ConnectionPointVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ConnectionPoint"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ConnectionPointVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(point, other) Connects.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ConnectionPoint*, int> Connect;

    /// <summary>(point, other) Disconnects.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ConnectionPoint*, int> Disconnect;

    /// <summary>(point, message) A message from the other.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Message*, int> Notify;
}
