using DrumSpace.Editor.X11.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>
/// The pixel format of our windows: 32 bits a pixel, blue first, which is what the painter draws. It is named when the window is made,
/// because a parent of another depth makes "the same as the parent" an error.
/// </summary>
/// <param name="Id">The visual's number.</param>
/// <param name="Depth">24, or 32 where the screen has no other.</param>
/// <param name="Colormap">The screen's colormap if that fits the visual; 0 if one must be made.</param>
internal readonly record struct X11Visual(uint Id, byte Depth, uint Colormap)
{
    private const byte TrueColor = 4;

    /// <summary>Chooses the screen's own visual if it fits, else any that does.</summary>
    /// <exception cref="WindowSystemException">The screen has no colours of 8 bits.</exception>
    public static unsafe X11Visual Choose(ScreenInfo* screen)
    {
        X11Visual? chosen = null;
        DepthInfo* depth = (DepthInfo*)(screen + 1);
        for (int i = 0; i < screen->DepthCount; i++)
        {
            VisualInfo* visuals = (VisualInfo*)(depth + 1);
            for (int j = 0; j < depth->VisualCount; j++)
            {
                VisualInfo visual = visuals[j];
                if (depth->Depth is not (24 or 32) || visual.Class != TrueColor || visual.RedMask != 0xff0000 || visual.BlueMask != 0xff)
                {
                    continue;
                }

                if (visual.Id == screen->RootVisual)
                {
                    return new X11Visual(visual.Id, depth->Depth, screen->Colormap);
                }

                if (chosen == null || depth->Depth < chosen.Value.Depth)
                {
                    chosen = new X11Visual(visual.Id, depth->Depth, 0);
                }
            }

            depth = (DepthInfo*)(visuals + depth->VisualCount);
        }

        return chosen ?? throw new WindowSystemException("The X server's screen has no true colours of 8 bits each.");
    }
}
