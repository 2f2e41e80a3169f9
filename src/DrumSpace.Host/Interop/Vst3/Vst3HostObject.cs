using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>
/// An object of the host that plugins call: its interfaces, and the count of the references to it. It lives until the host has disposed of
/// it and no plugin refers to it any more.
/// </summary>
/// <remarks>
/// References are taken and given back on any thread, without lock or allocation. The host's own hold is no reference, so a plugin that
/// gives back too many does not end what the host still uses.
/// </remarks>
internal abstract unsafe class Vst3HostObject : IDisposable
{
    private readonly Vst3Id[] _ids;
    private readonly Vst3HostFace* _faces;
    private GCHandle<Vst3HostObject> _self;
    private int _references;
    private int _isReleased;
    private int _isFreed;

    /// <summary>Makes an object of interfaces, each by its id and the address of its table, which is never freed.</summary>
    protected Vst3HostObject(params ReadOnlySpan<(Vst3Id Id, nint Vtbl)> interfaces)
    {
        _self = new GCHandle<Vst3HostObject>(this);
        _ids = new Vst3Id[interfaces.Length];
        _faces = (Vst3HostFace*)NativeMemory.Alloc((nuint)interfaces.Length, (nuint)sizeof(Vst3HostFace));
        for (int i = 0; i < interfaces.Length; i++)
        {
            _ids[i] = interfaces[i].Id;
            _faces[i] = new Vst3HostFace
            {
                Vtbl = (void*)interfaces[i].Vtbl,
                Object = GCHandle<Vst3HostObject>.ToIntPtr(_self),
            };
        }
    }

    /// <summary>The functions that each table begins with.</summary>
    protected static Vst3UnknownVtbl Unknown => new() { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release };

    /// <summary>Another object whose interfaces are given out as this one's; null for none.</summary>
    protected virtual Vst3HostObject? Part => null;

    /// <summary>The first interface, without a reference.</summary>
    public void* Face => _faces;

    /// <summary>Gives out an interface with a reference; what the function returns to the plugin.</summary>
    public int GiveOut(in Vst3Id id, void** result)
    {
        int index = id == Vst3Unknown.Id ? 0 : Array.IndexOf(_ids, id);
        if (index < 0)
        {
            *result = null;
            return Part is { } part ? part.GiveOut(id, result) : Vst3Result.NoInterface;
        }

        Interlocked.Increment(ref _references);
        *result = _faces + index;
        return Vst3Result.Ok;
    }

    /// <summary>Ends the host's hold.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _isReleased, 1);
        FreeIfUnused();
    }

    /// <summary>Frees what the object allocated, when nothing refers to it any more. Any thread.</summary>
    protected virtual void Free()
    {
    }

    /// <summary>Makes a table of functions, for as long as the process lives.</summary>
    protected static nint Table<T>(in T functions)
        where T : unmanaged
    {
        T* table = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *table = functions;
        return (nint)table;
    }

    /// <summary>The object behind an interface.</summary>
    protected static T Of<T>(void* face)
        where T : Vst3HostObject => (T)GCHandle<Vst3HostObject>.FromIntPtr(((Vst3HostFace*)face)->Object).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int QueryInterface(void* face, Vst3Id* id, void** result)
    {
        if (result == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *result = null;
        return id == null ? Vst3Result.InvalidArgument : Of<Vst3HostObject>(face).GiveOut(*id, result);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint AddRef(void* face) => (uint)Interlocked.Increment(ref Of<Vst3HostObject>(face)._references);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Release(void* face)
    {
        Vst3HostObject self = Of<Vst3HostObject>(face);
        int left = Interlocked.Decrement(ref self._references);
        self.FreeIfUnused();
        return (uint)Math.Max(left, 0);
    }

    private void FreeIfUnused()
    {
        if (Volatile.Read(ref _isReleased) != 0 && Volatile.Read(ref _references) <= 0 && Interlocked.Exchange(ref _isFreed, 1) == 0)
        {
            Free();
            NativeMemory.Free(_faces);
            _self.Dispose();
        }
    }
}
