using System.Text;
using DrumSpace.Host;
using DrumSpace.Midi;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>The pattern as it was last played: a column is replaced when its step is played again.</summary>
internal sealed class PatternPicture
{
    private const double StepQuarters = 0.25;
    private static readonly double PatternQuarters = Pattern.StepCount * StepQuarters;

    private readonly ushort[] _masks = new ushort[Pattern.StepCount];
    private readonly int[] _velocities = new int[Pattern.CellCount];
    private long _lastStep = -1;

    /// <summary>The last step played, 0 to 31; -1 before the first.</summary>
    public int Step => _lastStep < 0 ? -1 : (int)(_lastStep % Pattern.StepCount);

    /// <summary>The notes of the last two bars.</summary>
    public Pattern Pattern => new(_masks);

    /// <summary>The step of the pattern at a position.</summary>
    /// <param name="ppq">In quarters.</param>
    public static int StepOf(double ppq) =>
        (int)(((long)Math.Round(ppq / StepQuarters) % Pattern.StepCount + Pattern.StepCount) % Pattern.StepCount);

    /// <summary>The voice of a note-on of the drums.</summary>
    /// <returns>False for other messages.</returns>
    public static bool TryDrum(in ShortMessage message, out Voice voice)
    {
        voice = default;
        return message.IsNoteOn && message.Channel == MidiChannel.Drums && Kit.GeneralMidi.TryFold(message.Data1, out voice);
    }

    /// <summary>The pattern of a rendering of two bars.</summary>
    public static Pattern PatternOf(Rendering rendering)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        foreach (RenderedMessage note in rendering.Messages)
        {
            if (note.IsPlaying && note.Ppq < PatternQuarters - StepQuarters / 2 && TryDrum(note.Message, out Voice voice))
            {
                masks[StepOf(note.Ppq)] |= (ushort)(1 << (int)voice);
            }
        }

        return new Pattern(masks);
    }

    /// <summary>Moves the playhead and clears the columns that it passes.</summary>
    /// <returns>Whether it reached another step.</returns>
    public bool Advance(double ppq)
    {
        long step = (long)Math.Floor(ppq / StepQuarters);
        bool moved = step > _lastStep;
        for (; _lastStep < step; _lastStep++)
        {
            _masks[(_lastStep + 1) % Pattern.StepCount] = 0;
        }

        return moved;
    }

    /// <summary>Moves the playhead to another place of the song; the columns stay, but for the one there.</summary>
    public void JumpTo(double ppq)
    {
        _lastStep = (long)Math.Floor(ppq / StepQuarters) - 1;
        Advance(ppq);
    }

    /// <summary>Adds a note at its step.</summary>
    public void Add(in RenderedMessage note)
    {
        if (TryDrum(note.Message, out Voice voice))
        {
            int step = StepOf(note.Ppq);
            _masks[step] |= (ushort)(1 << (int)voice);
            _velocities[step * Pattern.VoiceCount + (int)voice] = note.Message.Data2;
        }
    }

    /// <summary>The rows, the bass drum last: name and 32 cells, with a blank between quarters.</summary>
    public IEnumerable<(string Name, string Cells)> Rows()
    {
        for (int voice = Pattern.VoiceCount - 1; voice >= 0; voice--)
        {
            StringBuilder cells = new();
            for (int step = 0; step < Pattern.StepCount; step++)
            {
                if (step > 0 && step % 4 == 0)
                {
                    cells.Append(step == Pattern.StepCount / 2 ? " | " : " ");
                }

                cells.Append(Cell(step, voice));
            }

            yield return (Kit.NameOf((Voice)voice), cells.ToString());
        }
    }

    private char Cell(int step, int voice) =>
        (_masks[step] >> voice & 1) == 0
            ? '·'
            : _velocities[step * Pattern.VoiceCount + voice] >= 64 ? '█' : '▒';
}
