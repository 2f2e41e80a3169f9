/* A VST3 plugin that records how its host calls it, and faulty ones; a macro chooses one. Records are the thread's own, as
 * tests load one library on several threads. */
#include "vst3.h"

/* A component, a controller, or both in one. */
typedef struct Object {
    Face component, processor, controller, point, mapping, units;
    int kind, references;
    double values[4];
    void *host, *peer, *handler;
} Object;
enum { IS_COMPONENT = 1, IS_CONTROLLER = 2 };
enum { LEVEL = 7, PROGRAM = 8, METER = 9, WHEEL = 1007 };
static const uint32_t ids[4] = { LEVEL, PROGRAM, METER, WHEEL };

static _Thread_local char calls[16384], block[4096];
static _Thread_local void *kept;
static Object *of(void *face) { return ((Face *)face)->object; }

static void append(char *text, size_t size, const char *line)
{
    size_t length = strlen(text);
    snprintf(text + length, size - length, "%s%s", length ? "\n" : "", line);
}

static void say(const void *face, const char *what)
{
    char line[256];
    const Object *o = ((const Face *)face)->object;
    snprintf(line, sizeof line, "%s%s", o->kind == IS_CONTROLLER ? "controller " : "", what);
    append(calls, sizeof calls, line);
}

static void widen(const char *from, uint16_t *to) { do *to++ = (uint8_t)*from; while (*from++); }
static int number_of(uint32_t id) { for (int i = 0; i < 4; i++) if (ids[i] == id) return i; return 0; }

static int32_t query(void *face, const Id id, void **result)
{
    Object *o = of(face);
    Face *found = NULL;
    if (o->kind & IS_COMPONENT && (!memcmp(id, COMPONENT, 16) || !memcmp(id, UNKNOWN, 16))) found = &o->component;
#ifndef VST3_NO_PROCESSOR
    if (o->kind & IS_COMPONENT && !memcmp(id, PROCESSOR, 16)) found = &o->processor;
#endif
    if (o->kind & IS_CONTROLLER && !memcmp(id, CONTROLLER, 16)) found = &o->controller;
    if (o->kind & IS_CONTROLLER && !memcmp(id, MAPPING, 16)) found = &o->mapping;
    if (o->kind & IS_CONTROLLER && !memcmp(id, UNITS, 16)) found = &o->units;
    if (!memcmp(id, POINT, 16)) found = &o->point;
    *result = found;
    if (!found) return -1;
    o->references++;
    return 0;
}

static uint32_t add_ref(void *face) { return (uint32_t)++of(face)->references; }
static uint32_t release(void *face)
{
    Object *o = of(face);
    if (--o->references > 0) return (uint32_t)o->references;
    say(face, "freed");
    free(o);
    return 0;
}

static int32_t initialize(void *face, void *host)
{
    Object *o = of(face);
    say(face, "initialize");
#ifdef VST3_REFUSES_INIT
    return 1;
#endif
#ifdef VST3_REFUSES_CONTROLLER
    if (o->kind == IS_CONTROLLER) return 1;
#endif
    return QUERY(host, APPLICATION, &o->host);
}

static int32_t terminate(void *face)
{
    say(face, "terminate");
    RELEASE(of(face)->host);
    return 0;
}

/* The component. */
static int32_t controller_class(void *face, uint8_t *id)
{
#ifdef VST3_NO_CONTROLLER
    return 1;
#else
    memcpy(id, CONTROLLER_CLASS, 16);
    return 0;
#endif
}
static int32_t io_mode(void *face, int32_t mode) { return 3; }
static int32_t bus_count(void *face, int32_t media, int32_t direction)
{
#ifdef VST3_NEGATIVE
    return -1;
#else
    return 1;
#endif
}
static int32_t bus_info(void *face, int32_t media, int32_t direction, int32_t index, BusInfo *info)
{
    memset(info, 0, sizeof *info);
    info->media = media;
    info->direction = direction;
    info->channels = media ? 16 : direction ? 2 : 1;
    return 0;
}
static int32_t routing(void *face, void *in, void *out) { return 3; }
static int32_t activate_bus(void *face, int32_t media, int32_t direction, int32_t index, uint8_t on)
{
    char line[64];
    snprintf(line, sizeof line, "bus %s %s %d %s", media ? "event" : "audio", direction ? "out" : "in", index, on ? "on" : "off");
    say(face, line);
    return 0;
}
static int32_t set_active(void *face, uint8_t on) { say(face, on ? "active" : "inactive"); return 0; }

static int32_t read_values(Object *o, void *stream)
{
    char text[64] = { 0 };
    int32_t count = 0;
    CALL(stream, 3, int32_t, void *, int32_t, int32_t *)(stream, text, sizeof text - 1, &count);
    return sscanf(text, "level %lf program %lf", &o->values[0], &o->values[1]) == 2 ? 0 : 1;
}
static int32_t set_state(void *face, void *stream) { say(face, "set state"); return read_values(of(face), stream); }
static int32_t get_state(void *face, void *stream)
{
    char text[64];
    int64_t position = -1;
    int32_t written = 0;
    say(face, "get state");
    snprintf(text, sizeof text, "XXXXX %g program %g", of(face)->values[0], of(face)->values[1]);
    int32_t size = (int32_t)strlen(text);
    /* The first word is written later, as real plugins write lengths. */
    if (CALL(stream, 4, int32_t, void *, int32_t, int32_t *)(stream, text, size, &written) || written != size) return 4;
    if (CALL(stream, 6, int32_t, int64_t *)(stream, &position) || position != size) return 4;
    if (CALL(stream, 5, int32_t, int64_t, int32_t, int64_t *)(stream, -position, 1, &position) || position != 0) return 4;
    return CALL(stream, 4, int32_t, void *, int32_t, int32_t *)(stream, "level", 5, NULL);
}

/* The processor. */
static int32_t set_arrangements(void *face, uint64_t *in, int32_t ins, uint64_t *out, int32_t outs)
{
    char line[64];
    snprintf(line, sizeof line, "arrange %d:%llx %d:%llx", ins, (unsigned long long)in[0], outs, (unsigned long long)out[0]);
    say(face, line);
    return 0;
}
static int32_t get_arrangement(void *face, int32_t direction, int32_t index, uint64_t *speakers)
{
    *speakers = direction ? 3 : 1 << 19;
    return 0;
}
static int32_t can_process(void *face, int32_t size)
{
#ifdef VST3_ONLY_DOUBLES
    return size == 1 ? 0 : 1;
#else
    return size == 0 ? 0 : 1;
#endif
}
static uint32_t latency(void *face) { return 32; }
static int32_t setup(void *face, Setup *s)
{
    char line[64];
    snprintf(line, sizeof line, "setup %d %d %d %g", s->mode, s->size, s->longest, s->rate);
    say(face, line);
#ifdef VST3_REFUSES_SETUP
    return 1;
#else
    return 0;
#endif
}
static int32_t set_processing(void *face, uint8_t on)
{
    say(face, on ? "start" : "stop");
#ifdef VST3_REFUSES_START
    return on ? 1 : 0;
#else
    return 3;
#endif
}
static uint32_t tail(void *face) { return UINT32_MAX; }

static void take_changes(Object *o, void *changes)
{
    char line[128];
    int32_t count = CALL(changes, 3, int32_t)(changes);
    for (int32_t i = 0; i < count; i++) {
        void *queue = CALL(changes, 4, void *, int32_t)(changes, i);
        uint32_t id = CALL(queue, 3, uint32_t)(queue);
        int32_t points = CALL(queue, 4, int32_t)(queue), frame = -1;
        for (int32_t p = 0; p < points; p++) {
            CALL(queue, 5, int32_t, int32_t, int32_t *, double *)(queue, p, &frame, &o->values[number_of(id)]);
            snprintf(line, sizeof line, "change %u at %d to %g", id, frame, o->values[number_of(id)]);
            append(block, sizeof block, line);
        }
        if (CALL(queue, 5, int32_t, int32_t, int32_t *, double *)(queue, points, &frame, &o->values[2]) == 0)
            append(block, sizeof block, "a point too many");
    }
    if (CALL(changes, 4, void *, int32_t)(changes, count)) append(block, sizeof block, "a queue too many");
}

static void take_events(void *events)
{
    Event e;
    char line[128];
    int32_t count = CALL(events, 3, int32_t)(events);
    for (int32_t i = 0; i < count && CALL(events, 4, int32_t, int32_t, Event *)(events, i, &e) == 0; i++) {
        if (e.type == 0)
            snprintf(line, sizeof line, "on %d %d %.3f id %d at %d", e.on.channel, e.on.pitch, e.on.velocity, e.on.id, e.frame);
        else if (e.type == 1) snprintf(line, sizeof line, "off %d %d %.3f at %d", e.off.channel, e.off.pitch, e.off.velocity, e.frame);
        else snprintf(line, sizeof line, "type %d %d %d %.3f at %d", e.type, e.poly.channel, e.poly.pitch, e.poly.pressure, e.frame);
        append(block, sizeof block, line);
    }
}

static void send(void *events, Event e) { CALL(events, 5, int32_t, Event *)(events, &e); }

/* Sounds at full scale and fails where the level is above a half. Outputs an event of each kind and moves the meter. */
static int32_t process(void *face, Block *b)
{
    Object *o = of(face);
    char line[256];
    block[0] = 0;
    snprintf(line, sizeof line, "block %d of %d, buses %d %d", b->mode, b->frames, b->ins, b->outs);
    append(block, sizeof block, line);
    if (b->frames == 0) say(face, "flush");
    const Context *c = b->context;
    if (c) {
        snprintf(line, sizeof line, "context %x rate %g at %lld ppq %g bar %g cycle %g..%g tempo %g meter %d/%d", c->state, c->rate,
            (long long)c->position, c->ppq, c->bar, c->cycle_start, c->cycle_end, c->tempo, c->numerator, c->denominator);
        append(block, sizeof block, line);
    }
    take_changes(o, b->changes);
    take_events(b->events);
    for (int32_t channel = 0; b->outs && channel < b->out[0].channels; channel++)
        for (int32_t i = 0; i < b->frames; i++) b->out[0].data[channel][i] = 1;
    if (b->frames) {
        send(b->out_events, (Event){ .frame = 0, .type = 0, .on = { 9, 36, 0, 0, 0, -1 } });
        send(b->out_events, (Event){ .frame = 1, .type = 1, .off = { 9, 36, 0.5f, -1, 0 } });
        send(b->out_events, (Event){ .frame = 2, .type = 3, .poly = { 9, 36, 1, -1 } });
        send(b->out_events, (Event){ .frame = 3, .type = 65535, .midi = { 74, 1, 100, 0 } });
        send(b->out_events, (Event){ .frame = 4, .type = 65535, .midi = { 128, 2, 50, 0 } });
        send(b->out_events, (Event){ .frame = 5, .type = 65535, .midi = { 129, 3, 1, 64 } });
        send(b->out_events, (Event){ .frame = 6, .type = 65535, .midi = { 130, 4, 12, 0 } });
        send(b->out_events, (Event){ .frame = 7, .type = 65535, .midi = { 132, 4, 12, 0 } });
        send(b->out_events, (Event){ .frame = 8, .type = 2, .data = { 2, 0, (const uint8_t *)"\xF0\xF7" } });
        uint32_t meter = METER, stranger = 4711;
        int32_t index = -1;
        void *queue = CALL(b->out_changes, 5, void *, uint32_t *, int32_t *)(b->out_changes, &meter, &index);
        if (queue) CALL(queue, 6, int32_t, int32_t, double, int32_t *)(queue, 5, 0.75, &index);
        if (queue) CALL(queue, 6, int32_t, int32_t, double, int32_t *)(queue, 1, 0.25, &index);
        queue = CALL(b->out_changes, 5, void *, uint32_t *, int32_t *)(b->out_changes, &stranger, &index);
        if (queue) append(block, sizeof block, "stranger");
    }
    return o->values[0] > 0.5 ? 1 : 0;
}

/* Messages: the component greets the controller, which reads all kinds of values. */
static void greet(Object *o)
{
    void *message = NULL;
    uint8_t type[16];
    memcpy(type, MESSAGE, 16);
    if (CALL(o->host, 4, int32_t, uint8_t *, uint8_t *, void **)(o->host, type, type, &message)) return;
    CALL(message, 4, void, const char *)(message, "hello");
    void *list = CALL(message, 5, void *)(message);
    uint16_t text[6];
    widen("words", text);
    CALL(list, 3, int32_t, const char *, int64_t)(list, "integer", 42);
    CALL(list, 5, int32_t, const char *, double)(list, "number", 2.5);
    CALL(list, 7, int32_t, const char *, const uint16_t *)(list, "text", text);
    CALL(list, 9, int32_t, const char *, const void *, uint32_t)(list, "bytes", "abc", 3);
    CALL(o->peer, 5, int32_t, void *)(o->peer, message);
    kept = message;
}

static int32_t connect_point(void *face, void *other)
{
    say(face, "connect");
    of(face)->peer = other;
    return 0;
}
static int32_t disconnect_point(void *face, void *other)
{
    say(face, of(face)->peer == other ? "disconnect" : "disconnect a stranger");
    of(face)->peer = NULL;
    return 0;
}
static int32_t notify(void *face, void *message)
{
    char line[128];
    uint16_t text[3] = { 0 };
    int64_t integer = 0, missing = 5;
    double number = 0;
    const char *bytes = NULL;
    uint32_t size = 0;
    void *list = CALL(message, 5, void *)(message);
    CALL(list, 4, int32_t, const char *, int64_t *)(list, "integer", &integer);
    CALL(list, 6, int32_t, const char *, double *)(list, "number", &number);
    CALL(list, 8, int32_t, const char *, uint16_t *, uint32_t)(list, "text", text, sizeof text);
    CALL(list, 10, int32_t, const char *, const char **, uint32_t *)(list, "bytes", &bytes, &size);
    int32_t answer = CALL(list, 4, int32_t, const char *, int64_t *)(list, "missing", &missing);
    snprintf(line, sizeof line, "notified of %s: %lld %g %c%c%u %.*s %d", CALL(message, 3, const char *)(message), (long long)integer,
        number, text[0], text[1], text[2], (int)size, bytes, answer);
    say(face, line);
    return 0;
}

/* The controller. */
static int32_t set_component_state(void *face, void *stream) { say(face, "set component state"); return read_values(of(face), stream); }
static int32_t set_own_state(void *face, void *stream)
{
    char text[16] = { 0 }, line[64];
    CALL(stream, 3, int32_t, void *, int32_t, int32_t *)(stream, text, sizeof text - 1, NULL);
    snprintf(line, sizeof line, "own state %s", text);
    say(face, line);
    return 0;
}
static int32_t get_own_state(void *face, void *stream)
{
    return CALL(stream, 4, int32_t, void *, int32_t, int32_t *)(stream, "page 2", 6, NULL);
}
static int32_t parameter_count(void *face)
{
#ifdef VST3_NEGATIVE_PARAMETERS
    return -1;
#else
    return 4;
#endif
}
static int32_t parameter_info(void *face, int32_t index, ParameterInfo *info)
{
    static const char *const names[4] = { "Level", "Program", "Meter", " Wheel " };
    static const int32_t flags[4] = { 1, 1 | 1 << 3 | 1 << 15, 1 << 1, 1 };
    memset(info, 0, sizeof *info);
    info->id = ids[index];
    widen(names[index], info->title);
    widen(index ? "" : "dB", info->units);
    info->steps = index == 1 ? 2 : 0;
    info->flags = flags[index];
    /* The last text has no end. */
    if (index == 3) for (int i = 0; i < 128; i++) info->units[i] = 'x';
    return 0;
}
static int32_t text_of(void *face, uint32_t id, double value, uint16_t *text)
{
    char ascii[32];
    snprintf(ascii, sizeof ascii, "%g of %u", value, id);
    widen(ascii, text);
    return id == WHEEL ? 1 : 0;
}
static int32_t value_of(void *face, uint32_t id, const uint16_t *text, double *value)
{
    if (text[0] != 'h' || text[1]) return 1;
    *value = 0.5;
    return 0;
}
static double same(void *face, uint32_t id, double value) { return value; }
static double get_value(void *face, uint32_t id) { return of(face)->values[number_of(id)]; }
static int32_t set_value(void *face, uint32_t id, double value)
{
    char line[64];
    snprintf(line, sizeof line, "show %u as %g", id, value);
    say(face, line);
    of(face)->values[number_of(id)] = value;
    return 0;
}
static int32_t set_handler(void *face, void *handler)
{
    say(face, handler ? "handler" : "no handler");
    of(face)->handler = handler;
    return 0;
}

static int32_t mapping(void *face, int32_t bus, int16_t channel, int16_t number, uint32_t *id)
{
    if (bus || channel || (number != 1 && number != 129)) return 1;
    *id = number == 1 ? WHEEL : LEVEL;
    return 0;
}

static int32_t one(void *face) { return 1; }
typedef struct { int32_t id, parent; Text name; int32_t list; } UnitInfo;
static int32_t unit_info(void *face, int32_t index, UnitInfo *info)
{
    memset(info, 0, sizeof *info);
    info->parent = -1;
    info->list = 77;
    return 0;
}
static int32_t program_name(void *face, int32_t list, int32_t program, uint16_t *text)
{
    char ascii[32];
    snprintf(ascii, sizeof ascii, "Program %d of %d", program, list);
    widen(ascii, text);
    return program == 2 ? 1 : 0;
}

static void *create_view(void *face, const char *name);
#define BASE (void *)query, (void *)add_ref, (void *)release
#define PLUGIN BASE, (void *)initialize, (void *)terminate
static void *const component[] = { PLUGIN, controller_class, io_mode, bus_count, bus_info, routing, activate_bus, set_active, set_state,
    get_state };
static void *const processor[] = { BASE, set_arrangements, get_arrangement, can_process, latency, setup, set_processing, process, tail };
static void *const controller[] = { PLUGIN, set_component_state, set_own_state, get_own_state, parameter_count, parameter_info, text_of,
    value_of, same, same, get_value, set_value, set_handler, create_view };
static void *const point[] = { BASE, connect_point, disconnect_point, notify };
static void *const midi_mapping[] = { BASE, mapping };
static void *const units[] = { BASE, one, unit_info, NULL, NULL, program_name };

#include "vst3_window.h"

/* The factory. */
static int32_t factory_query(void *face, const Id id, void **result)
{
    bool isKnown = !memcmp(id, FACTORY, 16) || !memcmp(id, FACTORY2, 16) || !memcmp(id, UNKNOWN, 16);
    *result = isKnown ? face : NULL;
    return isKnown ? 0 : -1;
}
static uint32_t forever(void *face) { return 1; }
typedef struct { char vendor[64], url[256], mail[128]; int32_t flags; } FactoryInfo;
static int32_t factory_info(void *face, FactoryInfo *info)
{
    memset(info, 0, sizeof *info);
    strcpy(info->vendor, "Nobody");
    return 0;
}
static int32_t class_count(void *face)
{
#ifdef VST3_NO_CLASS
    return -1;
#else
    return 2;
#endif
}
typedef struct {
    Id id;
    int32_t cardinality;
    char category[32], name[64];
    uint32_t flags;
    char kinds[128], vendor[64], version[64], sdk[64];
} ClassInfo2;
static void describe(int32_t index, ClassInfo2 *info, size_t size)
{
    ClassInfo2 all = { .cardinality = 0x7FFFFFFF, .kinds = "Instrument|Drum", .version = "1.2.3" };
    memcpy(all.id, index ? COMPONENT_CLASS : CONTROLLER_CLASS, 16);
    strcpy(all.category, index ? "Audio Module Class" : "Component Controller Class");
    strcpy(all.name, index ? "Probe" : "Probe's controller");
    memcpy(info, &all, size);
}
static int32_t class_info(void *face, int32_t index, ClassInfo2 *info) { describe(index, info, offsetof(ClassInfo2, flags)); return 0; }
static int32_t class_info2(void *face, int32_t index, ClassInfo2 *info) { describe(index, info, sizeof *info); return 0; }
static int32_t create(void *face, const Id type, const Id id, void **result)
{
    *result = NULL;
#ifdef VST3_NO_INSTANCE
    return -1;
#endif
    Object *o = calloc(1, sizeof *o);
    o->component = (Face){ component, o };
    o->processor = (Face){ processor, o };
    o->controller = (Face){ controller, o };
    o->point = (Face){ point, o };
    o->mapping = (Face){ midi_mapping, o };
    o->units = (Face){ units, o };
    o->kind = memcmp(type, COMPONENT_CLASS, 16) ? IS_CONTROLLER : IS_COMPONENT;
#ifdef VST3_SINGLE
    o->kind = IS_COMPONENT | IS_CONTROLLER;
#endif
    return query(&o->component, id, result);
}
static void *const factory_functions[] = { factory_query, forever, forever, factory_info, class_count, class_info, create, class_info2 };
static void *const *const factory = factory_functions;

#ifndef VST3_NO_ENTRY
bool ModuleEntry(void *library)
{
    append(calls, sizeof calls, library ? "entry" : "entry without library");
#ifdef VST3_ENTRY_FAILS
    return false;
#else
    return true;
#endif
}
bool ModuleExit(void) { append(calls, sizeof calls, "exit"); return true; }
#endif
#ifndef VST3_NO_FACTORY
const void *GetPluginFactory(void)
{
#ifdef VST3_NULL_FACTORY
    return NULL;
#else
    return &factory;
#endif
}
#endif

/* For the tests. */
const char *recorded_calls(void) { return calls; }
const char *recorded_block(void) { return block; }
void forget_calls(void) { calls[0] = block[0] = 0; }
void hand_moves(void *face) { gesture(of(face)); }
void ask_restart(void *face, int32_t flags) { CALL(of(face)->handler, 6, int32_t, int32_t)(of(face)->handler, flags); }
void say_hello(void *face) { greet(of(face)); }
int64_t read_kept_message(void)
{
    int64_t integer = -1;
    void *list = CALL(kept, 5, void *)(kept);
    CALL(list, 4, int32_t, const char *, int64_t *)(list, "integer", &integer);
    RELEASE(kept);
    return integer;
}
