using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>References to the objects of plugins.</summary>
internal static unsafe class Vst3Interfaces
{
    /// <summary>Another interface of an object, with a reference; null if it has none.</summary>
    public static T* Query<T>(void* face, Vst3Id id)
        where T : unmanaged
    {
        void* result = null;
        return ((Vst3Unknown*)face)->Vtbl->QueryInterface(face, &id, &result) == Vst3Result.Ok ? (T*)result : null;
    }

    /// <summary>Adds a reference.</summary>
    public static void AddRef(void* face) => ((Vst3Unknown*)face)->Vtbl->AddRef(face);

    /// <summary>Gives a reference back; null is allowed.</summary>
    public static void Release(void* face)
    {
        if (face != null)
        {
            ((Vst3Unknown*)face)->Vtbl->Release(face);
        }
    }
}
