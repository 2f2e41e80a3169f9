using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// An object as VST 3 has them: interfaces that lead to each other, and a count of references. It lives until the last is released,
/// through whichever interface. In memory an interface is a pointer to its table of functions, and behind it the managed object.
/// </summary>
/// <remarks>Any thread; the last release is on the main thread. Does not allocate, lock or wait, except when it is made and ends.</remarks>
internal abstract unsafe class Vst3Object
{
    private readonly Vst3Id[] _ids;
    private readonly Interface* _interfaces;
    private GCHandle _handle;
    private int _references = 1;

    /// <summary>Makes the object, with a reference that its maker has.</summary>
    /// <param name="interfaces">The interfaces' ids and tables; the first is also the object's FUnknown.</param>
    protected Vst3Object(params ReadOnlySpan<(Vst3Id Id, nint Table)> interfaces)
    {
        _handle = GCHandle.Alloc(this);
        _ids = new Vst3Id[interfaces.Length];
        _interfaces = (Interface*)NativeMemory.Alloc((nuint)interfaces.Length, (nuint)sizeof(Interface));
        for (int number = 0; number < interfaces.Length; number++)
        {
            _ids[number] = interfaces[number].Id;
            _interfaces[number] = new Interface { Table = interfaces[number].Table, Handle = GCHandle.ToIntPtr(_handle) };
        }
    }

    /// <summary>The functions that the table of every interface begins with.</summary>
    public static Vst3UnknownVtbl Unknown { get; } = new()
    {
        QueryInterface = &QueryInterfaceEntry,
        AddRef = &AddRefEntry,
        Release = &ReleaseEntry,
    };

    /// <summary>The object's first interface.</summary>
    public void* First => _interfaces;

    /// <summary>The object behind an interface of the plugin's; null for none.</summary>
    public static Vst3Object? Of(void* self) => self == null ? null : (Vst3Object?)GCHandle.FromIntPtr(((Interface*)self)->Handle).Target;

    /// <summary>Adds a reference to an object of the host's.</summary>
    /// <returns>The same.</returns>
    public static T* Hold<T>(T* foreign)
        where T : unmanaged
    {
        if (foreign != null)
        {
            ((Vst3Unknown*)foreign)->Vtbl->AddRef(foreign);
        }

        return foreign;
    }

    /// <summary>Releases an object of the host's; null does nothing.</summary>
    public static void Drop(void* foreign)
    {
        if (foreign != null)
        {
            ((Vst3Unknown*)foreign)->Vtbl->Release(foreign);
        }
    }

    /// <summary>Asks an object of the host's for another interface.</summary>
    /// <returns>The interface, with a reference; null for none.</returns>
    public static void* Query(void* foreign, Vst3Id id)
    {
        void* found = null;
        return foreign != null && ((Vst3Unknown*)foreign)->Vtbl->QueryInterface(foreign, &id, &found) == Vst3Result.Ok ? found : null;
    }

    /// <summary>Finds an interface.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The interface, with a reference; null for none.</returns>
    public void* Query(in Vst3Id id)
    {
        int number = id == Vst3Unknown.Id ? 0 : IndexOf(id);
        if (number < 0)
        {
            return null;
        }

        AddReference();
        return &_interfaces[number];
    }

    /// <summary>Adds a reference.</summary>
    /// <returns>Their number.</returns>
    public uint AddReference() => (uint)Interlocked.Increment(ref _references);

    /// <summary>Takes a reference away; the last one ends the object.</summary>
    /// <returns>The number of those that are left.</returns>
    public uint Release()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            End();
            _handle.Free();
            NativeMemory.Free(_interfaces);
        }

        return (uint)Math.Max(left, 0);
    }

    /// <summary>Ends what is behind the object. Must not throw.</summary>
    protected abstract void End();

    // Without an interface call, which may take a lock at first.
    private int IndexOf(in Vst3Id id)
    {
        int number = _ids.Length - 1;
        while (number >= 0 && _ids[number] != id)
        {
            number--;
        }

        return number;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int QueryInterfaceEntry(void* self, Vst3Id* id, void** found)
    {
        if (found == null)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3Object? instance = Of(self);
        *found = instance == null || id == null ? null : instance.Query(*id);
        return *found != null ? Vst3Result.Ok : Vst3Result.NoInterface;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint AddRefEntry(void* self) => Of(self)?.AddReference() ?? 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint ReleaseEntry(void* self) => Of(self)?.Release() ?? 0;

    private struct Interface
    {
        public nint Table;
        public nint Handle;
    }
}
