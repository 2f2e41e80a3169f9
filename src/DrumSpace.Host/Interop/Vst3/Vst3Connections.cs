using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The connections between a component and its controller, one for each direction. Main thread.</summary>
internal sealed unsafe class Vst3Connections : IDisposable
{
    private readonly Vst3ConnectionPoint* _component;
    private readonly Vst3ConnectionPoint* _controller;
    private readonly Vst3Connection _toComponent;
    private readonly Vst3Connection _toController;

    /// <summary>Connects the two, if both can be connected.</summary>
    public Vst3Connections(Vst3Component* component, Vst3EditController* controller)
    {
        _component = Vst3Interfaces.Query<Vst3ConnectionPoint>(component, Vst3ConnectionPoint.Id);
        _controller = Vst3Interfaces.Query<Vst3ConnectionPoint>(controller, Vst3ConnectionPoint.Id);
        _toComponent = new Vst3Connection(_component);
        _toController = new Vst3Connection(_controller);
        if (IsPossible)
        {
            _component->Vtbl->Connect(_component, _toController.Pointer);
            _controller->Vtbl->Connect(_controller, _toComponent.Pointer);
        }
    }

    private bool IsPossible => _component != null && _controller != null;

    /// <summary>Disconnects the two.</summary>
    public void Dispose()
    {
        if (IsPossible)
        {
            _component->Vtbl->Disconnect(_component, _toController.Pointer);
            _controller->Vtbl->Disconnect(_controller, _toComponent.Pointer);
        }

        _toComponent.Cut();
        _toController.Cut();
        _toComponent.Dispose();
        _toController.Dispose();
        Vst3Interfaces.Release(_component);
        Vst3Interfaces.Release(_controller);
    }
}
