/* CLAP behind plugin.h. Layouts as the public interface has them. Like some hosts, it sets the parent before it asks for the size. */
#include "plugin.h"
#include <stdatomic.h>

typedef struct { uint32_t size, time; uint16_t space, type; uint32_t flags; } header;
typedef struct { header header; uint32_t id; void *cookie; int32_t note; int16_t port, channel, key; double value; } parameter;
typedef struct { header header; uint32_t id; } gesture;
typedef struct { header header; int32_t id; int16_t port, channel, key; double velocity; } note;
typedef struct { header header; uint16_t port; unsigned char data[3]; } midi;
typedef struct {
  header header;
  uint32_t flags;
  int64_t beats, seconds;
  double tempo, increment;
  int64_t loop[4], bar;
  int32_t bar_number;
  uint16_t numerator, denominator;
} transport;
typedef struct input { void *context; uint32_t (*size)(const struct input *); const header *(*get)(const struct input *, uint32_t); } input;
typedef struct output { void *context; _Bool (*push)(const struct output *, const header *); } output;
typedef struct { float **data32; double **data64; uint32_t channels, latency; uint64_t constant; } audio;
typedef struct {
  int64_t steady;
  uint32_t frames;
  const transport *transport;
  const audio *inputs;
  audio *outputs;
  uint32_t input_count, output_count;
  const input *in;
  const output *out;
} block;
typedef struct plugin {
  const void *descriptor;
  void *data;
  _Bool (*init)(const struct plugin *);
  void (*destroy)(const struct plugin *);
  _Bool (*activate)(const struct plugin *, double, uint32_t, uint32_t);
  void (*deactivate)(const struct plugin *);
  _Bool (*start)(const struct plugin *);
  void (*stop)(const struct plugin *), (*reset)(const struct plugin *);
  int32_t (*process)(const struct plugin *, const block *);
  const void *(*extension)(const struct plugin *, const char *);
  void (*on_main)(const struct plugin *);
} plugin;
typedef struct host { uint32_t version[3]; void *data; const char *texts[4]; const void *(*extension)(const struct host *, const char *); void (*ask[3])(const struct host *); } host;
typedef struct { uint32_t id, flags; void *cookie; char name[256], module[1024]; double least, most, standard; } info;
typedef struct { uint32_t (*count)(const plugin *); _Bool (*info)(const plugin *, uint32_t, info *), (*get)(const plugin *, uint32_t, double *); } params;
typedef struct { const char *api; uintptr_t handle; } window;
typedef struct {
  _Bool (*supports)(const plugin *, const char *, _Bool), (*prefers)(const plugin *, const char **, _Bool *), (*create)(const plugin *, const char *, _Bool);
  void (*destroy)(const plugin *);
  _Bool (*scale)(const plugin *, double), (*size)(const plugin *, uint32_t *, uint32_t *), (*can_resize)(const plugin *), (*hints)(const plugin *, void *),
      (*adjust)(const plugin *, uint32_t *, uint32_t *), (*set_size)(const plugin *, uint32_t, uint32_t), (*set_parent)(const plugin *, const window *),
      (*set_transient)(const plugin *, const window *);
  void (*title)(const plugin *, const char *);
  _Bool (*show)(const plugin *), (*hide)(const plugin *);
} gui;

enum { MOVES = 64, NO_TIMER = -1 };
typedef struct {
  instance shown;
  host host;
  const plugin *plugin;
  const params *params;
  const gui *gui;
  const struct { void (*tick)(const plugin *, uint32_t); } *timers;
  double least[1024], most[1024];
  int timer, timer_count;
  atomic_int wants_main;
  parameter moves[MOVES]; /* automation for the next block: the main thread writes, the audio thread reads */
  atomic_uint written, read;
} clap;

static clap *of_host(const host *from) { return from->data; }
static double normalized(clap *self, int index, double plain) { return (plain - self->least[index]) / (self->most[index] - self->least[index]); }

static void hints_changed(const host *from) { (void)from; }
static _Bool request_resize(const host *from, uint32_t width, uint32_t height) {
  clap *self = of_host(from);
  told_size(&self->shown, width, height);
  return self->gui->set_size(self->plugin, width, height);
}
static _Bool request_show(const host *from) { (void)from; return 0; }
static void closed(const host *from, _Bool destroyed) { (void)from, (void)destroyed; }
static _Bool register_timer(const host *from, uint32_t period, uint32_t *timer) {
  (void)period;
  *timer = of_host(from)->timer = of_host(from)->timer_count++;
  return 1;
}
static _Bool unregister_timer(const host *from, uint32_t timer) {
  _Bool is_known = of_host(from)->timer == (int)timer;
  of_host(from)->timer = NO_TIMER;
  return is_known;
}
static void rescan(const host *from, uint32_t what) { (void)what; printf("rescan %d\n", of_host(from)->shown.number); }
static void clear(const host *from, uint32_t id, uint32_t what) { (void)from, (void)id, (void)what; }
static void request_flush(const host *from) { (void)from; /* blocks are always processed here */ }
static void want_main(const host *from) { of_host(from)->wants_main = 1; }

static const void *extension(const host *from, const char *id) {
  static const struct { void (*changed)(const host *); _Bool (*resize)(const host *, uint32_t, uint32_t), (*show)(const host *), (*hide)(const host *); void (*closed)(const host *, _Bool); }
      window_calls = {hints_changed, request_resize, request_show, request_show, closed};
  static const struct { _Bool (*begin)(const host *, uint32_t, uint32_t *), (*end)(const host *, uint32_t); } timer_calls = {register_timer, unregister_timer};
  static const struct { void (*rescan)(const host *, uint32_t), (*clear)(const host *, uint32_t, uint32_t), (*flush)(const host *); } params_calls = {rescan, clear, request_flush};
  (void)from;
  if (!strcmp(id, "clap.gui")) return &window_calls;
  if (!strcmp(id, "clap.timer-support")) return &timer_calls;
  if (!strcmp(id, "clap.params")) return &params_calls;
  return NULL;
}

static uint32_t count_moves(const input *from) { clap *self = from->context; return self->written - self->read; }
static const header *get_move(const input *from, uint32_t index) { clap *self = from->context; return &self->moves[(self->read + index) % MOVES].header; }

static _Bool take(const output *from, const header *event) {
  clap *self = from->context;
  const parameter *value = (const parameter *)event;
  const midi *message = (const midi *)event;
  const note *played = (const note *)event;
  switch (event->type) {
  case 0: told_midi(&self->shown, event->time, 0x90 | played->channel, played->key, (int)(played->velocity * 127 + 0.5)); break;
  case 1: told_midi(&self->shown, event->time, 0x80 | played->channel, played->key, (int)(played->velocity * 127 + 0.5)); break;
  case 5: told_value(&self->shown, event->flags & 2 ? "quiet" : "value", value->id, normalized(self, value->id, value->value)); break;
  case 7: told_gesture(&self->shown, "begin", ((const gesture *)event)->id); break;
  case 8: told_gesture(&self->shown, "end", ((const gesture *)event)->id); break;
  case 10: told_midi(&self->shown, event->time, message->data[0], message->data[1], message->data[2]); break;
  }
  return 1;
}

static int size(instance *shown, int *width, int *height) {
  clap *self = (clap *)shown;
  uint32_t w = 0, h = 0;
  int known = self->gui->size(self->plugin, &w, &h);
  *width = w, *height = h;
  return known;
}

static int open(instance *shown, uintptr_t parent) {
#ifdef _WIN32
  const char *api = "win32";
#else
  const char *api = "x11";
#endif
  clap *self = (clap *)shown;
  window into = {api, parent};
  return self->gui->create(self->plugin, api, 0) && self->gui->set_parent(self->plugin, &into) && self->gui->show(self->plugin);
}

static void close(instance *shown) {
  clap *self = (clap *)shown;
  self->gui->hide(self->plugin);
  self->gui->destroy(self->plugin);
}

static void idle(instance *shown) {
  clap *self = (clap *)shown;
  if (self->timer != NO_TIMER) self->timers->tick(self->plugin, self->timer);
  if (atomic_exchange(&self->wants_main, 0)) self->plugin->on_main(self->plugin);
}

static int resize(instance *shown, int width, int height) { return ((clap *)shown)->gui->set_size(((clap *)shown)->plugin, width, height); }

static void set(instance *shown, int index, double value) {
  clap *self = (clap *)shown;
  double plain = self->least[index] + value * (self->most[index] - self->least[index]);
  self->moves[self->written % MOVES] = (parameter){{sizeof(parameter), 0, 0, 5, 0}, index, NULL, -1, -1, -1, -1, plain};
  self->written++;
}

static double get(instance *shown, int index) {
  clap *self = (clap *)shown;
  double plain = 0;
  self->params->get(self->plugin, index, &plain);
  return normalized(self, index, plain);
}

static int64_t diagnose(instance *shown, int number) {
  clap *self = (clap *)shown;
  return (*(int64_t (**)(const plugin *, int))self->plugin->extension(self->plugin, "org.drumspace.diagnostics"))(self->plugin, number);
}

typedef struct stream { void *context; int64_t (*move)(const struct stream *, void *, uint64_t); } stream;
typedef struct { char *bytes; long length, at; } memory;

static int64_t give(const stream *to, void *from, uint64_t count) {
  memory *self = to->context;
  if (self->at + (long)count > self->length) return -1;
  memcpy(self->bytes + self->at, from, count);
  self->at += count;
  return count;
}

static int64_t take_bytes(const stream *from, void *into, uint64_t count) {
  memory *self = from->context;
  long rest = self->length - self->at, taken = (long)count < rest ? (long)count : rest;
  memcpy(into, self->bytes + self->at, taken);
  self->at += taken;
  return taken;
}

static const struct { _Bool (*save)(const plugin *, const stream *), (*load)(const plugin *, const stream *); } *state_of(clap *self) {
  return self->plugin->extension(self->plugin, "clap.state");
}

static long save(instance *shown, void *into, long room) {
  memory to = {into, room, 0};
  stream stream = {&to, give};
  return state_of((clap *)shown)->save(((clap *)shown)->plugin, &stream) ? to.at : 0;
}

static int load(instance *shown, const void *from, long length) {
  memory of = {(char *)from, length, 0};
  stream stream = {&of, take_bytes};
  return state_of((clap *)shown)->load(((clap *)shown)->plugin, &stream);
}

static void process(instance *shown, float **outputs, const song *at) {
  clap *self = (clap *)shown;
  input in = {self, count_moves, get_move};
  output out = {self, take};
  unsigned moves = count_moves(&in);
  transport time = {{sizeof time, 0, 0, 9, 0}, 3 | (at->is_playing ? 16 : 0), (int64_t)(at->quarter * (1LL << 31)), 0, at->tempo, 0, {0}, 0, 0, 4, 4};
  audio port = {outputs, NULL, 2, 0, 0};
  block now = {at->frame, BLOCK, &time, NULL, &port, 0, 1, &in, &out};
  self->plugin->process(self->plugin, &now);
  self->read += moves;
}

static void end(instance *shown) {
  clap *self = (clap *)shown;
  self->plugin->stop(self->plugin);
  self->plugin->deactivate(self->plugin);
  self->plugin->destroy(self->plugin);
}

instance *open_clap(void *library, const char *path, int number) {
  const struct { uint32_t version[3]; _Bool (*init)(const char *); void (*deinit)(void); const void *(*factory)(const char *); } *entry = symbol(library, "clap_entry");
  if (!entry || !entry->init(path)) return NULL;
  const struct { uint32_t (*count)(const void *); const void *(*describe)(const void *, uint32_t); const plugin *(*make)(const void *, const host *, const char *); } *factory =
      entry->factory("clap.plugin-factory");
  clap *self = calloc(1, sizeof *self);
  self->shown = (instance){number, NULL, size, open, close, idle, resize, set, get, diagnose, save, load, end, process};
  self->host = (host){{1, 2, 0}, self, {"window host", "", "", "1"}, extension, {want_main, want_main, want_main}};
  self->timer = NO_TIMER;
  self->plugin = factory->make(factory, &self->host, "org.drumspace.drumspace");
  if (!self->plugin || !self->plugin->init(self->plugin)) return NULL;
  self->params = self->plugin->extension(self->plugin, "clap.params");
  self->gui = self->plugin->extension(self->plugin, "clap.gui");
  self->timers = self->plugin->extension(self->plugin, "clap.timer-support");
  for (uint32_t i = 0; i < self->params->count(self->plugin) && i < 1024; i++) {
    info found;
    self->params->info(self->plugin, i, &found);
    self->least[i] = found.least, self->most[i] = found.most;
  }
  const struct { _Bool (*hard)(const plugin *), (*set)(const plugin *, int32_t); } *render = self->plugin->extension(self->plugin, "clap.render");
  if (is_offline && render) render->set(self->plugin, 1);
  self->plugin->activate(self->plugin, RATE, 1, BLOCK);
  self->plugin->start(self->plugin);
  return &self->shown;
}
