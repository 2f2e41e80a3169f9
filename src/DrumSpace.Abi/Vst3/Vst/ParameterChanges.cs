using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IParamValueQueue: the values of one parameter over a block, in order of time. Audio thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ParamValueQueue
{
    /// <summary>The id of IParamValueQueue.</summary>
    public static readonly Vst3Id Id = new(0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);

    /// <summary>The functions.</summary>
    public Vst3ParamValueQueueVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ParamValueQueue"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ParamValueQueueVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(queue) The parameter.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint> GetParameterId;

    /// <summary>(queue) The number of values.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetPointCount;

    /// <summary>(queue, index, frame, value 0 to 1) Receives a value.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int*, double*, int> GetPoint;

    /// <summary>(queue, frame, value 0 to 1, index) Adds a value; receives its index.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, double, int*, int> AddPoint;
}

/// <summary>IParameterChanges: the parameters that change in a block, in no order of time. Audio thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ParameterChanges
{
    /// <summary>The id of IParameterChanges.</summary>
    public static readonly Vst3Id Id = new(0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);

    /// <summary>The functions.</summary>
    public Vst3ParameterChangesVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ParameterChanges"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ParameterChangesVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(changes) The number of parameters.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetParameterCount;

    /// <summary>(changes, index) The values of a parameter; null if there is none.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ParamValueQueue*> GetParameterData;

    /// <summary>(changes, parameter, index) Adds a parameter; null if the host takes no more.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint*, int*, Vst3ParamValueQueue*> AddParameterData;
}
