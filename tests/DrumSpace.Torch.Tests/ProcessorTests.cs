using System.Diagnostics;

namespace DrumSpace.Torch.Tests;

/// <summary>The golden values hold on processors that lack what this one has: the runtime is told so in a process of its own.</summary>
public class ProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task Operators_and_modules_hold_without_the_wide_vectors(string without)
    {
        string program = "DrumSpace.Torch.Tests" + (OperatingSystem.IsWindows() ? ".exe" : "");
        IEnumerable<Type> classes = [typeof(OperatorTests), typeof(GemmTests), typeof(ModuleTests)];
        ProcessStartInfo start = new(
            Path.Combine(AppContext.BaseDirectory, program), classes.SelectMany(static type => new[] { "-class", type.FullName! }))
        {
            RedirectStandardOutput = true,
        };
        start.Environment[without] = "0";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Failed: 0", output, StringComparison.Ordinal);
    }
}
