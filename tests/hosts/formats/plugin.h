/* What a host in C knows of a plugin, whatever its format, and what a format tells the host. Values are normalized, 0 to 1. For Linux and
 * Windows. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 48000, BLOCK = 256 };

typedef struct { double quarter, tempo; int64_t frame; int is_playing; } song;

typedef struct instance instance;
struct instance {
  int number;
  void *library;
  /* The main thread. */
  int (*size)(instance *, int *width, int *height);
  int (*open)(instance *, uintptr_t parent);
  void (*close)(instance *);
  void (*idle)(instance *);
  int (*resize)(instance *, int width, int height); /* NULL where the size is the plugin's */
  void (*set)(instance *, int index, double value);
  double (*get)(instance *, int index);
  int64_t (*diagnose)(instance *, int number);
  long (*save)(instance *, void *into, long room); /* the bytes of the state; 0 for none */
  int (*load)(instance *, const void *from, long length);
  void (*end)(instance *);
  /* The audio thread. */
  void (*process)(instance *, float **outputs, const song *);
};

instance *open_vst2(void *library, int number);
instance *open_clap(void *library, const char *path, int number);
instance *open_vst3(void *library, int number);

void *symbol(void *library, const char *name);

/* By a path in UTF-8; NULL, with a line on the standard error, where that fails. */
instance *open_plugin(const char *path, int number);
void close_plugin(instance *);

/* The host's part. */
extern int is_offline;

/* From either thread. */
void told_gesture(instance *, const char *what, int index);
void told_value(instance *, const char *what, int index, double value);
void told_midi(instance *, int frame, int status, int data1, int data2);

/* From the main thread: the window wants another size. */
void told_size(instance *, int width, int height);
