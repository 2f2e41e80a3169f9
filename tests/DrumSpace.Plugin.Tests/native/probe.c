/* A host in a process of its own that plays at random: blocks, transport, parameters and MIDI.
 *
 *   probe LIBRARY SEED BLOCKS LEVEL    plays BLOCKS blocks; prints KEY=VALUE lines
 *                                      LEVEL is what the plugin is told of the pace: 2 real time, 4 offline
 */
#include "watch.h"

/* A parameter's number and its value in 14 bits. */
static void play_number(effect *e) {
  int number = rand() % 128, channel = rand() % 16;
  hand_midi(e, 0, 0xB0 | channel, 99, 0), hand_midi(e, 0, 0xB0 | channel, 98, number);
  hand_midi(e, 1, 0xB0 | channel, 6, rand() % 128), hand_midi(e, 2, 0xB0 | channel, 38, rand() % 128);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  level = atoi(arguments[4]);
  srand(atoi(arguments[2]));
  void *library = load(arguments[1]);
  effect *e = open_plugin(library, arguments[1]);
  static float left[8192], right[8192];
  float *outputs[2] = {left, right};
  e->dispatch(e, 12, 0, 1, NULL, 0);
  now.rate = 48000, now.tempo = 120, now.num = now.den = 4;
  now.flags = 1 << 9 | 1 << 10 | 1 << 13;
  await_pattern(e);
  for (int index = 0; level == 4 && index < e->parameters; index++) { /* offline, a model's first choice takes memory */
    char text[256] = "";
    e->dispatch(e, 8, index, 0, text, 0);
    for (int model = 15; !strcmp(text, "Model") && model >= 0; model--) e->set(e, index, model / 15.0), e->replace(e, NULL, outputs, 64);
  }
  double peak = 0;
  int64_t collected = 0, opened = 0;
  for (long block = 0, blocks = atol(arguments[3]); block < blocks; block++) {
    int frames = 1 + (int)(exp(uniform() * log(4096)));
    if (uniform() < 0.02) now.flags ^= 1 << 1;              /* stop, start */
    if (uniform() < 0.02) now.ppq = uniform() * 500;        /* jump */
    if (uniform() < 0.05) now.tempo = 20 + uniform() * 280; /* tempo */
    if (uniform() < 0.25) e->set(e, rand() % 4, uniform());
    if (uniform() < 0.50) e->set(e, rand() % e->parameters, uniform());
    if (uniform() < 0.05) play_number(e);
    for (; uniform() < 0.2;) play_midi(e);
    inside = 1;
    e->replace(e, NULL, outputs, frames);
    inside = 0;
    for (int i = 0; i < frames; i++) peak = fmax(peak, fabsf(left[i]));
    if (now.flags & 2) now.ppq += frames * now.tempo / 60 / now.rate;
    if (block % 500 == 499) usleep(500); /* a busy machine must find time for the plugin's worker */
    if (block == 100) {
      allocations = locks = waits = posts = files = 0; /* the dynamic linker binds at first calls */
      collected = figure(e, 1);                        /* loading a model may collect; playing must not */
      if (level == 4) opened = figure(e, 0);           /* offline, the first block opens the model */
    }
  }
  printf("events=%ld\nlists=%ld\nallocations=%ld\nlocks=%ld\nwaits=%ld\nposts=%ld\nfiles=%ld\npeak=%d\n", events, lists, allocations, locks,
         waits, posts, files, peak > 0);
  printf("managed=%ld\ncollections=%ld\ndecodes=%ld\n", (long)(figure(e, 0) - opened), (long)(figure(e, 1) - collected), (long)figure(e, 2));
  e->dispatch(e, 12, 0, 0, NULL, 0);
  e->dispatch(e, 1, 0, 0, NULL, 0);
  printf("unload=%d\n", dlclose(library));
  return 0;
}
