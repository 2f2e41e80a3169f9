using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>Stores what plays in a slot.</summary>
internal sealed class StoreSlotCommand(ParameterStore parameters, PlaybackEngine engine, HistoryCommand history) : PluginCommand
{
    /// <inheritdoc/>
    public override void Apply()
    {
        int slot = parameters.Get(ParameterTable.Store);
        if (slot > 0)
        {
            parameters[ParameterTable.Store] = 0;
            engine.StoreSlot(slot);
            history.NotifyMove();
        }
    }
}
