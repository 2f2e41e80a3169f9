using System.Globalization;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Windows;

/// <summary>A host that writes down what it is told.</summary>
internal sealed class RecordingHost : IEditorHost
{
    public List<string> Lines { get; } = [];

    public bool AgreesToSizes { get; set; } = true;

    public void BeginEdit(int index) => Lines.Add($"begin {index}");

    public void Edit(int index, float value) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"edit {index} {value}"));

    public void EndEdit(int index) => Lines.Add($"end {index}");

    public bool RequestSize(PixelSize size)
    {
        Lines.Add($"size {size.Width}x{size.Height}");
        return AgreesToSizes;
    }
}
