/* VST2 plugins for the live engine: one that plays a note on every 16th of the host's time, the same without note-offs, one that sounds
 * while it holds notes, and one that crashes when it is loaded; a macro chooses one. */
#include "vst2.h"
#include <math.h>

typedef struct { long next; int sounding, held; } State;

static HostCall host;

#ifdef LIVE_SYNTH
static void replace(Effect *e, float **in, float **out, int32_t frames)
{
    State *s = e->object;
    for (int i = 0; i < frames; i++)
        out[0][i] = out[1][i] = s->held > 0 ? 0.25f : 0;
}

static void take(State *s, const uint8_t *data)
{
    if ((data[0] & 0xF0) == 0x90 && data[2]) s->held++;
    else if ((data[0] & 0xF0) == 0x80 || (data[0] & 0xF0) == 0x90) s->held--;
}
#else
static void play(Effect *e, int status, int note, int frame)
{
    Midi one = { 1, sizeof one, frame, 0, 0, 0, { status, note, 100, 0 }, { 0 } };
    Events list = { 1, 0, { &one } };
    host(e, EVENTS, 0, 0, &list, 0);
}

static void end(Effect *e, State *s, int frame)
{
#ifndef LIVE_HANGS
    if (s->sounding) play(e, 0x89, s->sounding, frame);
#endif
    s->sounding = 0;
}

static void replace(Effect *e, float **in, float **out, int32_t frames)
{
    State *s = e->object;
    const Time *t = (const Time *)host(e, GET_TIME, 0, 0xFF00, NULL, 0);
    memset(out[0], 0, frames * sizeof(float));
    memset(out[1], 0, frames * sizeof(float));
    if (!t || !(t->flags & 2)) { end(e, s, 0); return; }
    double quarter = 60 * t->sampleRate / t->tempo;
    if (t->flags & 1) s->next = (long)ceil((t->ppq - 1 / quarter) * 4);
    for (;; s->next++) {
        long frame = lround((s->next / 4.0 - t->ppq) * quarter);
        if (frame >= frames) break;
        if (frame < 0) frame = 0;
        end(e, s, (int)frame);
        s->sounding = 36 + (int)(s->next & 15);
        play(e, 0x99, s->sounding, (int)frame);
    }
}
#endif

static void set(Effect *e, int32_t index, float value) {}
static float get(Effect *e, int32_t index) { return 0; }

static intptr_t dispatch(Effect *e, int32_t opcode, int32_t index, intptr_t value, void *ptr, float opt)
{
    switch (opcode) {
    case 1: free(e->object); free(e); return 1;
    case 45: strcpy(ptr, "Live"); return 1;
    case 58: return 2400;
#ifdef LIVE_SYNTH
    case 25: {
        Events *list = ptr;
        for (int i = 0; i < list->count; i++) take(e->object, list->events[i]->data);
        return 1;
    }
#else
    case 51: return strcmp(ptr, "sendVstMidiEvent") == 0;
#endif
    }
    return 0;
}

Effect *VSTPluginMain(HostCall call)
{
#ifdef LIVE_CRASHES
    *(volatile int *)16 = 1;
#endif
    host = call;
    Effect *e = calloc(1, sizeof *e);
    e->magic = 0x56737450;
    e->dispatch = dispatch; e->set = set; e->get = get; e->replace = replace;
    e->outputs = 2; e->flags = 0x110; e->id = 0x4c697665; e->version = 1; e->ratio = 1;
    e->object = calloc(1, sizeof(State));
    return e;
}
