namespace DrumSpace.Editor.Model;

/// <summary>Finds parameters.</summary>
public static class EditorParameterList
{
    /// <summary>The parameter of an id.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">No parameter has this id.</exception>
    public static EditorParameter Named(this IEditorParameters parameters, string id) =>
        parameters.All.FirstOrDefault(parameter => parameter.Id == id)
            ?? throw new ArgumentException($"No parameter has the id \"{id}\".", nameof(id));
}
