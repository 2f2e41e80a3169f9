/* VST 3 behind plugin.h. Layouts as the public interface has them, written down a second time, apart from the project's own. */
#include "plugin.h"

typedef int32_t result;
typedef unsigned char id16[16];

/* Interface and class ids are four 32-bit words; Windows keeps the first two as a GUID does. */
#ifdef _WIN32
#define ID(a, b, c, d) {(a) & 255, (a) >> 8 & 255, (a) >> 16 & 255, (a) >> 24, (b) >> 16 & 255, (b) >> 24, (b) & 255, (b) >> 8 & 255, BYTES(c), BYTES(d)}
enum { OK = 0, NO_INTERFACE = (int)0x80004002, NOT_IMPLEMENTED = (int)0x80004001 };
#else
#define ID(a, b, c, d) {BYTES(a), BYTES(b), BYTES(c), BYTES(d)}
enum { OK = 0, NO_INTERFACE = -1, NOT_IMPLEMENTED = 3 };
#endif
#define BYTES(word) (word) >> 24, (word) >> 16 & 255, (word) >> 8 & 255, (word) & 255

static const id16 COMPONENT = ID(0xE831FF31u, 0xF2D54301u, 0x928EBBEEu, 0x25697802u), PROCESSOR = ID(0x42043F99u, 0xB7DA453Cu, 0xA569E79Du, 0x9AAEC33Du),
                  CONTROLLER = ID(0xDCD7BBE3u, 0x7742448Du, 0xA874AACCu, 0x979C759Eu),
                  DIAGNOSTICS = ID(0x44725370u, 0x64696167u, 0x6E6F7374u, 0x69637301u), /* the plugin's own */
                  UNKNOWN = ID(0u, 0u, 0xC0000000u, 0x00000046u);
#ifndef _WIN32
static const id16 RUN_LOOP = ID(0x18C35366u, 0x97764F1Au, 0x9C5B8385u, 0x7A871389u);
#endif

/* The first three functions of every interface. */
#define UNKNOWN_OF(type) result (*query)(type *, const id16, void **); uint32_t (*add)(type *), (*drop)(type *)
#define INTERFACE(name) typedef struct name { const struct name##_calls *calls; } name; struct name##_calls

INTERFACE(unknown) { UNKNOWN_OF(unknown); };
INTERFACE(stream) {
  UNKNOWN_OF(stream);
  result (*read)(stream *, void *, int32_t, int32_t *), (*write)(stream *, void *, int32_t, int32_t *), (*seek)(stream *, int64_t, int32_t, int64_t *),
      (*tell)(stream *, int64_t *);
};
typedef struct { id16 id; int32_t cardinality; char category[32], name[64]; } class_info;
INTERFACE(factory) {
  UNKNOWN_OF(factory);
  result (*info)(factory *, void *);
  int32_t (*count)(factory *);
  result (*describe)(factory *, int32_t, class_info *), (*make)(factory *, const id16, const id16, void **);
};
INTERFACE(component) {
  UNKNOWN_OF(component);
  result (*init)(component *, void *), (*end)(component *), (*controller)(component *, id16), (*mode)(component *, int32_t);
  int32_t (*buses)(component *, int32_t, int32_t);
  result (*bus)(component *, int32_t, int32_t, int32_t, void *), (*routing)(component *, void *, void *),
      (*activate)(component *, int32_t, int32_t, int32_t, uint8_t), (*active)(component *, uint8_t), (*load)(component *, stream *),
      (*save)(component *, stream *);
};
typedef struct { int32_t mode, size, frames; double rate; } setup;
typedef struct { int32_t channels; uint64_t silent; float **data; } audio;
typedef struct { int16_t channel, pitch; float tuning, velocity; int32_t length, note; } note_on;
typedef struct { int16_t channel, pitch; float velocity; int32_t note; float tuning; } note_off;
typedef struct { uint8_t number; int8_t channel, value, value2; } controller_out;
typedef struct {
  int32_t bus, frame;
  double quarter;
  uint16_t flags, type;
  union { note_on on; note_off off; controller_out controller; void *pointers[3]; } u;
} event;
INTERFACE(events) { UNKNOWN_OF(events); int32_t (*count)(events *); result (*get)(events *, int32_t, event *), (*put)(events *, event *); };
INTERFACE(queue) {
  UNKNOWN_OF(queue);
  uint32_t (*id)(queue *);
  int32_t (*count)(queue *);
  result (*get)(queue *, int32_t, int32_t *, double *), (*put)(queue *, int32_t, double, int32_t *);
};
INTERFACE(changes) { UNKNOWN_OF(changes); int32_t (*count)(changes *); queue *(*get)(changes *, int32_t), *(*put)(changes *, const uint32_t *, int32_t *); };
typedef struct {
  uint32_t state;
  double rate;
  int64_t frame, system, continuous;
  double quarter, bar, from, to, tempo;
  int32_t numerator, denominator, chord, smpte, fps[2], to_clock;
} context;
typedef struct {
  int32_t mode, size, frames, input_count, output_count;
  audio *inputs, *outputs;
  changes *moves, *moved;
  events *in, *out;
  context *time;
} block;
INTERFACE(processor) {
  UNKNOWN_OF(processor);
  result (*arrange)(processor *, uint64_t *, int32_t, uint64_t *, int32_t), (*arranged)(processor *, int32_t, int32_t, uint64_t *), (*can)(processor *, int32_t);
  uint32_t (*latency)(processor *);
  result (*setup)(processor *, setup *), (*run)(processor *, uint8_t), (*process)(processor *, block *);
  uint32_t (*tail)(processor *);
};
typedef struct { uint32_t id; uint16_t title[128], brief[128], unit[128]; int32_t steps; double standard; int32_t group, flags; } parameter;
INTERFACE(handler) { UNKNOWN_OF(handler); result (*begin)(handler *, uint32_t), (*perform)(handler *, uint32_t, double), (*end)(handler *, uint32_t), (*restart)(handler *, int32_t); };
typedef struct { int32_t left, top, right, bottom; } rectangle;
INTERFACE(view) {
  UNKNOWN_OF(view);
  result (*supports)(view *, const char *), (*attach)(view *, void *, const char *), (*remove)(view *), (*wheel)(view *, float),
      (*key_down)(view *, uint16_t, int16_t, int16_t), (*key_up)(view *, uint16_t, int16_t, int16_t), (*size)(view *, rectangle *),
      (*sized)(view *, rectangle *), (*focus)(view *, uint8_t), (*frame)(view *, void *), (*can_resize)(view *), (*constrain)(view *, rectangle *);
};
INTERFACE(controller) {
  UNKNOWN_OF(controller);
  result (*init)(controller *, void *), (*end)(controller *), (*load_component)(controller *, stream *), (*load)(controller *, stream *),
      (*save)(controller *, stream *);
  int32_t (*count)(controller *);
  result (*info)(controller *, int32_t, parameter *), (*text)(controller *, uint32_t, double, uint16_t *), (*parse)(controller *, uint32_t, uint16_t *, double *);
  double (*plain)(controller *, uint32_t, double), (*normalized)(controller *, uint32_t, double), (*get)(controller *, uint32_t);
  result (*set)(controller *, uint32_t, double), (*listen)(controller *, handler *);
  view *(*view)(controller *, const char *);
};
INTERFACE(diagnostics) { UNKNOWN_OF(diagnostics); int64_t (*read)(diagnostics *, int32_t); };
INTERFACE(frame) { UNKNOWN_OF(frame); result (*resize)(frame *, view *, rectangle *); };
INTERFACE(timer) { UNKNOWN_OF(timer); void (*tick)(timer *); };
INTERFACE(loop) {
  UNKNOWN_OF(loop);
  result (*watch)(loop *, void *, int), (*forget)(loop *, void *), (*start)(loop *, timer *, uint64_t), (*stop)(loop *, timer *);
};

enum { MOVES = 64, TIMERS = 4, STEREO = 3, OFFLINE = 2 };
typedef struct {
  instance shown;
  component *component;
  processor *processor;
  controller *controller;
  view *view;
  handler handler;
  frame frame;
  loop loop;
  events in, out;
  changes moves, moved;
  queue now;
  timer *timers[TIMERS];
  struct { int index; double value; } values[MOVES]; /* automation for the next block: the main thread writes, the audio thread reads */
  unsigned written, read;
  unsigned asked;
  uint32_t ids[1024];
  context time;
} vst3;

/* Which instance an interface that the host gives belongs to. */
#define OWNER(member, pointer) ((vst3 *)((char *)(pointer) - offsetof(vst3, member)))
#define SHARED(type) static uint32_t count_##type(type *self) { (void)self; return 1000; }
SHARED(handler) SHARED(frame) SHARED(loop) SHARED(events) SHARED(changes) SHARED(queue) SHARED(stream) SHARED(unknown)
#define PLAIN(type) static result query_##type(type *self, const id16 id, void **found) { *found = memcmp(id, UNKNOWN, 16) ? NULL : self; return *found ? OK : NO_INTERFACE; }
PLAIN(handler) PLAIN(events) PLAIN(changes) PLAIN(queue) PLAIN(stream) PLAIN(unknown) PLAIN(loop)

static int index_of(vst3 *self, uint32_t id) {
  for (int index = 0; index < 1024; index++)
    if (self->ids[index] == id) return index;
  return -1;
}

static result begin_edit(handler *from, uint32_t id) { vst3 *self = OWNER(handler, from); told_gesture(&self->shown, "begin", index_of(self, id)); return OK; }
static result end_edit(handler *from, uint32_t id) { vst3 *self = OWNER(handler, from); told_gesture(&self->shown, "end", index_of(self, id)); return OK; }
static void set(instance *, int, double);
static result perform_edit(handler *from, uint32_t id, double value) {
  vst3 *self = OWNER(handler, from);
  told_value(&self->shown, "value", index_of(self, id), value);
  set(&self->shown, index_of(self, id), value); /* the host, not the controller, tells the processor */
  return OK;
}
static result restart(handler *from, int32_t what) { (void)from, (void)what; return OK; }
static const struct handler_calls handler_calls = {query_handler, count_handler, count_handler, begin_edit, perform_edit, end_edit, restart};

static result resize_view(frame *from, view *shown, rectangle *size) {
  told_size(&OWNER(frame, from)->shown, size->right - size->left, size->bottom - size->top);
  return shown->calls->sized(shown, size);
}
static result query_frame(frame *from, const id16 id, void **found) {
#ifndef _WIN32
  if (!memcmp(id, RUN_LOOP, 16)) return *found = &OWNER(frame, from)->loop, OK;
#endif
  *found = memcmp(id, UNKNOWN, 16) ? NULL : from;
  return *found ? OK : NO_INTERFACE;
}
static const struct frame_calls frame_calls = {query_frame, count_frame, count_frame, resize_view};

static result watch(loop *from, void *handler, int file) { (void)from, (void)handler, (void)file; return NOT_IMPLEMENTED; }
static result forget(loop *from, void *handler) { (void)from, (void)handler; return NOT_IMPLEMENTED; }
static result start_timer(loop *from, timer *due, uint64_t period) {
  (void)period;
  for (int i = 0; i < TIMERS; i++)
    if (!OWNER(loop, from)->timers[i]) return due->calls->add(due), OWNER(loop, from)->timers[i] = due, OK;
  return NOT_IMPLEMENTED;
}
static result stop_timer(loop *from, timer *due) {
  for (int i = 0; i < TIMERS; i++)
    if (OWNER(loop, from)->timers[i] == due) return OWNER(loop, from)->timers[i] = NULL, due->calls->drop(due), OK;
  return NOT_IMPLEMENTED;
}
static const struct loop_calls loop_calls = {query_loop, count_loop, count_loop, watch, forget, start_timer, stop_timer};

static int32_t no_events(events *from) { (void)from; return 0; }
static result get_none(events *from, int32_t index, event *into) { (void)from, (void)index, (void)into; return NOT_IMPLEMENTED; }
static result put_none(events *from, event *one) { (void)from, (void)one; return NOT_IMPLEMENTED; }
static result take(events *from, event *one) {
  instance *self = &OWNER(out, from)->shown;
  if (one->type == 0) told_midi(self, one->frame, 0x90 | one->u.on.channel, one->u.on.pitch, (int)(one->u.on.velocity * 127 + 0.5));
  else if (one->type == 1) told_midi(self, one->frame, 0x80 | one->u.off.channel, one->u.off.pitch, (int)(one->u.off.velocity * 127 + 0.5));
  else if (one->type == 65535) told_midi(self, one->frame, 0xB0 | one->u.controller.channel, one->u.controller.number, one->u.controller.value);
  return OK;
}
static const struct events_calls in_calls = {query_events, count_events, count_events, no_events, get_none, put_none},
                                 out_calls = {query_events, count_events, count_events, no_events, get_none, take};

/* One queue that is asked for one parameter after the other. */
static int32_t count_moves(changes *from) { vst3 *self = OWNER(moves, from); return (int32_t)(self->written - self->read); }
static queue *get_move(changes *from, int32_t index) { vst3 *self = OWNER(moves, from); self->asked = self->read + (unsigned)index; return &self->now; }
static int32_t count_none(changes *from) { (void)from; return 0; }
static queue *get_no_move(changes *from, int32_t index) { (void)from, (void)index; return NULL; }
static queue *put_no_move(changes *from, const uint32_t *id, int32_t *index) { (void)from, (void)id, (void)index; return NULL; }
static uint32_t move_id(queue *from) { vst3 *self = OWNER(now, from); return self->ids[self->values[self->asked % MOVES].index]; }
static int32_t one_point(queue *from) { (void)from; return 1; }
static result get_point(queue *from, int32_t index, int32_t *frame, double *value) {
  vst3 *self = OWNER(now, from);
  *frame = 0, *value = self->values[self->asked % MOVES].value;
  return index == 0 ? OK : NOT_IMPLEMENTED;
}
static result put_point(queue *from, int32_t frame, double value, int32_t *index) { (void)from, (void)frame, (void)value, (void)index; return NOT_IMPLEMENTED; }
static const struct changes_calls moves_calls = {query_changes, count_changes, count_changes, count_moves, get_move, put_no_move},
                                  moved_calls = {query_changes, count_changes, count_changes, count_none, get_no_move, put_no_move};
static const struct queue_calls queue_calls = {query_queue, count_queue, count_queue, move_id, one_point, get_point, put_point};

/* Memory as a stream. */
typedef struct { stream stream; char *bytes; long length, room, at; } memory;
static result read_memory(stream *from, void *into, int32_t count, int32_t *done) {
  memory *self = (memory *)from;
  int32_t rest = (int32_t)(self->length - self->at), taken = count < rest ? count : rest;
  memcpy(into, self->bytes + self->at, taken);
  self->at += taken;
  if (done) *done = taken;
  return OK;
}
static result write_memory(stream *from, void *bytes, int32_t count, int32_t *done) {
  memory *self = (memory *)from;
  if (self->at + count > self->room) return NOT_IMPLEMENTED;
  memcpy(self->bytes + self->at, bytes, count);
  self->at += count;
  if (self->at > self->length) self->length = self->at;
  if (done) *done = count;
  return OK;
}
static result seek_memory(stream *from, int64_t to, int32_t mode, int64_t *at) {
  memory *self = (memory *)from;
  self->at = (long)(to + (mode == 1 ? self->at : mode == 2 ? self->length : 0));
  if (at) *at = self->at;
  return OK;
}
static result tell_memory(stream *from, int64_t *at) { *at = ((memory *)from)->at; return OK; }
static const struct stream_calls memory_calls = {query_stream, count_stream, count_stream, read_memory, write_memory, seek_memory, tell_memory};

static long save(instance *shown, void *into, long room) {
  memory to = {{&memory_calls}, into, 0, room, 0};
  vst3 *self = (vst3 *)shown;
  return self->component->calls->save(self->component, &to.stream) == OK ? to.length : 0;
}

static int load(instance *shown, const void *from, long length) {
  vst3 *self = (vst3 *)shown;
  memory one = {{&memory_calls}, (char *)from, length, length, 0}, other = one;
  return self->component->calls->load(self->component, &one.stream) == OK
      && self->controller->calls->load_component(self->controller, &other.stream) == OK;
}

static view *shown_view(vst3 *self) {
  if (!self->view) self->view = self->controller->calls->view(self->controller, "editor");
  return self->view;
}

static int size(instance *shown, int *width, int *height) {
  view *of = shown_view((vst3 *)shown);
  rectangle found = {0};
  int known = of && of->calls->size(of, &found) == OK;
  *width = found.right - found.left, *height = found.bottom - found.top;
  return known;
}

static int open(instance *shown, uintptr_t parent) {
  vst3 *self = (vst3 *)shown;
  view *of = shown_view(self);
  if (!of) return 0;
  of->calls->frame(of, &self->frame);
#ifdef _WIN32
  return of->calls->attach(of, (void *)parent, "HWND") == OK;
#else
  return of->calls->attach(of, (void *)parent, "X11EmbedWindowID") == OK;
#endif
}

static void close(instance *shown) {
  vst3 *self = (vst3 *)shown;
  if (!self->view) return;
  self->view->calls->remove(self->view);
  self->view->calls->frame(self->view, NULL);
  self->view->calls->drop(self->view);
  self->view = NULL;
}

static void idle(instance *shown) {
  for (int i = 0; i < TIMERS; i++) {
    timer *due = ((vst3 *)shown)->timers[i];
    if (due) due->calls->tick(due);
  }
}

static int resize(instance *shown, int width, int height) {
  view *of = ((vst3 *)shown)->view;
  rectangle to = {0, 0, width, height};
  return of && of->calls->sized(of, &to) == OK; /* as hosts do that ask for no constraint */
}

static void set(instance *shown, int index, double value) {
  vst3 *self = (vst3 *)shown;
  self->controller->calls->set(self->controller, self->ids[index], value);
  self->values[self->written % MOVES].index = index, self->values[self->written % MOVES].value = value;
  __atomic_add_fetch(&self->written, 1, __ATOMIC_RELEASE);
}

static double get(instance *shown, int index) { vst3 *self = (vst3 *)shown; return self->controller->calls->get(self->controller, self->ids[index]); }

static int64_t diagnose(instance *shown, int number) {
  component *part = ((vst3 *)shown)->component;
  diagnostics *of = NULL;
  int64_t answer = -1;
  if (part->calls->query(part, DIAGNOSTICS, (void **)&of) == OK) {
    answer = of->calls->read(of, number);
    of->calls->drop(of);
  }
  return answer;
}

static void process(instance *shown, float **outputs, const song *at) {
  vst3 *self = (vst3 *)shown;
  context *time = &self->time;
  time->state = 1 << 9 | 1 << 10 | 1 << 11 | 1 << 13 | (at->is_playing ? 2 : 0);
  time->rate = RATE, time->frame = at->frame, time->quarter = at->quarter, time->tempo = at->tempo;
  time->bar = (double)((int64_t)at->quarter / 4 * 4), time->numerator = time->denominator = 4;
  audio out = {2, 0, outputs};
  block now = {is_offline ? OFFLINE : 0, 0, BLOCK, 0, 1, NULL, &out, &self->moves, &self->moved, &self->in, &self->out, time};
  unsigned moves = (unsigned)count_moves(&self->moves);
  self->processor->calls->process(self->processor, &now);
  __atomic_add_fetch(&self->read, moves, __ATOMIC_RELEASE);
}

static void end(instance *shown) {
  vst3 *self = (vst3 *)shown;
  close(shown);
  self->processor->calls->run(self->processor, 0);
  self->component->calls->active(self->component, 0);
  self->controller->calls->listen(self->controller, NULL);
  self->controller->calls->drop(self->controller);
  self->processor->calls->drop(self->processor);
  self->component->calls->end(self->component);
  self->component->calls->drop(self->component);
}

/* Context of the plugin: a host that offers nothing. */
static const struct unknown_calls context_calls = {query_unknown, count_unknown, count_unknown};
static unknown host = {&context_calls};

instance *open_vst3(void *library, int number) {
  factory *(*find)(void) = (factory * (*)(void)) symbol(library, "GetPluginFactory");
  factory *made = find ? find() : NULL;
  class_info class = {0};
  for (int32_t i = 0; made && i < made->calls->count(made) && strcmp(class.category, "Audio Module Class"); i++) made->calls->describe(made, i, &class);
  vst3 *self = calloc(1, sizeof *self);
  self->shown = (instance){number, NULL, size, open, close, idle, resize, set, get, diagnose, save, load, end, process};
  self->handler.calls = &handler_calls, self->frame.calls = &frame_calls, self->loop.calls = &loop_calls;
  self->in.calls = &in_calls, self->out.calls = &out_calls, self->moves.calls = &moves_calls, self->moved.calls = &moved_calls;
  self->now.calls = &queue_calls;
  if (!made || made->calls->make(made, class.id, COMPONENT, (void **)&self->component) != OK) return NULL;
  component *part = self->component;
  if (part->calls->init(part, &host) != OK || part->calls->query(part, PROCESSOR, (void **)&self->processor) != OK) return NULL;
  if (part->calls->query(part, CONTROLLER, (void **)&self->controller) != OK) return NULL; /* a controller of its own is not known here */
  controller *by = self->controller;
  by->calls->listen(by, &self->handler);
  for (int32_t i = 0; i < by->calls->count(by) && i < 1024; i++) {
    parameter found = {0};
    by->calls->info(by, i, &found);
    self->ids[i] = found.id;
  }
  uint64_t stereo = STEREO;
  setup for_all = {is_offline ? OFFLINE : 0, 0, BLOCK, RATE};
  self->processor->calls->arrange(self->processor, NULL, 0, &stereo, 1);
  self->processor->calls->setup(self->processor, &for_all);
  for (int kind = 0; kind < 2; kind++)
    for (int way = 0; way < 2; way++)
      for (int32_t bus = 0; bus < part->calls->buses(part, kind, way); bus++) part->calls->activate(part, kind, way, bus, 1);
  part->calls->active(part, 1);
  self->processor->calls->run(self->processor, 1);
  made->calls->drop(made);
  return &self->shown;
}
