/* VST3 behind plugin.h. Layouts as the public interface has them. Interfaces are called by their place in the table of functions. */
#include "plugin.h"
#include <stdatomic.h>

typedef struct { char bytes[16]; } id;
typedef struct { void *const *functions; } object; /* any interface: a pointer to its table */
typedef struct { int32_t left, top, right, bottom; } rectangle;
typedef struct { int32_t mode, size, longest; double rate; } setup;
typedef struct { int32_t channels; uint64_t silence; float **buffers; } audio;
typedef struct {
  uint32_t state;
  double rate;
  int64_t frames, system, running;
  double quarter, bar, loop_start, loop_end, tempo;
  int32_t numerator, denominator, chord, offset, film[2], clock;
} context;
typedef struct { int32_t mode, size, frames, input_count, output_count; audio *inputs, *outputs; object *values, *values_out, *events, *events_out; context *context; } block;
typedef struct {
  int32_t bus, frame;
  double quarter;
  uint16_t flags, type;
  uint32_t gap;
  struct { int16_t channel, key; float tuning, velocity; int32_t rest[3]; } note;
} event;

/* One thing of the host: an object whose table knows where the instance is. */
typedef struct { void *const *functions; struct vst3 *self; } face;
enum { MOVES = 64 };
typedef struct vst3 {
  instance shown;
  object *component, *processor, *controller, *view, *diagnostics, *timer;
  face handler, frame, loop, values, queue, events, values_out, queue_out;
  struct { uint32_t index; double value; } moves[MOVES]; /* automation for the next block: the main thread writes, the audio thread reads */
  atomic_uint written, read;
  uint32_t move, told;
} vst3;

#define CALL(object, place, result, ...) ((result (*)(void *, __VA_ARGS__))(object)->functions[place])
#define ASK(object, place, result) ((result (*)(void *))(object)->functions[place])(object)
#define ID(a, b, c, d) ((id){{(char)((a) >> 24), (char)((a) >> 16), (char)((a) >> 8), (char)(a), (char)((b) >> 24), (char)((b) >> 16), (char)((b) >> 8), (char)(b), \
    (char)((c) >> 24), (char)((c) >> 16), (char)((c) >> 8), (char)(c), (char)((d) >> 24), (char)((d) >> 16), (char)((d) >> 8), (char)(d)}})
#define OK 0

static object *query(void *of, id wanted) {
  void *found = NULL;
  CALL((object *)of, 0, int, const id *, void **)(of, &wanted, &found);
  return found;
}

static uint32_t reference(face *from) { (void)from; return 1; /* all live as long as the host */ }
static int query_none(face *from, const id *wanted, void **found) { (void)from, (void)wanted; *found = NULL; return -1; }
static int query_frame(face *from, const id *wanted, void **found) {
  id loop = ID(0x18C35366u, 0x97764F1Au, 0x9C5B8385u, 0x7A871389u);
  *found = memcmp(wanted, &loop, sizeof loop) ? NULL : &from->self->loop;
  return *found ? OK : -1;
}

static int begin_edit(face *from, uint32_t index) { told_gesture(&from->self->shown, "begin", index); return OK; }
static int perform_edit(face *from, uint32_t index, double value) {
  told_value(&from->self->shown, "value", index, value);
  from->self->shown.set(&from->self->shown, index, value); /* it goes to the processor with the next block */
  return OK;
}
static int end_edit(face *from, uint32_t index) { told_gesture(&from->self->shown, "end", index); return OK; }
static int restart(face *from, int32_t flags) { (void)flags; printf("rescan %d\n", from->self->shown.number); return OK; }

static int resize_view(face *from, object *view, rectangle *size) {
  told_size(&from->self->shown, size->right - size->left, size->bottom - size->top);
  return CALL(view, 10, int, rectangle *)(view, size);
}

static int no_events(face *from, void *handler, int file) { (void)from, (void)handler, (void)file; return 3; }
static int register_timer(face *from, object *handler, uint64_t period) { (void)period; from->self->timer = handler; return OK; }
static int unregister_timer(face *from, object *handler) { if (from->self->timer == handler) from->self->timer = NULL; return OK; }

static int32_t count_moves(face *from) { return from->self->written - from->self->read; }
static face *get_move(face *from, int32_t index) { from->self->move = from->self->read + index; return &from->self->queue; }
static face *add_none(face *from, const uint32_t *index, int32_t *place) { (void)from, (void)index, (void)place; return NULL; }
static uint32_t move_index(face *from) { return from->self->moves[from->self->move % MOVES].index; }
static int32_t one(face *from) { (void)from; return 1; }
static int32_t none(face *from) { (void)from; return 0; }
static int move_value(face *from, int32_t place, int32_t *frame, double *value) {
  (void)place;
  *frame = 0, *value = from->self->moves[from->self->move % MOVES].value;
  return OK;
}
static int refuse_point(face *from, int32_t frame, double value, int32_t *place) { (void)from, (void)frame, (void)value, (void)place; return 4; }
static face *get_none(face *from, int32_t index) { (void)from, (void)index; return NULL; }
static face *add_told(face *from, const uint32_t *index, int32_t *place) { from->self->told = *index, *place = 0; return &from->self->queue_out; }
static uint32_t told_index(face *from) { return from->self->told; }
static int no_point(face *from, int32_t place, int32_t *frame, double *value) { (void)from, (void)place, (void)frame, (void)value; return 2; }
static int add_point(face *from, int32_t frame, double value, int32_t *place) {
  (void)frame;
  *place = 0;
  if (from->self->told < 1024) told_value(&from->self->shown, "quiet", from->self->told, value);
  return OK;
}
static int get_event(face *from, int32_t index, event *into) { (void)from, (void)index, (void)into; return 2; }
static int add_event(face *from, const event *added) {
  if (added->type == 0) told_note(&from->self->shown, added->frame, added->note.key, (int)(added->note.velocity * 127 + 0.5));
  return OK;
}

static void *const handler_calls[] = {query_none, reference, reference, begin_edit, perform_edit, end_edit, restart};
static void *const frame_calls[] = {query_frame, reference, reference, resize_view};
static void *const loop_calls[] = {query_none, reference, reference, no_events, no_events, register_timer, unregister_timer};
static void *const values_calls[] = {query_none, reference, reference, count_moves, get_move, add_none};
static void *const queue_calls[] = {query_none, reference, reference, move_index, one, move_value, refuse_point};
static void *const values_out_calls[] = {query_none, reference, reference, none, get_none, add_told};
static void *const queue_out_calls[] = {query_none, reference, reference, told_index, none, no_point, add_point};
static void *const events_calls[] = {query_none, reference, reference, none, get_event, add_event};

static int size(instance *shown, int *width, int *height) {
  vst3 *self = (vst3 *)shown;
  rectangle found = {0, 0, 0, 0};
  object *view = self->view ? self->view : CALL(self->controller, 17, object *, const char *)(self->controller, "editor");
  int known = view && CALL(view, 9, int, rectangle *)(view, &found) == OK;
  if (view && !self->view) ASK(view, 2, uint32_t);
  *width = found.right - found.left, *height = found.bottom - found.top;
  return known;
}

static void close(instance *shown) {
  vst3 *self = (vst3 *)shown;
  if (!self->view) return;
  ASK(self->view, 5, int);
  CALL(self->view, 12, int, void *)(self->view, NULL);
  ASK(self->view, 2, uint32_t);
  self->view = NULL;
}

static int open(instance *shown, unsigned long parent) {
  vst3 *self = (vst3 *)shown;
  close(shown);
  self->view = CALL(self->controller, 17, object *, const char *)(self->controller, "editor");
  return self->view && CALL(self->view, 12, int, void *)(self->view, &self->frame) == OK
      && CALL(self->view, 4, int, void *, const char *)(self->view, (void *)parent, "X11EmbedWindowID") == OK;
}

static void idle(instance *shown) {
  vst3 *self = (vst3 *)shown;
  if (self->timer) ((void (*)(void *))self->timer->functions[3])(self->timer);
}

static int resize(instance *shown, int width, int height) {
  vst3 *self = (vst3 *)shown;
  rectangle into = {0, 0, width, height};
  return self->view && CALL(self->view, 10, int, rectangle *)(self->view, &into) == OK;
}

static void set(instance *shown, int index, double value) {
  vst3 *self = (vst3 *)shown;
  self->moves[self->written % MOVES].index = index;
  self->moves[self->written % MOVES].value = value;
  self->written++;
}

static double get(instance *shown, int index) { return CALL(((vst3 *)shown)->controller, 14, double, uint32_t)(((vst3 *)shown)->controller, index); }
static int64_t diagnose(instance *shown, int number) { return CALL(((vst3 *)shown)->diagnostics, 3, int64_t, int)(((vst3 *)shown)->diagnostics, number); }

static void process(instance *shown, float **outputs, const song *at) {
  vst3 *self = (vst3 *)shown;
  int32_t moves = count_moves(&self->values);
  audio port = {2, 0, outputs};
  context time = {(at->is_playing ? 2 : 0) | 1 << 9 | 1 << 10, RATE, at->frame, 0, 0, at->quarter, 0, 0, 0, at->tempo, 4, 4, 0, 0, {0, 0}, 0};
  block now = {0, 0, BLOCK, 0, 1, NULL, &port, (object *)&self->values, (object *)&self->values_out, (object *)&self->events, (object *)&self->events, &time};
  CALL(self->processor, 9, int, block *)(self->processor, &now);
  self->read += moves;
}

static void end(instance *shown) {
  vst3 *self = (vst3 *)shown;
  CALL(self->processor, 8, int, char)(self->processor, 0);
  CALL(self->component, 11, int, char)(self->component, 0);
  CALL(self->controller, 16, int, void *)(self->controller, NULL);
  ASK(self->component, 4, int);
  ASK(self->diagnostics, 2, uint32_t);
  ASK(self->controller, 2, uint32_t);
  ASK(self->processor, 2, uint32_t);
  ASK(self->component, 2, uint32_t);
}

instance *open_vst3(void *library, int number) {
  object *(*factory_of)(void) = (object * (*)(void)) dlsym(library, "GetPluginFactory");
  char (*enter)(void *) = (char (*)(void *))dlsym(library, "ModuleEntry");
  object *factory = factory_of && enter && enter(library) ? factory_of() : NULL;
  id class = ID(0x56535444u, 0x72537064u, 0x72756D73u, 0x70616365u), wanted = ID(0xE831FF31u, 0xF2D54301u, 0x928EBBEEu, 0x25697802u);
  vst3 *self = calloc(1, sizeof *self);
  if (!factory || CALL(factory, 6, int, id *, id *, void **)(factory, &class, &wanted, (void **)&self->component) != OK) return NULL;
  self->shown = (instance){number, size, open, close, idle, resize, set, get, diagnose, end, process};
  self->handler = (face){handler_calls, self}, self->frame = (face){frame_calls, self}, self->loop = (face){loop_calls, self};
  self->values = (face){values_calls, self}, self->queue = (face){queue_calls, self}, self->events = (face){events_calls, self};
  self->values_out = (face){values_out_calls, self}, self->queue_out = (face){queue_out_calls, self};
  self->processor = query(self->component, ID(0x42043F99u, 0xB7DA453Cu, 0xA569E79Du, 0x9AAEC33Du));
  self->controller = query(self->component, ID(0xDCD7BBE3u, 0x7742448Du, 0xA874AACCu, 0x979C759Eu));
  self->diagnostics = query(self->component, ID(0x44725370u, 0x64696167u, 0x6E6F7374u, 0x69637301u));
  CALL(self->component, 3, int, void *)(self->component, NULL);
  CALL(self->controller, 16, int, void *)(self->controller, &self->handler);
  setup wish = {0, 0, BLOCK, RATE};
  CALL(self->processor, 7, int, setup *)(self->processor, &wish);
  CALL(self->component, 11, int, char)(self->component, 1);
  CALL(self->processor, 8, int, char)(self->processor, 1);
  return &self->shown;
}
