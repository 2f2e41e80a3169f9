/* What host.c knows of a plugin, whatever its format, and what a format tells host.c. Values are normalized, 0 to 1. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 48000, BLOCK = 256 };

typedef struct { double quarter, tempo; int64_t frame; int is_playing; } song;

typedef struct instance instance;
struct instance {
  int number;
  /* The main thread. */
  int (*size)(instance *, int *width, int *height);
  int (*open)(instance *, unsigned long parent);
  void (*close)(instance *);
  void (*idle)(instance *);
  int (*resize)(instance *, int width, int height); /* NULL where the size is the plugin's */
  void (*set)(instance *, int index, double value);
  double (*get)(instance *, int index);
  int64_t (*diagnose)(instance *, int number);
  void (*end)(instance *);
  /* The audio thread. */
  void (*process)(instance *, float **outputs, const song *);
};

instance *open_vst2(void *library, int number);
instance *open_clap(void *library, const char *path, int number);
instance *open_vst3(void *library, int number); /* the library within a bundle */

/* From either thread. */
void told_gesture(instance *, const char *what, int index);
void told_value(instance *, const char *what, int index, double value);
void told_note(instance *, int frame, int key, int velocity);

/* From the main thread: the window wants another size. */
void told_size(instance *, int width, int height);
