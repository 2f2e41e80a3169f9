using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The slots that remember beats, and the chain that plays them in turn.</summary>
internal sealed class SlotPanel : Panel
{
    private const int SlotCount = 8;
    private const float TileWidth = 64;

    /// <summary>Makes the panel.</summary>
    public SlotPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        for (int slot = 1; slot <= SlotCount; slot++)
        {
            Add(new SlotTile(host, slot)
            {
                Hint = "Click: play, or store what plays. Right click: store, bars in the chain.",
            }, 10 + ((slot - 1) * (TileWidth + 3)), 8, TileWidth, 54);
        }

        Add(new Switch(host, "chain", "Chain") { Hint = "The slots follow each other, each for its bars." }, 552, 8, 122, 24);
        Add(new Dropdown(host, "morph", "Morph") { Prefix = "morph ", Hint = "How many beats the way to another slot takes." },
            552, 38, 122, 24);
    }
}
