namespace DrumSpace.Editor.Model;

/// <summary>The programs of an instance.</summary>
public interface IEditorPrograms
{
    /// <summary>All programs, each at its number. Another object whenever one of them changed.</summary>
    IReadOnlyList<EditorProgram> All { get; }

    /// <summary>The number of the current program.</summary>
    int Current { get; }

    /// <summary>Makes a program current.</summary>
    void Select(int number);

    /// <summary>Stars a program, or takes its star.</summary>
    void SetStar(int number, bool isStarred);

    /// <summary>Saves what plays as a preset of the user's. The status tells where, or why not.</summary>
    /// <param name="name">Its name.</param>
    void Save(string name);
}
