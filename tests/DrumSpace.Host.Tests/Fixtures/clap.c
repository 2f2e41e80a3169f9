/* A CLAP plugin that misbehaves, to test what the host makes of it. The structs are those of the public headers (CLAP 1.2). */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef CLAP_RESIZABLE
#define CLAP_WINDOW
#include <unistd.h>
#endif

typedef struct { uint32_t major, minor, revision; } Version;
typedef struct { Version version; const char *id, *name, *texts[6]; const char *const *features; } Descriptor;
typedef struct Host {
    Version version;
    void *data;
    const char *texts[4];
    const void *(*extension)(const struct Host *, const char *);
    void (*restart)(const struct Host *), (*process)(const struct Host *), (*callback)(const struct Host *);
} Host;
typedef struct { uint32_t size, time; uint16_t space, type; uint32_t flags; } Header;
typedef struct { Header header; int32_t id; int16_t port, channel, key; double velocity; } Note;
typedef struct { Header header; uint16_t port; uint8_t data[3]; } Midi;
typedef struct { Header header; uint32_t id; void *cookie; int32_t note; int16_t port, channel, key; double value; } Param;
typedef struct Input { void *data; uint32_t (*size)(const struct Input *); const Header *(*get)(const struct Input *, uint32_t); } Input;
typedef struct Output { void *data; bool (*push)(const struct Output *, const Header *); } Output;
typedef struct { float **data; double **data64; uint32_t channels, latency; uint64_t constant; } Buffer;
typedef struct {
    int64_t steady;
    uint32_t frames;
    const void *transport;
    const Buffer *in;
    Buffer *out;
    uint32_t ins, outs;
    const Input *events;
    const Output *output;
} Block;
typedef struct Plugin {
    const Descriptor *descriptor;
    void *data;
    bool (*init)(const struct Plugin *);
    void (*destroy)(const struct Plugin *);
    bool (*activate)(const struct Plugin *, double, uint32_t, uint32_t);
    void (*deactivate)(const struct Plugin *);
    bool (*start)(const struct Plugin *);
    void (*stop)(const struct Plugin *), (*reset)(const struct Plugin *);
    int32_t (*process)(const struct Plugin *, const Block *);
    const void *(*extension)(const struct Plugin *, const char *);
    void (*main_thread)(const struct Plugin *);
} Plugin;
typedef struct { void (*log)(const Host *, int32_t, const char *); } Log;
typedef struct { bool (*is_main)(const Host *), (*is_audio)(const Host *); } Threads;
typedef struct { uint32_t id, flags; void *cookie; char name[256], module[1024]; double min, max, value; } ParamInfo;
typedef struct { uint32_t id; char name[256]; uint32_t flags, channels; const char *type; uint32_t pair; } PortInfo;

/* An instance's own, as tests load one library on several threads. */
typedef struct { Plugin plugin; const Host *host; double level; uint32_t timer, width, height; int files[2]; } Rogue;
static Rogue *rogue(const Plugin *p) { return p->data; }

static void say(const Plugin *p, const char *what)
{
    const Host *host = rogue(p)->host;
    const Threads *threads = host->extension(host, "clap.thread-check");
    char line[64];
    snprintf(line, sizeof line, "%s on %s%s", what, threads->is_main(host) ? "main" : "", threads->is_audio(host) ? "audio" : "");
    ((const Log *)host->extension(host, "clap.log"))->log(host, 1, line);
}

static bool init(const Plugin *p) { say(p, "init"); return true; }
static void destroy(const Plugin *p) { free(p->data); }
#ifdef CLAP_REFUSES_RATE
static bool activate(const Plugin *p, double rate, uint32_t min, uint32_t max) { return rate < 50000; }
#else
static bool activate(const Plugin *p, double rate, uint32_t min, uint32_t max) { say(p, "activate"); return true; }
#endif
static void deactivate(const Plugin *p) { say(p, "deactivate"); }
static void stop(const Plugin *p) { say(p, "stop"); }
static void reset(const Plugin *p) { say(p, "reset"); }
static void main_thread(const Plugin *p) {}

static bool start(const Plugin *p)
{
    say(p, "start");
#ifdef CLAP_REFUSES_START
    return false;
#else
    return true;
#endif
}

static void take(const Plugin *p, const Input *events)
{
    for (uint32_t i = 0; i < events->size(events); i++) {
        const Header *header = events->get(events, i);
        if (header->type == 5 && ((const Param *)header)->id == 7) rogue(p)->level = ((const Param *)header)->value;
    }
}

/* Sounds at full scale and fails where the level is above a half; emits a note-on of velocity 0, a whole and a truncated message. */
static int32_t process(const Plugin *p, const Block *block)
{
    take(p, block->events);
#ifdef CLAP_RESTARTS
    static int blocks;
    if (++blocks == 400) rogue(p)->host->restart(rogue(p)->host);
#endif
    for (uint32_t channel = 0; channel < 2; channel++)
        for (uint32_t frame = 0; frame < block->frames; frame++) block->out[0].data[channel][frame] = 1;
    Note silent = { { sizeof silent, 0, 0, 0, 0 }, -1, 0, 9, 36, 0 };
    Midi whole = { { sizeof whole, 1, 0, 10, 0 }, 0, { 0x99, 42, 100 } };
    Midi truncated = { { sizeof(Header), 2, 0, 10, 0 }, 0, { 0x99, 43, 100 } };
    Param fixed = { { sizeof fixed, 3, 0, 5, 0 }, 8, NULL, -1, -1, -1, -1, 1 };
    block->output->push(block->output, &silent.header);
    block->output->push(block->output, &whole.header);
    block->output->push(block->output, &truncated.header);
    block->output->push(block->output, &fixed.header);
    return rogue(p)->level > 0.5 ? 0 : 1;
}

static uint32_t param_count(const Plugin *p) { return 2; }
static bool param_info(const Plugin *p, uint32_t index, ParamInfo *info)
{
    /* The second one has an empty range and a name without an end. */
    memset(info, 0, sizeof *info);
    info->id = 7 + index;
    info->max = 1;
    if (index == 0) strcpy(info->name, "Level");
    else memset(info->name, 'x', sizeof info->name), memset(info->module, 'y', sizeof info->module), info->min = 1;
    return true;
}
static bool param_value(const Plugin *p, uint32_t id, double *value) { *value = id == 7 ? rogue(p)->level : 1; return true; }
static bool param_text(const Plugin *p, uint32_t id, double value, char *text, uint32_t size) { memset(text, 'z', size); return true; }
static bool param_parse(const Plugin *p, uint32_t id, const char *text, double *value) { return false; }
static void flush(const Plugin *p, const Input *in, const Output *out)
{
    take(p, in);
#ifdef CLAP_WINDOW
    struct { Header header; uint32_t id; } begin = { { sizeof begin, 0, 0, 7, 0 }, 7 }, end = { { sizeof end, 0, 0, 8, 0 }, 7 };
    Param moved = { { sizeof moved, 0, 0, 5, 0 }, 7, NULL, -1, -1, -1, -1, 0.25 };
    say(p, "flush");
    out->push(out, &begin.header);
    out->push(out, &moved.header);
    out->push(out, &end.header);
#endif
}

static uint32_t port_count(const Plugin *p, bool input) { return !input; }
static bool port_info(const Plugin *p, uint32_t index, bool input, PortInfo *info)
{
    memset(info, 0, sizeof *info);
    info->channels = 2;
    return true;
}

static const struct { void *count, *info, *value, *text, *parse, *flush; } params = {
    param_count, param_info, param_value, param_text, param_parse, flush };
static const struct { void *count, *info; } ports = { port_count, port_info };

#ifdef CLAP_WINDOW
/* A window that logs its calls. Its timer asks once for another size and for a flush. */
typedef struct { const char *api; uintptr_t handle; } Window;
typedef struct { void *hints; bool (*resize)(const Host *, uint32_t, uint32_t), (*show)(const Host *), (*hide)(const Host *); void *closed; } HostGui;
typedef struct { bool (*start)(const Host *, uint32_t, uint32_t *), (*stop)(const Host *, uint32_t); } Timers;
typedef struct { void *rescan, *clear; void (*flush)(const Host *); } HostParams;
static bool embeds(const Plugin *p, const char *api, bool floating) { return strcmp(api, "x11") == 0 && !floating; }
static void close_files(const Plugin *p);
static bool gui_create(const Plugin *p, const char *api, bool floating) { say(p, "create"); return embeds(p, api, floating); }
static void gui_destroy(const Plugin *p) 
{
    const Host *host = rogue(p)->host;
    say(p, "destroy");
    close_files(p);
    ((const Timers *)host->extension(host, "clap.timer-support"))->stop(host, rogue(p)->timer);
}
static bool gui_size(const Plugin *p, uint32_t *width, uint32_t *height)
{
    *width = rogue(p)->width ? rogue(p)->width : 300;
    *height = rogue(p)->height ? rogue(p)->height : 200;
    return true;
}
#ifdef CLAP_RESIZABLE
/* Takes sizes that are multiples of 10, waits for a file that is readable once, and asks for a restart when it is opened. */
typedef struct { bool (*start)(const Host *, int, uint32_t), (*change)(const Host *, int, uint32_t), (*stop)(const Host *, int); } HostFiles;
static bool gui_can_resize(const Plugin *p) { return true; }
static bool gui_adjust(const Plugin *p, uint32_t *width, uint32_t *height) { *width -= *width % 10; *height -= *height % 10; return true; }
static bool gui_set_size(const Plugin *p, uint32_t width, uint32_t height)
{
    char line[64];
    rogue(p)->width = width, rogue(p)->height = height;
    snprintf(line, sizeof line, "resized to %u x %u", width, height);
    say(p, line);
    return true;
}
static void on_file(const Plugin *p, int file, uint32_t flags)
{
    char byte;
    if (file == rogue(p)->files[0] && read(file, &byte, 1) == 1) say(p, flags == 1 ? "file is readable" : "file has other flags");
}
static const struct { void *ready; } files = { on_file };
static void open_files(const Plugin *p)
{
    const Host *host = rogue(p)->host;
    const HostFiles *waits = host->extension(host, "clap.posix-fd-support");
    if (pipe(rogue(p)->files) || write(rogue(p)->files[1], "x", 1) != 1) abort();
    if (!waits->start(host, rogue(p)->files[0], 2) || !waits->change(host, rogue(p)->files[0], 1)) say(p, "no files");
    if (waits->start(host, -1, 1) || waits->change(host, 4000, 1) || waits->stop(host, 4000)) say(p, "wrong files");
    host->restart(host);
}
static void close_files(const Plugin *p)
{
    const Host *host = rogue(p)->host;
    if (!((const HostFiles *)host->extension(host, "clap.posix-fd-support"))->stop(host, rogue(p)->files[0])) say(p, "not stopped");
    close(rogue(p)->files[0]), close(rogue(p)->files[1]);
}
#else
#define gui_can_resize NULL
#define gui_adjust NULL
#define gui_set_size NULL
static void open_files(const Plugin *p) {}
static void close_files(const Plugin *p) {}
#endif
static bool gui_parent(const Plugin *p, const Window *window)
{
    const Host *host = rogue(p)->host;
    say(p, window->handle == 7 ? "parent 7" : "another parent");
    open_files(p);
    return ((const Timers *)host->extension(host, "clap.timer-support"))->start(host, 1, &rogue(p)->timer) && window->handle == 7;
}
static bool gui_show(const Plugin *p) { say(p, "show"); return true; }
static bool gui_hide(const Plugin *p) { say(p, "hide"); return true; }
static void on_timer(const Plugin *p, uint32_t id)
{
    const Host *host = rogue(p)->host;
    if (id != rogue(p)->timer || rogue(p)->level == 0.125) return;
    rogue(p)->level = 0.125;
    say(p, "timer");
#ifdef CLAP_RESIZABLE
    return;
#endif
    ((const HostGui *)host->extension(host, "clap.gui"))->resize(host, 600, 400);
    ((const HostParams *)host->extension(host, "clap.params"))->flush(host);
}
static const struct { void *functions[15]; } gui = { {
    embeds, NULL, gui_create, gui_destroy, NULL, gui_size, gui_can_resize, NULL, gui_adjust, gui_set_size, gui_parent, NULL, NULL, gui_show, gui_hide } };
static const struct { void *due; } timers = { on_timer };
#endif

static const void *extension(const Plugin *p, const char *id)
{
#ifdef CLAP_WINDOW
    if (strcmp(id, "clap.gui") == 0) return &gui;
    if (strcmp(id, "clap.timer-support") == 0) return &timers;
#endif
#ifdef CLAP_RESIZABLE
    if (strcmp(id, "clap.posix-fd-support") == 0) return &files;
#endif
    return strcmp(id, "clap.params") == 0 ? (const void *)&params : strcmp(id, "clap.audio-ports") == 0 ? (const void *)&ports : NULL;
}

static const Descriptor descriptor = { { 1, 2, 0 }, "org.example.rogue", "Rogue", { NULL }, NULL };
static const Plugin plugin = {
    &descriptor, NULL, init, destroy, activate, deactivate, start, stop, reset, process, extension, main_thread };

static uint32_t count(const void *f) { return 1; }
static const Descriptor *describe(const void *f, uint32_t index) { return &descriptor; }
static const Plugin *create(const void *f, const Host *h, const char *id) 
{
    Rogue *r = calloc(1, sizeof *r);
    r->plugin = plugin;
    r->plugin.data = r;
    r->host = h;
    return &r->plugin;
}
static const struct { void *count, *describe, *create; } factory = { count, describe, create };

static bool enter(const char *path) { return true; }
static void leave(void) {}
static const void *get_factory(const char *id) { return &factory; }
const struct { Version version; void *init, *deinit, *factory; } clap_entry = { { 1, 2, 0 }, enter, leave, get_factory };
