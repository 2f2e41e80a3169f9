/* A host in a process of its own with many instances, in turns of VST2 and CLAP: what one more costs, and what all share.
 *
 *   many VST2_LIBRARY CLAP_LIBRARY COUNT SEED    opens COUNT instances and plays each for a second; prints KEY=VALUE lines, sizes in KiB,
 *                                                times in microseconds; then closes them in any order while those that are left play on
 */
#include "watch.h"
#include <dirent.h>

#define FIRST 4 /* instances after which the measurement begins: the first ones load the model and the kit's sounds */

static long resident(void) {
  long total, pages;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%ld %ld", &total, &pages) != 2) exit(6);
  fclose(file);
  return pages * sysconf(_SC_PAGESIZE) / 1024;
}

static int threads(void) {
  int found = 0;
  DIR *folder = opendir("/proc/self/task");
  for (struct dirent *entry; (entry = readdir(folder));) found += entry->d_name[0] != '.';
  closedir(folder);
  return found;
}

static double microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void play(effect *e, int blocks) {
  static float left[1024], right[1024];
  float *outputs[2] = {left, right};
  for (int block = 0; block < blocks; block++) {
    now.ppq = block * 1024 * 120.0 / 60 / 48000;
    e->replace(e, NULL, outputs, 1024);
  }
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  level = 2;
  int instances = atoi(arguments[3]);
  srand(atoi(arguments[4]));
  now.rate = 48000, now.tempo = 120, now.num = now.den = 4;
  now.flags = 1 << 9 | 1 << 10 | 1 << 13 | 2;
  void *libraries[2] = {load(arguments[1]), load(arguments[2])};
  effect **all = calloc(instances, sizeof *all);
  long first = 0, networks = 0, heap = 0, workers = 0;
  int playing;
  double slowest = 0, sum = 0;
  for (int i = 0; i < instances; i++) {
    double start = microseconds();
    all[i] = open_plugin(libraries[i % 2], arguments[1 + i % 2]);
    all[i]->dispatch(all[i], 12, 0, 1, NULL, 0);
    double took = microseconds() - start;
    if (i < 2) await_pattern(all[i]);
    play(all[i], 47);
    if (i >= FIRST) sum += took, slowest = fmax(slowest, took);
    if (i == FIRST - 1) first = resident(), networks = figure(all[0], 6), heap = figure(all[0], 7), workers = threads();
  }
  printf("resident_each=%ld\nheap_each=%ld\n", (resident() - first) / (instances - FIRST), (long)(figure(all[0], 7) - heap) / 1024 / (instances - FIRST));
  printf("open_mean=%ld\nopen_slowest=%ld\n", (long)(sum / (instances - FIRST)), (long)slowest);
  printf("networks_first=%ld\nnetworks=%ld\nthreads_first=%ld\nthreads=%d\n", networks, (long)figure(all[0], 6), workers, playing = threads());
  for (int left = instances; left > 0; left--) {
    int i = rand() % left;
    effect *closed = all[i];
    all[i] = all[left - 1];
    closed->dispatch(closed, 12, 0, 0, NULL, 0);
    closed->dispatch(closed, 1, 0, 0, NULL, 0);
    for (int other = 0; other < left - 1; other++) play(all[other], 1);
  }
  /* A thread that was joined may stand in the system's list for a moment longer. */
  for (int patience = 0; patience < 200 && threads() >= playing; patience++) usleep(10000);
  printf("threads_left=%d\nresident_left=%ld\n", threads(), resident() - first);
  return 0;
}
