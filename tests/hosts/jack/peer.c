/* A JACK client as the peer of `drumspace host`: peer NAME FILE. Connects its MIDI ports to those of NAME, and records the MIDI that it
 * receives and the transport. Commands, a line each: roll, stop, locate FRAME, time BPM (gives the transport this tempo, in 3/4), clock BPM
 * JITTER_MS DROP_PERCENT IDLE_TICKS (MIDI clock, with a start after so many ticks), stall MS (a late callback), wait MS. At the end of its
 * input it writes FILE: "midi FRAME TRANSPORT_FRAME ROLLING BYTES", "tick FRAME" for the clock without jitter, "time BPM BEATS_PER_BAR" and
 * "xruns N". */
#include <jack/jack.h>
#include <jack/midiport.h>
#include <math.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 1 << 18 };
typedef struct { uint32_t frame, song, rolling, size; uint8_t bytes[4]; } Record;

static jack_client_t *client;
static jack_port_t *in, *out;
static Record records[MOST];
static uint32_t ticks[MOST];
static int record_count, tick_count, xruns, idle_ticks;
static double bpm, told_bpm, told_beats, jitter, drop, next_tick, last_tick;
static atomic_int clock_on, stall_ms;

static int process(jack_nframes_t frames, void *unused)
{
    jack_position_t at;
    int rolling = jack_transport_query(client, &at) == JackTransportRolling;
    /* Counted by blocks: after an xrun JACK's own count jumps, which no client's samples do. */
    static uint32_t passed;
    uint32_t now = passed += frames;
    if (at.valid & JackPositionBBT) { told_bpm = at.beats_per_minute; told_beats = at.beats_per_bar; }
    void *buffer = jack_port_get_buffer(in, frames);
    for (uint32_t i = 0; i < jack_midi_get_event_count(buffer) && record_count < MOST; i++) {
        jack_midi_event_t one;
        jack_midi_event_get(&one, buffer, i);
        Record *r = &records[record_count++];
        *r = (Record){ now + one.time, at.frame + (rolling ? one.time : 0), rolling, one.size > 3 ? 3 : one.size, { 0 } };
        memcpy(r->bytes, one.buffer, r->size);
    }
    buffer = jack_port_get_buffer(out, frames);
    jack_midi_clear_buffer(buffer);
    while (atomic_load(&clock_on)) {
        if (next_tick == 0) next_tick = now + frames;
        /* The time of a tick is drawn once, and never before that of the one before. */
        static double due;
        if (due == 0) due = fmax(last_tick, next_tick + drand48() * jitter);
        if (due >= now + frames || tick_count == MOST) break;
        uint32_t frame = due < now ? 0 : (uint32_t)(due - now);
        if (tick_count == idle_ticks) jack_midi_event_write(buffer, frame, (const uint8_t *)"\xFA", 1);
        if (tick_count < 48 || tick_count == idle_ticks || drand48() >= drop) jack_midi_event_write(buffer, frame, (const uint8_t *)"\xF8", 1);
        ticks[tick_count++] = (uint32_t)lround(next_tick);
        last_tick = due;
        next_tick += 60.0 * jack_get_sample_rate(client) / bpm / 24;
        due = 0;
    }
    int ms = atomic_exchange(&stall_ms, 0);
    if (ms) usleep(ms * 1000);
    return 0;
}

static int count(void *unused) { xruns++; return 0; }

static void tell(jack_transport_state_t state, jack_nframes_t frames, jack_position_t *at, int is_new, void *unused)
{
    double beats = at->frame * bpm / 60 / at->frame_rate;
    at->valid = JackPositionBBT;
    at->beats_per_bar = 3; at->beat_type = 4; at->ticks_per_beat = 1920; at->beats_per_minute = bpm;
    at->bar = (int)(beats / 3) + 1;
    at->beat = (int)fmod(beats, 3) + 1;
    at->tick = (int)((beats - floor(beats)) * 1920);
    at->bar_start_tick = (at->bar - 1) * 3 * 1920.0;
}

int main(int count_of_arguments, char **arguments)
{
    char line[128], other[128];
    if (count_of_arguments < 3 || !(client = jack_client_open("peer", JackNoStartServer, NULL))) return 1;
    in = jack_port_register(client, "in", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
    out = jack_port_register(client, "out", JACK_DEFAULT_MIDI_TYPE, JackPortIsOutput, 0);
    jack_set_process_callback(client, process, NULL);
    jack_set_xrun_callback(client, count, NULL);
    if (jack_activate(client)) return 1;
    snprintf(other, sizeof other, "%s:midi_out", arguments[1]);
    snprintf(line, sizeof line, "%s:midi_in", arguments[1]);
    for (int i = 0; jack_connect(client, other, jack_port_name(in)) || jack_connect(client, jack_port_name(out), line); i++) {
        if (i == 300) { fprintf(stderr, "no client %s\n", arguments[1]); return 1; }
        jack_port_disconnect(client, in);
        usleep(100000);
    }
    puts("connected");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        double a = 0, b = 0, c = 0, d = 0;
        sscanf(line, "%*s %lf %lf %lf %lf", &a, &b, &c, &d);
        if (!strncmp(line, "roll", 4)) jack_transport_start(client);
        else if (!strncmp(line, "stop", 4)) jack_transport_stop(client);
        else if (!strncmp(line, "locate", 6)) jack_transport_locate(client, (jack_nframes_t)a);
        else if (!strncmp(line, "time", 4)) { bpm = a; jack_set_timebase_callback(client, 0, tell, NULL); }
        else if (!strncmp(line, "stall", 5)) atomic_store(&stall_ms, (int)a);
        else if (!strncmp(line, "wait", 4)) usleep((int)(a * 1000));
        else if (!strncmp(line, "clock", 5)) {
            bpm = a; jitter = b / 1000 * jack_get_sample_rate(client); drop = c / 100; idle_ticks = (int)d;
            atomic_store(&clock_on, 1);
        }
    }
    jack_deactivate(client);
    FILE *file = fopen(arguments[2], "w");
    for (int i = 0; i < record_count; i++) {
        Record *r = &records[i];
        fprintf(file, "midi %u %u %u", r->frame, r->song, r->rolling);
        for (uint32_t b = 0; b < r->size; b++) fprintf(file, " %d", r->bytes[b]);
        fputc('\n', file);
    }
    for (int i = 0; i < tick_count; i++) fprintf(file, "tick %u\n", ticks[i]);
    fprintf(file, "time %g %g\nxruns %d\n", told_bpm, told_beats, xruns);
    fclose(file);
    jack_client_close(client);
    return 0;
}
