/* A CLAP instance behind probe.c's VST2 effect: what is asked of the one is answered by the other. Layouts as the public interface has them. */
typedef struct { uint32_t size, time; uint16_t space, type; uint32_t flags; } clap_header;
typedef struct { clap_header header; uint32_t id; void *cookie; int32_t note; int16_t port, channel, key; double value; } clap_param;
typedef struct {
  clap_header header;
  uint32_t flags;
  int64_t beats, seconds;
  double tempo, increment;
  int64_t loop[4], bar;
  int32_t bar_number;
  uint16_t numerator, denominator;
} clap_transport;
typedef struct clap_events { void *context; uint32_t (*size)(const struct clap_events *); const clap_header *(*get)(const struct clap_events *, uint32_t); } clap_events;
typedef struct clap_taker { void *context; _Bool (*push)(const struct clap_taker *, const clap_header *); } clap_taker;
typedef struct { float **data32; double **data64; uint32_t channels, latency; uint64_t constant; } clap_audio;
typedef struct {
  int64_t steady;
  uint32_t frames;
  const clap_transport *transport;
  const clap_audio *inputs;
  clap_audio *outputs;
  uint32_t input_count, output_count;
  const clap_events *in;
  const clap_taker *out;
} clap_block;
typedef struct clap_plugin {
  const struct { uint32_t version[3]; const char *id; } *descriptor;
  void *data;
  _Bool (*init)(const struct clap_plugin *);
  void (*destroy)(const struct clap_plugin *);
  _Bool (*activate)(const struct clap_plugin *, double, uint32_t, uint32_t);
  void (*deactivate)(const struct clap_plugin *);
  _Bool (*start)(const struct clap_plugin *);
  void (*stop)(const struct clap_plugin *), (*reset)(const struct clap_plugin *);
  int32_t (*process)(const struct clap_plugin *, const clap_block *);
  const void *(*extension)(const struct clap_plugin *, const char *);
} clap_plugin;
typedef struct { uint32_t version[3]; void *data; const char *texts[4]; const void *(*extension)(const void *, const char *); void (*ask[3])(const void *); } clap_host;
typedef struct { uint32_t id, flags; void *cookie; char name[256], module[1024]; double least, most, standard; } clap_info;

typedef struct { void *context; int64_t (*write)(const void *, const void *, uint64_t); } clap_sink;

typedef union {
  clap_header header;
  clap_param param;
  struct { clap_header header; uint16_t port; unsigned char data[3]; } midi;
} clap_event;

/* What lies behind an effect: effect.object. */
typedef struct {
  effect shown;
  const clap_plugin *clap;
  clap_event moved[64];
  uint32_t moved_count;
  double most[1024];
  char names[1024][32];
} clap_effect;

static uint32_t count_moved(const clap_events *list) { return ((clap_effect *)list->context)->moved_count; }
static const clap_header *get_moved(const clap_events *list, uint32_t index) { return &((clap_effect *)list->context)->moved[index].header; }
static _Bool take(const clap_taker *list, const clap_header *header) { (void)list; events += header->type == 10 || header->type < 2; return 1; }
static const void *no_extension(const void *host, const char *id) { (void)host, (void)id; return NULL; }
static void ignore(const void *host) { (void)host; }
static int64_t count_bytes(const void *sink, const void *bytes, uint64_t size) { (void)bytes; *(int64_t *)((clap_sink *)sink)->context += size; return size; }

static void clap_set(effect *e, int32_t index, float value) {
  clap_effect *self = e->object;
  if (self->moved_count < 64)
    self->moved[self->moved_count++].param = (clap_param){{sizeof(clap_param), 0, 0, 5, 0}, index, NULL, -1, -1, -1, -1, value * self->most[index]};
}

static void clap_replace(effect *e, float **inputs, float **outputs, int32_t frames) {
  (void)inputs;
  clap_effect *self = e->object;
  clap_events in = {self, count_moved, get_moved};
  clap_taker out = {NULL, take};
  /* Each move at a frame of its own; the tempo rises or falls within the block. */
  for (uint32_t i = 0; i < self->moved_count; i++) self->moved[i].header.time = (uint64_t)frames * i / self->moved_count;
  clap_transport time = {{sizeof time, 0, 0, 9, 0}, 3 | (now.flags & 2 ? 16 : 0), (int64_t)(now.ppq * (1LL << 31)), 0, now.tempo,
                         frames % 3 == 0 ? 0.001 : 0, {0}, 0, 0, 4, 4};
  clap_audio port = {outputs, NULL, 2, 0, 0};
  clap_block block = {-1, frames, &time, NULL, &port, 0, 1, &in, &out};
  self->clap->process(self->clap, &block);
  self->moved_count = 0;
}

/* VST2's list of one MIDI event becomes an event of the coming block. */
static void clap_midi(clap_effect *self, const void *list) {
  const unsigned char *midi = *(unsigned char *const *)((const char *)list + 16) + 24;
  if (self->moved_count < 64) {
    clap_event *event = &self->moved[self->moved_count++];
    event->header = (clap_header){sizeof event->midi, 0, 0, 10, 0};
    event->midi.port = 0;
    memcpy(event->midi.data, midi, 3);
  }
}

static intptr_t clap_dispatch(effect *e, int32_t opcode, int32_t index, intptr_t value, void *pointer, float option) {
  (void)option;
  clap_effect *self = e->object;
  const clap_plugin *clap = self->clap;
  if (opcode == 8) strcpy(pointer, self->names[index]);
  if (opcode == 12 && value) {
    const struct { _Bool (*hard)(const clap_plugin *), (*set)(const clap_plugin *, int32_t); } *render = clap->extension(clap, "clap.render");
    render->set(clap, level == 4);
    return clap->activate(clap, 48000, 1, 1024) && clap->start(clap);
  }
  if (opcode == 12) clap->stop(clap), clap->deactivate(clap);
  if (opcode == 1) clap->destroy(clap), free(self);
  if (opcode == 23) {
    const struct { _Bool (*save)(const clap_plugin *, const clap_sink *); } *state = clap->extension(clap, "clap.state");
    int64_t bytes = 0;
    clap_sink sink = {&bytes, count_bytes};
    return state->save(clap, &sink) ? bytes : 0;
  }
  if (opcode == 25) clap_midi(self, pointer);
  if (opcode == 50) *(int64_t *)pointer = (*(int64_t (**)(const clap_plugin *, int))clap->extension(clap, "org.drumspace.diagnostics"))(clap, (int)value);
  return 1;
}

static effect *clap_open(void *library, const char *path) {
  static const clap_host self = {{1, 2, 0}, NULL, {"probe", "", "", "1"}, no_extension, {ignore, ignore, ignore}};
  const struct { uint32_t version[3]; _Bool (*init)(const char *); void (*deinit)(void); const void *(*factory)(const char *); } *entry = dlsym(library, "clap_entry");
  if (!entry || !entry->init(path)) return NULL;
  const struct { uint32_t (*count)(const void *); const void *(*describe)(const void *, uint32_t); const clap_plugin *(*make)(const void *, const clap_host *, const char *); } *factory = entry->factory("clap.plugin-factory");
  const clap_plugin *clap = factory->make(factory, &self, "org.drumspace.drumspace");
  if (!clap || !clap->init(clap)) return NULL;
  clap_effect *made = calloc(1, sizeof *made);
  made->clap = clap;
  made->shown = (effect){.dispatch = clap_dispatch, .set = clap_set, .replace = clap_replace, .object = made};
  const struct { uint32_t (*count)(const clap_plugin *); _Bool (*info)(const clap_plugin *, uint32_t, clap_info *); } *params = clap->extension(clap, "clap.params");
  made->shown.parameters = params->count(clap);
  for (int32_t i = 0; i < made->shown.parameters && i < 1024; i++) {
    clap_info info;
    params->info(clap, i, &info);
    made->most[i] = info.most;
    snprintf(made->names[i], sizeof made->names[i], "%.31s", info.name);
  }
  return &made->shown;
}
