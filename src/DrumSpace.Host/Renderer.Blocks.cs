using System.Diagnostics;

namespace DrumSpace.Host;

/// <summary>One block.</summary>
public sealed partial class Renderer
{
    // Sleeping ends late by up to about a millisecond: the rest of the wait spins.
    private const double SpinSeconds = 0.0015;

    private static readonly byte[] StopControllers = [64, 121, 123];

    private void RenderBlock(long most)
    {
        int wanted = _habits.BlockLengths.Count == 0 ? Options.BlockSize : _habits.BlockLengths[_lengthIndex++ % _habits.BlockLengths.Count];
        int frames = Transport.BeginBlock((int)Math.Min(wanted, most));
        if (Options.Pacing == ProcessPacing.RealTime)
        {
            WaitForBlock();
        }

        NoteTempo();
        Automate();
        QueueMidiIn(frames);
        long start = Stopwatch.GetTimestamp();
        Plugin.Process(frames);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        _timings.Add((long)took.TotalNanoseconds);
        if (took.TotalSeconds > frames / Transport.SampleRate)
        {
            Overruns++;
        }

        Collect(frames);
        Transport.EndBlock(frames);
        Options.BlockRendered?.Invoke(this);
    }

    private void Collect(int frames)
    {
        foreach (ShortMessage message in Plugin.Emitted)
        {
            if (message.Frame < 0 || message.Frame >= frames)
            {
                MisplacedMessages++;
            }

            _messages.Add(new RenderedMessage(
                Frame + message.Frame,
                Transport.PpqAt(message.Frame),
                Transport.QuartersAt(message.Frame) - _origin,
                Transport.IsPlaying,
                message));
        }

        for (int channel = 0; channel < _audio.Length; channel++)
        {
            Plugin.Output(channel)[..frames].CopyTo(_audio[channel].AsSpan((int)Frame));
        }
    }

    private void NoteTempo()
    {
        double tempo = Transport.Tempo.TempoAt(Transport.Ppq);
        if (_tempos.Count == 0 || _tempos[^1].Bpm != tempo)
        {
            _tempos.Add(new TempoPoint(Quarters, tempo));
        }
    }

    private void Automate()
    {
        double quarters = Quarters;
        for (int i = 0; i < _automation.Length; i++)
        {
            float value = _automation[i].Curve.ValueAt(quarters);
            if (value == _lastValues[i])
            {
                continue;
            }

            _lastValues[i] = value;
            if (_parameterThread != null)
            {
                _parameterThread.Set(i, value);
            }
            else
            {
                _automation[i].Parameter.Value = value;
            }
        }
    }

    private void QueueMidiIn(int frames)
    {
        for (; _nextMidiIn < Options.MidiIn.Count; _nextMidiIn++)
        {
            SongMessage message = Options.MidiIn[_nextMidiIn];
            if (!Transport.IsPlaying || Transport.QuartersAt(frames - 1) - _origin < message.Quarters - 1e-9)
            {
                return;
            }

            Plugin.QueueMidi(new ShortMessage(OffsetOf(message.Quarters, frames), message.Status, message.Data1, message.Data2));
        }
    }

    /// <summary>The block's first frame at or behind a time.</summary>
    private int OffsetOf(double quarters, int frames)
    {
        (int low, int high) = (0, frames - 1);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Transport.QuartersAt(middle) - _origin < quarters - 1e-9)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void QueueControllers()
    {
        for (int channel = 0; channel < 16; channel++)
        {
            foreach (byte controller in StopControllers)
            {
                Plugin.QueueMidi(new ShortMessage(0, (byte)(0xB0 | channel), controller, 0));
            }
        }
    }

    private void WaitForBlock()
    {
        double due = Frame / Transport.SampleRate;
        double left = due - Stopwatch.GetElapsedTime(_clockStart).TotalSeconds;
        if (left > SpinSeconds)
        {
            Thread.Sleep(TimeSpan.FromSeconds(left - SpinSeconds));
        }

        SpinWait spin = default;
        while (Stopwatch.GetElapsedTime(_clockStart).TotalSeconds < due)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
