/* Renders a plugin offline, the same on Linux and Windows: render PLUGIN OPTION...
 *   --midi FILE     all messages, a line each: frame, three bytes
 *   --audio FILE    the stereo sound, 24 bits in 32, little-endian
 *   --load FILE     the state to begin with
 *   --save FILE     the state at the end
 *   --bars N        how many bars of 4/4 at 120; 8 without it
 *   --times N       opens, renders and closes the plugin N times; the last one counts
 *   --instances N   instances that render by turns; the first one counts
 * The first two parameters of the space travel, so that the plugin decodes. Prints how many messages there were, the peak, and the
 * milliseconds of the first opening.
 */
#include "plugin.h"
#include <math.h>
#include <time.h>
#ifdef _WIN32
#include <windows.h>
#endif

enum { BAR = 2 * RATE, INSTANCES = 16, STATE = 1 << 22 };

int is_offline = 1;
static FILE *midi, *audio;
static int64_t block_start;
static int messages;
static double peak;
static char state[STATE];

void told_gesture(instance *from, const char *what, int index) { (void)from, (void)what, (void)index; }
void told_value(instance *from, const char *what, int index, double value) { (void)from, (void)what, (void)index, (void)value; }
void told_size(instance *from, int width, int height) { (void)from, (void)width, (void)height; }
void told_midi(instance *from, int frame, int status, int data1, int data2) {
  if (from->number) return;
  messages++;
  if (midi) fprintf(midi, "%lld %02x %02x %02x\n", (long long)(block_start + frame), status, data1, data2);
}

static double milliseconds(void) {
#ifdef _WIN32
  LARGE_INTEGER now, rate;
  QueryPerformanceCounter(&now), QueryPerformanceFrequency(&rate);
  return now.QuadPart * 1e3 / rate.QuadPart;
#else
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
#endif
}

static void write_sound(float **outputs) {
  for (int frame = 0; frame < BLOCK; frame++)
    for (int channel = 0; channel < 2; channel++) {
      double sample = outputs[channel][frame];
      if (fabs(sample) > peak) peak = fabs(sample);
      int32_t whole = (int32_t)lrint(sample * (1 << 23));
      if (audio) fwrite(&whole, sizeof whole, 1, audio);
    }
}

static void render(instance **all, int count, int bars, int is_last) {
  static float left[BLOCK], right[BLOCK];
  float *outputs[2] = {left, right};
  song now = {0, 120, 0, 1};
  double length = (double)bars * BAR;
  for (; now.frame < length; now.frame += BLOCK) {
    now.quarter = now.frame * now.tempo / 60 / RATE;
    block_start = now.frame;
    for (int i = 0; i < count; i++) {
      if (now.frame % (RATE / 2 / BLOCK * BLOCK) == 0) {
        all[i]->set(all[i], 0, now.frame / length);
        all[i]->set(all[i], 1, 1 - now.frame / length);
      }
      memset(left, 0, sizeof left), memset(right, 0, sizeof right);
      all[i]->process(all[i], outputs, &now);
      if (i == 0 && is_last) write_sound(outputs);
    }
  }
}

static FILE *open_file(const char *path, const char *mode) {
  FILE *file = path ? fopen(path, mode) : NULL;
  if (path && !file) perror(path), exit(2);
  return file;
}

static int run(int count, char **words) {
  const char *midi_path = NULL, *audio_path = NULL, *load = NULL, *save = NULL;
  int bars = 8, times = 1, instances = 1;
  for (int i = 2; i + 1 < count; i += 2) {
    if (!strcmp(words[i], "--midi")) midi_path = words[i + 1];
    else if (!strcmp(words[i], "--audio")) audio_path = words[i + 1];
    else if (!strcmp(words[i], "--load")) load = words[i + 1];
    else if (!strcmp(words[i], "--save")) save = words[i + 1];
    else if (!strcmp(words[i], "--bars")) bars = atoi(words[i + 1]);
    else if (!strcmp(words[i], "--times")) times = atoi(words[i + 1]);
    else if (!strcmp(words[i], "--instances")) instances = atoi(words[i + 1]);
    else return fprintf(stderr, "%s is no option\n", words[i]), 2;
  }
  double first = 0;
  for (int turn = 1; turn <= times; turn++) {
    instance *all[INSTANCES];
    double start = milliseconds();
    for (int i = 0; i < instances && i < INSTANCES; i++)
      if (!(all[i] = open_plugin(words[1], i))) return fprintf(stderr, "%s: no instance\n", words[1]), 3;
    if (turn == 1) first = milliseconds() - start;
    FILE *from = open_file(load, "rb");
    if (from && !all[0]->load(all[0], state, (long)fread(state, 1, sizeof state, from))) return fprintf(stderr, "%s: refused\n", load), 4;
    if (from) fclose(from);
    int is_last = turn == times;
    midi = is_last ? open_file(midi_path, "wb") : NULL;
    audio = is_last ? open_file(audio_path, "wb") : NULL;
    messages = 0;
    render(all, instances, bars, is_last);
    if (midi) fclose(midi);
    if (audio) fclose(audio);
    if (is_last && save) {
      FILE *to = open_file(save, "wb");
      fwrite(state, 1, all[0]->save(all[0], state, sizeof state), to);
      fclose(to);
    }
    for (int i = 0; i < instances; i++) close_plugin(all[i]);
  }
  printf("messages=%d peak=%.4f opened=%.1f\n", messages, peak, first);
  return 0;
}

#ifdef _WIN32
int wmain(int count, wchar_t **wide) {
  char *words[32];
  for (int i = 0; i < count && i < 32; i++) {
    words[i] = malloc(4096);
    WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, words[i], 4096, NULL, NULL);
  }
  return run(count, words);
}
#else
int main(int count, char **words) { return run(count, words); }
#endif
