/* VST2 behind plugin.h. Layouts as the public interface has them. */
#include "plugin.h"

typedef struct effect effect;
typedef intptr_t (*callback)(effect *, int32_t, int32_t, intptr_t, void *, float);
struct effect {
  int32_t magic;
  callback dispatch;
  void (*process)(effect *, float **, float **, int32_t);
  void (*set)(effect *, int32_t, float);
  float (*get)(effect *, int32_t);
  int32_t programs, parameters, inputs, outputs, flags;
  intptr_t reserved[2];
  int32_t delay, qualities[2];
  float ratio;
  void *object, *user;
  int32_t id, version;
  void (*replace)(effect *, float **, float **, int32_t);
};
typedef struct { int32_t type, size, frame, flags, length, offset; unsigned char data[4], rest[4]; } midi;
typedef struct { int32_t count; intptr_t reserved; midi *events[]; } list;
typedef struct { double frame, rate, nanos, quarter, tempo, bar, from, to; int32_t numerator, denominator, smpte[3], flags; } song_time;
typedef struct { int16_t top, left, bottom, right; } rectangle;
typedef struct { instance shown; effect *effect; song_time time; } vst2;

static vst2 *opening;

static intptr_t host(effect *e, int32_t opcode, int32_t index, intptr_t value, void *pointer, float option) {
  vst2 *self = e && e->user ? e->user : opening;
  switch (opcode) {
  case 0: told_value(&self->shown, "value", index, option); return 0;
  case 1: return 2400;
  case 7: return (intptr_t)&self->time;
  case 8:
    for (int i = 0; i < ((list *)pointer)->count; i++) {
      midi *event = ((list *)pointer)->events[i];
      if (event->type == 1) told_midi(&self->shown, event->frame, event->data[0], event->data[1], event->data[2]);
    }
    return 1;
  case 15: told_size(&self->shown, index, value); return 1;
  case 23: return is_offline ? 4 : 2;
  case 43: told_gesture(&self->shown, "begin", index); return 1;
  case 44: told_gesture(&self->shown, "end", index); return 1;
  }
  return 0;
}

static effect *of(instance *self) { return ((vst2 *)self)->effect; }
static intptr_t call(instance *self, int opcode, intptr_t value, void *pointer) { return of(self)->dispatch(of(self), opcode, 0, value, pointer, 0); }

static int size(instance *self, int *width, int *height) {
  rectangle *found = NULL;
  call(self, 13, 0, &found);
  if (found) *width = found->right - found->left, *height = found->bottom - found->top;
  return found != NULL;
}

static int open(instance *self, uintptr_t parent) { return call(self, 14, 0, (void *)parent) != 0; }
static void close(instance *self) { call(self, 15, 0, NULL); }
static void idle(instance *self) { call(self, 19, 0, NULL); }
static void set(instance *self, int index, double value) { of(self)->set(of(self), index, value); }
static double get(instance *self, int index) { return of(self)->get(of(self), index); }

static int64_t diagnose(instance *self, int number) {
  int64_t answer = -1;
  of(self)->dispatch(of(self), 50, of(self)->id, number, &answer, 0);
  return answer;
}

static long save(instance *self, void *into, long room) {
  void *state = NULL;
  long length = call(self, 23, 0, &state);
  if (length > room) return 0;
  memcpy(into, state, length);
  return length;
}

static int load(instance *self, const void *from, long length) { return call(self, 24, length, (void *)from) != 0; }

static void process(instance *self, float **outputs, const song *at) {
  song_time *time = &((vst2 *)self)->time;
  time->frame = at->frame, time->quarter = at->quarter, time->tempo = at->tempo;
  time->flags = 1 << 9 | 1 << 10 | 1 << 13 | (at->is_playing ? 2 : 0);
  of(self)->replace(of(self), NULL, outputs, BLOCK);
}

static void end(instance *self) {
  call(self, 12, 0, NULL);
  call(self, 1, 0, NULL);
}

instance *open_vst2(void *library, int number) {
  effect *(*make)(callback) = (effect * (*)(callback)) symbol(library, "VSTPluginMain");
  vst2 *self = opening = calloc(1, sizeof *self);
  self->shown = (instance){number, NULL, size, open, close, idle, NULL, set, get, diagnose, save, load, end, process};
  self->time = (song_time){.rate = RATE, .tempo = 120, .numerator = 4, .denominator = 4};
  self->effect = make ? make(host) : NULL;
  if (!self->effect) return NULL;
  self->effect->user = self;
  call(&self->shown, 0, 0, NULL);
  self->effect->dispatch(self->effect, 10, 0, 0, NULL, RATE);
  call(&self->shown, 11, BLOCK, NULL);
  call(&self->shown, 12, 1, NULL);
  return &self->shown;
}
