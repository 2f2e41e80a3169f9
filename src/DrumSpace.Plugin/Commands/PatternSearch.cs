using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Plugin.Commands;

/// <summary>
/// Searches the chosen model, which is loaded first; the status tells why nothing was found. Any thread but the audio thread.
/// </summary>
internal sealed class PatternSearch(ParameterStore parameters, InstanceModels models, StatusLine status)
{
    /// <summary>Searches the model.</summary>
    /// <param name="search">The search.</param>
    /// <returns>What was found; the default value where the model cannot be searched.</returns>
    public T? Run<T>(Func<ModelBundle, T?> search)
    {
        try
        {
            if (models.Load(parameters.Get(ParameterTable.Model)) is { } model)
            {
                return search(model);
            }

            status.Notify("No pattern was found, because there is no model.");
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException or OnnxRuntimeException)
        {
            status.Notify($"No pattern was found: {e.Message}");
        }

        return default;
    }

    /// <summary>Searches for the pattern of a clip.</summary>
    /// <param name="read">Reads the clip.</param>
    /// <param name="search">The search.</param>
    /// <returns>What was found; the default value where the clip is bad.</returns>
    public T? OfClip<T>(Func<Pattern> read, Func<Pattern, T?> search)
    {
        Pattern pattern;
        try
        {
            pattern = read();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            status.Notify($"No pattern was found: {e.Message}");
            return default;
        }

        return search(pattern);
    }
}
