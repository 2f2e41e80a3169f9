/* A VST2 plugin that logs the notes it receives, for the host tests: after DrumSpace in a chain, it receives DrumSpace's notes from the
 * host, with the host's own time. Audio passes through. Each note-on is a line in the file that TAP_LOG names:
 *   the song's position in frames, in quarters, the tempo in quarters per minute, the note, its velocity,
 *   and the host's process level (0 unknown, 2 real time, 4 offline).
 * A start or a jump of the transport is a line "roll FROM TO" in frames; FROM is -1 if the transport was stopped. After a roll a line
 * "peak P" has the peak of the audio so far.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct effect effect;
typedef intptr_t (*callback)(effect *, int32_t, int32_t, intptr_t, void *, float);
struct effect {
  int32_t magic;
  intptr_t (*dispatch)(effect *, int32_t, int32_t, intptr_t, void *, float);
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
  void *replace_double;
  char future[56];
};
typedef struct { int32_t type, size, frame, flags, length, offset; unsigned char data[4], rest[4]; } midi;
typedef struct { int32_t count; intptr_t reserved; midi *events[2]; } list;
typedef struct { double sample, rate, nanos, ppq, tempo, bar, start, end; int32_t numerator, denominator, smpte[3], flags; } song_time;

enum { PLAYING = 2, NOTES = 256 };

static callback host;
static FILE *log_file;
static midi notes[NOTES];
static int note_count;
static double expected = -1;
static float peak;

static void take(const list *events) {
  for (int i = 0; i < events->count && note_count < NOTES; i++) {
    const midi *event = events->events[i];
    if (event->type == 1 && (event->data[0] & 0xF0) == 0x90 && event->data[2]) notes[note_count++] = *event;
  }
}

static void finish(void) {
  if (!log_file) return;
  fprintf(log_file, "peak %.4f\n", peak);
  fflush(log_file);
}

static intptr_t dispatch(effect *e, int32_t opcode, int32_t index, intptr_t value, void *pointer, float option) {
  (void)e, (void)index, (void)value, (void)option;
  switch (opcode) {
  case 1: finish(); return 1;
  case 12: if (!value) finish(); return 0;
  case 25: take(pointer); return 1;
  case 45: case 47: case 48: strcpy(pointer, "Tap"); return 1;
  case 51: return !strcmp(pointer, "receiveVstEvents") || !strcmp(pointer, "receiveVstMidiEvent") || !strcmp(pointer, "receiveVstTimeInfo");
  case 58: return 2400;
  }
  return 0;
}

static void replace(effect *e, float **inputs, float **outputs, int32_t frames) {
  for (int channel = 0; channel < 2; channel++)
    for (int i = 0; i < frames; i++)
      if (fabsf(inputs[channel][i]) > peak) peak = fabsf(inputs[channel][i]);
  for (int channel = 0; channel < 2; channel++)
    if (outputs[channel] != inputs[channel]) memmove(outputs[channel], inputs[channel], frames * sizeof(float));
  const song_time *time = (const song_time *)host(e, 7, 0, 0xFFFF, NULL, 0);
  if (log_file && time && time->flags & PLAYING) {
    if (time->sample != expected) fprintf(log_file, "roll %.0f %.0f\n", expected, time->sample);
    for (int i = 0; i < note_count; i++)
      fprintf(log_file, "%.0f %.6f %.3f %d %d %d\n", time->sample + notes[i].frame,
              time->ppq + notes[i].frame * time->tempo / 60 / time->rate, time->tempo, notes[i].data[1], notes[i].data[2],
              (int)host(e, 23, 0, 0, NULL, 0));
    expected = time->sample + frames;
  } else {
    if (expected >= 0) finish();
    expected = -1;
  }
  note_count = 0;
}

static void set(effect *e, int32_t index, float value) { (void)e, (void)index, (void)value; }
static float get(effect *e, int32_t index) { (void)e, (void)index; return 0; }

effect *VSTPluginMain(callback from) {
  host = from;
  const char *path = getenv("TAP_LOG");
  if (path && !log_file) log_file = fopen(path, "w");
  effect *e = calloc(1, sizeof *e);
  *e = (effect){.magic = 0x56737450, .dispatch = dispatch, .process = replace, .set = set, .get = get, .inputs = 2, .outputs = 2,
                .flags = 1 << 4, .ratio = 1, .id = 0x54617020, .version = 1, .replace = replace};
  return e;
}
