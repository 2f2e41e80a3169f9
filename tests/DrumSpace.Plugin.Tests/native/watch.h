/* What the programs beside this have in common: a watch over what a plugin calls of the C library while it renders a block (memory, locks,
 * waits, files), and a host as small as can be. The functions below stand before the C library's for every library of the process, because
 * the programs export them (-rdynamic). A library named *.clap is played as CLAP: clap.h makes it look like the other. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static __thread int inside; /* this thread is inside of the plugin's process call */
static long allocations, locks, waits, posts, files;

#define NEXT(name) ({ static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); next; })
#define COUNT(counter) do { if (inside) counter++; } while (0)

void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
void __libc_free(void *);
void *malloc(size_t n) { COUNT(allocations); return __libc_malloc(n); }
void *calloc(size_t n, size_t m) { COUNT(allocations); return __libc_calloc(n, m); }
void *realloc(void *p, size_t n) { COUNT(allocations); return __libc_realloc(p, n); }
void free(void *p) { if (p) COUNT(allocations); __libc_free(p); }
void *mmap(void *a, size_t n, int p, int f, int d, off_t o) { COUNT(allocations); return NEXT(mmap)(a, n, p, f, d, o); }
int munmap(void *a, size_t n) { COUNT(allocations); return NEXT(munmap)(a, n); }
int pthread_mutex_lock(pthread_mutex_t *m) { COUNT(locks); return NEXT(pthread_mutex_lock)(m); }
int pthread_mutex_trylock(pthread_mutex_t *m) { COUNT(locks); return NEXT(pthread_mutex_trylock)(m); }
int pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m) { COUNT(waits); return NEXT(pthread_cond_wait)(c, m); }
int pthread_cond_signal(pthread_cond_t *c) { COUNT(locks); return NEXT(pthread_cond_signal)(c); }
int pthread_cond_broadcast(pthread_cond_t *c) { COUNT(locks); return NEXT(pthread_cond_broadcast)(c); }
int sem_wait(sem_t *s) { COUNT(waits); return NEXT(sem_wait)(s); }
int sem_post(sem_t *s) { COUNT(posts); return NEXT(sem_post)(s); }
int nanosleep(const struct timespec *a, struct timespec *b) { COUNT(waits); return NEXT(nanosleep)(a, b); }
int sched_yield(void) { COUNT(waits); return NEXT(sched_yield)(); }
ssize_t write(int d, const void *p, size_t n) { COUNT(files); return NEXT(write)(d, p, n); }
ssize_t read(int d, void *p, size_t n) { COUNT(files); return NEXT(read)(d, p, n); }

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
static struct { double sample, rate, nanos, ppq, tempo, bar, loop_start, loop_end; int32_t num, den, smpte[3], flags; } now;
static long events, lists;
static int level;

static intptr_t host(effect *e, int32_t opcode, int32_t index, intptr_t value, void *pointer, float option) {
  (void)e, (void)index, (void)value, (void)option;
  switch (opcode) {
  case 1: return 2400;
  case 7: return (intptr_t)&now;
  case 8: events += *(int32_t *)pointer; lists++; return 1;
  case 23: return level;
  }
  return 0;
}

#include "clap.h"

/* A message as the host hands it over before a block. */
static void hand_midi(effect *e, int delta, int status, int data1, int data2) {
  static struct { int32_t type, size, delta, flags, length, offset; unsigned char data[4], detune, velocity, reserved[2]; } midi = {.type = 1, .size = 32};
  static struct { int32_t count; intptr_t reserved; void *events[2]; } list = {1, 0, {&midi, NULL}};
  midi.delta = delta, midi.data[0] = status, midi.data[1] = data1, midi.data[2] = data2;
  inside = 1;
  e->dispatch(e, 25, 0, 0, &list, 0);
  inside = 0;
}

/* A program change, a note, or anything else. */
static void play_midi(effect *e) {
  static const unsigned char kinds[] = {0xC0, 0x90, 0xB0, 0x80};
  int status = kinds[rand() % 4] | rand() % 16, data = rand() % 128;
  if (status < 0xA0 && rand() % 2) data = 24 + rand() % 12;
  hand_midi(e, rand() % 64, status, data, rand() % 128);
}

static double uniform(void) { return rand() / (RAND_MAX + 1.0); }

static int64_t figure(effect *e, intptr_t which) {
  int64_t answer = -1;
  e->dispatch(e, 50, 0x44725370, which, &answer, 0);
  return answer;
}

/* Waits until the model is loaded in the background and the first pattern decoded; a second at most, for there may be no model. */
static void await_pattern(effect *e) {
  static float left[64], right[64];
  float *outputs[2] = {left, right};
  for (int patience = 0; patience < 1000 && figure(e, 2) == 0; patience++) usleep(1000), e->replace(e, NULL, outputs, 64);
}

/* Loads a library and makes an instance of its plugin, not yet resumed; ends the process where it cannot. */
static effect *open_plugin(void *library, const char *path) {
  effect *(*make)(callback) = (effect *(*)(callback))dlsym(library, "VSTPluginMain");
  int length = strlen(path);
  effect *e = length > 5 && !strcmp(path + length - 5, ".clap") ? clap_open(library, path) : make(host);
  if (!e) exit(4);
  e->dispatch(e, 0, 0, 0, NULL, 0);
  e->dispatch(e, 10, 0, 0, NULL, 48000);
  e->dispatch(e, 11, 0, 1024, NULL, 0);
  return e;
}

static void *load(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) { fprintf(stderr, "%s\n", dlerror()); exit(3); }
  return library;
}
