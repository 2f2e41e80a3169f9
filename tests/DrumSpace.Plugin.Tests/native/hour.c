/* A host in a process of its own that plays an hour of a song, 64 frames a block, as fast as it can and as if in real time: knobs turned
 * every 21 ms, slots stored, chosen, chained and morphed, locks, tempo changes, jumps, stops, notes and program changes.
 *
 *   hour LIBRARY SEED SAVES    SAVES: how often another thread saves the state meanwhile, as a host's autosave does; prints KEY=VALUE lines
 */
#include "watch.h"

#define FRAMES 64
#define SECOND (48000 / FRAMES)
#define HOUR (3600L * SECOND)

static effect *plugin;
static sem_t wanted;
static volatile int ended;
static long saved_bytes;

static void *save(void *nothing) {
  (void)nothing;
  for (sem_wait(&wanted); !ended; sem_wait(&wanted)) {
    void *chunk = NULL;
    saved_bytes += plugin->dispatch(plugin, 23, 0, 0, &chunk, 0);
  }
  return NULL;
}

/* Sets a parameter by its name, where the plugin has it. */
static void set(const char *name, float value) {
  for (int index = 0; index < plugin->parameters; index++) {
    char text[256] = "";
    plugin->dispatch(plugin, 8, index, 0, text, 0);
    if (!strcmp(text, name)) plugin->set(plugin, index, value);
  }
}

static float left[FRAMES], right[FRAMES];

static void play(void) {
  float *outputs[2] = {left, right};
  inside = 1;
  plugin->replace(plugin, NULL, outputs, FRAMES);
  inside = 0;
  if (now.flags & 2) now.ppq += FRAMES * now.tempo / 60 / now.rate;
}

/* Eight slots at eight points, and all that has to be switched on. */
static void prepare(void) {
  for (int slot = 1; slot <= 8; slot++) {
    for (int knob = 0; knob < 4; knob++) plugin->set(plugin, knob, uniform());
    for (int block = 0; block < SECOND / 2; block++) play();
    set("Store", slot / 8.0f);
    play();
    char name[32];
    snprintf(name, sizeof name, "Slot %d Bars", slot);
    set(name, slot / 16.0f);
  }
  set("Morph", 0.5f), set("Fill", 0.5f), set("Swing", 0.4f), set("Variation", 0.5f);
  play();
  set("Groove Vel", 1), set("Groove Time", 1), set("Mel On", 1);
}

static void conduct(long block) {
  if (block % 16 == 0)
    for (int knob = 0; knob < 4; knob++) plugin->set(plugin, knob, 0.5 + 0.5 * sin(block * 1e-4 * (knob + 1)));
  if (block % 256 == 0) usleep(30); /* the worker's turn: an hour goes by in seconds here */
  if (block % (4 * SECOND) == 0) set("Slot", rand() % 9 / 8.0f);
  if (block % (5 * SECOND) == 0) set("Kick Lock", rand() % 2), set("Snare Lock", rand() % 2);
  if (block % (16 * SECOND) == 0) now.tempo = 90 + rand() % 90;
  if (block % (20 * SECOND) == 0) hand_midi(plugin, 0, 0x90, 24 + rand() % 9, 100); /* the keys that choose slots */
  if (block % (150 * SECOND) == 0) hand_midi(plugin, 0, 0xC0, rand() % 12, 0);
  if (block % (32 * SECOND) == 0) set("Chain", rand() % 2);
  if (block % (60 * SECOND) == 0) now.ppq = rand() % 64 * 4;
  if (block % (90 * SECOND) == 0) now.flags &= ~2;
  if (block % (90 * SECOND) == SECOND) now.flags |= 2;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  level = 2;
  srand(atoi(arguments[2]));
  long saves = atol(arguments[3]), posted = 0;
  void *library = load(arguments[1]);
  plugin = open_plugin(library, arguments[1]);
  plugin->dispatch(plugin, 12, 0, 1, NULL, 0);
  now.rate = 48000, now.tempo = 120, now.num = now.den = 4;
  now.flags = 1 << 9 | 1 << 10 | 1 << 13 | 2;
  sem_init(&wanted, 0, 0);
  pthread_t saver;
  pthread_create(&saver, NULL, save, NULL);
  await_pattern(plugin);
  prepare();
  for (long block = 0; block < 30 * SECOND; block++) conduct(block), play();
  if (saves) plugin->dispatch(plugin, 23, 0, 0, &(void *){NULL}, 0);
  allocations = locks = waits = posts = files = events = 0;
  int64_t before[8], peak = 0;
  for (int which = 0; which < 8; which++) before[which] = figure(plugin, which);
  for (long block = 0; block < HOUR; block++) {
    conduct(block);
    play();
    if (saves && block % (HOUR / saves) == HOUR / saves / 2) sem_post(&wanted), posted++;
    for (int i = 0; i < FRAMES; i++) {
      if (!isfinite(left[i]) || !isfinite(right[i])) return 5;
      peak |= left[i] != 0;
    }
  }
  ended = 1;
  sem_post(&wanted);
  pthread_join(saver, NULL);
  printf("events=%ld\nallocations=%ld\nlocks=%ld\nwaits=%ld\nfiles=%ld\npeak=%ld\n", events, allocations, locks, waits, files, (long)peak);
  printf("saves=%ld\nsaved=%ld\nmanaged=%ld\nworker=%ld\ndecodes=%ld\nheap=%ld\n", posted, saved_bytes, (long)figure(plugin, 0),
         (long)(figure(plugin, 5) - before[5]), (long)(figure(plugin, 2) - before[2]), (long)figure(plugin, 7));
  printf("gen0=%ld\ngen1=%ld\ngen2=%ld\n", (long)(figure(plugin, 1) - before[1]), (long)(figure(plugin, 3) - before[3]), (long)(figure(plugin, 4) - before[4]));
  plugin->dispatch(plugin, 12, 0, 0, NULL, 0);
  plugin->dispatch(plugin, 1, 0, 0, NULL, 0);
  printf("unload=%d\n", dlclose(library));
  return 0;
}
