/* A VST2 plugin that records how its host calls it, and faulty ones that a host must refuse; a macro chooses one. */
#include "vst2.h"

#ifdef NO_ENTRY
int nothing(void) { return 0; }
#else

typedef struct {
    float values[2];
    char chunk[1024];
    char log[1024];      /* the last process call, for the vendor-specific call */
    int resumes, suspends, processed, received, mask;
    uint8_t last[3];
} State;

static HostCall host;

static void replace(Effect *e, float **in, float **out, int32_t frames)
{
    State *s = e->object;
    const Time *t = (const Time *)host(e, GET_TIME, 0, s->mask ? s->mask : 0xFF00, NULL, 0);
    int level = (int)host(e, LEVEL, 0, 0, NULL, 0);
    for (int i = 0; i < frames; i++)
        out[0][i] = out[1][i] = s->values[0];
    Midi on = { 1, sizeof on, 0, 0, 0, 0, { 0x99, 36, 100, 0 }, { 0 } };
    Midi off = { 1, sizeof off, frames - 1, 0, 0, 0, { 0x89, 36, 0, 0 }, { 0 } };
    Events list = { 2, 0, { &on, &off } };
    int answer = (int)host(e, EVENTS, 0, 0, &list, 0);
    s->processed++;
    if (t)
        snprintf(s->log, sizeof s->log, "frames=%d level=%d answer=%d flags=%x pos=%.17g rate=%g ppq=%.17g tempo=%.17g bar=%g cycle=%g..%g"
            " sig=%d/%d clock=%d", frames, level, answer, t->flags, t->samplePos, t->sampleRate, t->ppq, t->tempo, t->barStart,
            t->cycleStart, t->cycleEnd, t->numerator, t->denominator, t->toClock);
    else
        snprintf(s->log, sizeof s->log, "frames=%d level=%d answer=%d no time", frames, level, answer);
}

static void set(Effect *e, int32_t index, float value) { ((State *)e->object)->values[index & 1] = value; }
static float get(Effect *e, int32_t index) { return ((State *)e->object)->values[index & 1]; }

static intptr_t dispatch(Effect *e, int32_t opcode, int32_t index, intptr_t value, void *ptr, float opt)
{
    State *s = e->object;
    switch (opcode) {
    case 1: free(s); free(e); return 1;
    case 6: strcpy(ptr, "%"); return 1;
    case 7: snprintf(ptr, 64, "%.0f", 100 * s->values[index & 1]); return 1;
    case 8: strcpy(ptr, index ? "Other" : "Level"); return 1;
#ifdef WINDOW
    case 13: {
        static int16_t rectangle[4] = { 0, 0, 200, 300 };
        *(void **)ptr = rectangle;
        return 1;
    }
    case 14: return (intptr_t)ptr == 7;
    case 15: s->suspends++; return 1;
    case 19:
        host(e, BEGIN, 1, 0, NULL, 0); host(e, AUTOMATE, 1, 0, NULL, 0.25f); host(e, END, 1, 0, NULL, 0);
        host(e, 15, 600, 400, NULL, 0);
        return 1;
#endif
    case 12: if (value) s->resumes++; else s->suspends++; return 0;
    case 23:
        *(void **)ptr = s->chunk;
        return snprintf(s->chunk, sizeof s->chunk, "%.9g %.9g", s->values[0], s->values[1]);
    case 24: return sscanf(ptr, "%f %f", &s->values[0], &s->values[1]) == 2;
    case 25: {
        Events *list = ptr;
        for (int i = 0; i < list->count; i++) { s->received++; memcpy(s->last, list->events[i]->data, 3); }
        return 1;
    }
    case 27: return ptr && sscanf(ptr, "%f", &opt) == 1 ? (s->values[index & 1] = opt / 100, 1) : 0;
    case 45: strcpy(ptr, "Probe"); return 1;
    case 47: strcpy(ptr, "Nobody"); return 1;
    case 50:
        switch (index) {
        case 0: memcpy(ptr, s->log, sizeof s->log); return 1;
        case 1:
            snprintf(ptr, 1024, "resumes=%d suspends=%d processed=%d received=%d last=%02x%02x%02x", s->resumes, s->suspends,
                s->processed, s->received, s->last[0], s->last[1], s->last[2]);
            return 1;
        case 2: s->mask = (int)value; return 1;
        case 3: host(e, BEGIN, 1, 0, NULL, 0); host(e, AUTOMATE, 1, 0, NULL, 0.25f); host(e, END, 1, 0, NULL, 0); return 1;
        case 4: return host(e, CAN_DO, 0, 0, ptr, 0);
        case 5: e->outputs = (int32_t)value; return 1;
        }
        return 0;
    case 51: return strcmp(ptr, "sendVstMidiEvent") == 0 ? 1 : strcmp(ptr, "bypass") == 0 ? -1 : 0;
    case 58: return 2400;
    }
    return 0;
}

#ifdef OLD_ENTRY
Effect *entry(HostCall call) __asm__("main");
#else
#define entry VSTPluginMain
#endif

Effect *entry(HostCall call)
{
    host = call;
#ifdef NULL_EFFECT
    return NULL;
#endif
    /* Real plugins ask for the version before there is an effect. */
    if (call(NULL, VERSION, 0, 0, NULL, 0) != 2400)
        return NULL;
    Effect *e = calloc(1, sizeof *e);
    e->magic = 0x56737450;
#ifdef WRONG_MAGIC
    e->magic = 0x12345678;
#endif
    e->dispatch = dispatch; e->set = set; e->get = get; e->replace = replace;
#ifdef NO_PROCESS
    e->replace = NULL;
#endif
    e->parameters = 2; e->outputs = 2; e->flags = 0x130; e->id = 0x50726f62; e->version = 7; e->ratio = 1;
#ifdef WINDOW
    e->flags |= 1;
#endif
#ifdef NEGATIVE
    e->parameters = -1;
#endif
    e->object = calloc(1, sizeof(State));
    call(e, WANT_MIDI, 0, 1, NULL, 0);
    return e;
}
#endif
