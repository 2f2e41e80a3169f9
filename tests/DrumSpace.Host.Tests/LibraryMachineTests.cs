namespace DrumSpace.Host.Tests;

public sealed class LibraryMachineTests
{
    [Fact]
    public void A_plugin_for_another_processor_is_one_clear_error()
    {
        byte[] library = File.ReadAllBytes(NativePlugins.Path("probe"));

        // ELF's e_machine: 183 is ARM64, 3 is x86 of 32 bits.
        library[18] = library[18] == 183 ? (byte)62 : (byte)183;
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, library);
        PluginLoadException error = Assert.Throws<PluginLoadException>(() => HostedPlugin.Load(path));
        File.Delete(path);
        Assert.Contains("it is made for Linux on ", error.Message, StringComparison.Ordinal);
        Assert.Contains("ARM64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_windows_library_is_known_by_its_head()
    {
        byte[] head = new byte[256];
        "MZ"u8.CopyTo(head);
        head[60] = 128;
        "PE\0\0"u8.CopyTo(head.AsSpan(128));
        (head[132], head[133]) = (0x64, 0x86);
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, head);
        string? mismatch = LibraryMachine.Mismatch(path);
        File.Delete(path);
        Assert.Equal(OperatingSystem.IsLinux(), mismatch?.Contains("Windows on x86-64", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Other_files_are_no_mismatch()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "MZ");
        Assert.Null(LibraryMachine.Mismatch(path));
        File.Delete(path);
    }
}
