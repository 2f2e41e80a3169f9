using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>
/// A slot: a click plays it, or stores what plays where it is empty. Its menu stores anew and sets its bars in the chain.
/// </summary>
internal sealed class SlotTile : Widget
{
    private static readonly WidgetAction[] TileActions = [WidgetAction.Press, WidgetAction.Menu];

    private readonly IWidgetHost _host;
    private readonly int _slot;
    private readonly EditorParameter _slotParameter;
    private readonly EditorParameter _storeParameter;
    private readonly EditorParameter _barsParameter;
    private SlotPicture _picture;
    private (bool IsChosen, bool IsPlaying, float Bars) _seen;
    private string _bars = "";

    /// <summary>Makes a tile.</summary>
    /// <param name="host">The window.</param>
    /// <param name="slot">1 to 8.</param>
    public SlotTile(IWidgetHost host, int slot)
    {
        (_host, _slot) = (host, slot);
        IEditorParameters parameters = host.Model.Parameters;
        _slotParameter = parameters.Named("slot");
        _storeParameter = parameters.Named("store");
        _barsParameter = parameters.Named($"slot-{slot}-bars");
    }

    /// <inheritdoc/>
    public override string Name => $"Slot {_slot}";

    /// <inheritdoc/>
    public override string Role => "slot";

    /// <inheritdoc/>
    public override string Value => (_picture.IsFilled ? "filled" : "empty") + (_seen.IsChosen ? ", chosen" : "")
        + (_bars.Length > 0 ? $", {_bars}" : "");

    /// <inheritdoc/>
    public override string Range => "filled | empty";

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => TileActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        IEditorParameters parameters = _host.Model.Parameters;
        SlotPicture picture = _host.Model.Playing.Slot(_slot);
        bool isChosen = _slotParameter.StepOf(parameters[_slotParameter.Index]) == _slot;
        var seen = (isChosen, _host.Model.Playing.Position.Slot == _slot, parameters[_barsParameter.Index]);
        if (seen == _seen && picture.IsFilled == _picture.IsFilled && picture.Pattern == _picture.Pattern)
        {
            return false;
        }

        (_seen, _picture) = (seen, picture);
        int bars = _barsParameter.StepOf(seen.Item3);
        _bars = bars == 0 ? "" : bars == 1 ? "1 bar" : $"{bars} bars";
        return true;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        bool isOn = _seen.IsChosen || _seen.IsPlaying;
        painter.Ground(Bounds, state, isOn);
        painter.Text(Names[_slot - 1], Bounds.Left + 8, Bounds.Top + 10, isOn ? theme.Accent : theme.Text, TextStyle.Strong);
        painter.Text(_bars, Bounds.Right - 7, Bounds.Top + 10, theme.Quiet, TextStyle.Small, Align.Right);
        if (_picture.IsFilled)
        {
            SKRect place = new(Bounds.Left + 7, Bounds.Top + 19, Bounds.Right - 6, Bounds.Bottom - 4);
            PatternPicture.Paint(painter, _picture.Pattern, place, isOn ? theme.Accent : theme.Quiet, theme.Line);
        }
        else
        {
            painter.Text("store", Bounds.MidX, Bounds.Bottom - 14, theme.Quiet, TextStyle.Small, Align.Center);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Left)
        {
            Choose();
        }
        else if (hand.Button == PointerButton.Right)
        {
            OpenMenu();
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        int bars = _barsParameter.StepOf(_host.Model.Parameters[_barsParameter.Index]) + Math.Sign(notches);
        Set(_barsParameter, Math.Clamp(bars, 0, _barsParameter.StepCount - 1));
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Enter } or { Key: Key.Character, Character: ' ' }:
                Choose();
                return true;
            case { Key: Key.Menu }:
                OpenMenu();
                return true;
            default:
                return false;
        }
    }

    private static string[] Names { get; } = [.. Enumerable.Range(1, 8).Select(slot => $"{slot}")];

    // A second click on the slot that plays goes back to the knobs.
    private void Choose()
    {
        if (_picture.IsFilled)
        {
            Set(_slotParameter, _seen.IsChosen ? 0 : _slot);
        }
        else
        {
            Set(_storeParameter, _slot);
        }
    }

    private void OpenMenu()
    {
        List<MenuItem> items =
        [
            new MenuItem("Store what plays here", () => Set(_storeParameter, _slot)),
            new MenuItem("Play the knobs", () => Set(_slotParameter, 0)),
        ];
        foreach (int bars in (int[])[0, 1, 2, 4, 8, 16])
        {
            string text = bars == 0 ? "Leave out of the chain" : $"{bars} {(bars == 1 ? "bar" : "bars")} in the chain";
            items.Add(new MenuItem(text, () => Set(_barsParameter, bars), bars == _barsParameter.StepOf(_seen.Bars)));
        }

        _host.Open(new Menu(_host, Name, Bounds, items));
    }

    private void Set(EditorParameter parameter, int step)
    {
        IEditorParameters parameters = _host.Model.Parameters;
        parameters.Begin(parameter.Index);
        parameters.Set(parameter.Index, parameter.AtStep(step));
        parameters.End(parameter.Index);
        _host.Invalidate(this);
    }
}
