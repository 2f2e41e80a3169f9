#if TORCHSHARP
using static TorchSharp.torch;
#endif

namespace DrumSpace.Training.Learning;

/// <summary>What trainings compute on, for the whole process.</summary>
public static class TrainingDevice
{
    /// <summary>The processor, which is the default.</summary>
    public const string Cpu = "cpu";

    /// <summary>A GPU by CUDA, in a build with TorchSharp. Untried.</summary>
    public const string Cuda = "cuda";

    /// <summary>Chooses the device of all models that are created from now on.</summary>
    /// <param name="name"><see cref="Cpu"/> or <see cref="Cuda"/>.</param>
    /// <exception cref="TrainingException">There is no such device, in this build or on this machine.</exception>
    public static void Use(string name)
    {
        if (name == Cuda)
        {
            UseCuda();
        }
        else if (name != Cpu)
        {
            throw new TrainingException($"there is no device '{name}'; there are: {Cpu}, {Cuda}");
        }
    }

#if TORCHSHARP
    private static void UseCuda() => set_default_device(cuda.is_available() ? CUDA : throw new TrainingException(
        "cuda: there is no GPU here, or this build has TorchSharp for the processor alone; see docs/developing.md"));
#else
    private static void UseCuda() => throw new TrainingException(
        "cuda: this build trains on the processor, with DrumSpace.Torch; docs/developing.md has the one with TorchSharp");
#endif
}
