/* A host with a window an instance and an audio thread that keeps the time of a sound card: host PLUGIN...
 * Obeys commands on its standard input, a line each, and prints what happens; "done" ends the answer to a command. host.py drives it.
 *   open I, close I             opens the window of instance I; prints the milliseconds; closes it
 *   cycle I COUNT MS            opens and closes COUNT times, MS open each, then prints the resources
 *   orphan I                    destroys the parent, with the plugin's window in it
 *   cut I                       ends the X connection of the plugin's window
 *   lose                        ends the host's own X connection, with all its windows
 *   size I W H                  resizes the host's window and tells the plugin, where the format has that
 *   where I                     the place and size of the plugin's window on the screen
 *   set I INDEX VALUE, get I INDEX, play, stop, wait MS, diagnose I NUMBER
 *   notes I                     the note-ons since the last question: quarter, key, velocity
 *   measure SECONDS             the time that a block takes (median, 99 of 100, longest), and the share of a processor that this process uses
 *   resources                   open files, threads, resident memory
 */
#define _GNU_SOURCE
#include "plugin.h"
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dirent.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { INSTANCES = 8, NOTES = 65536, BLOCKS = 65536, IDLE = 20 };

static instance *all[INSTANCES];
static Window tops[INSTANCES];
static int count;
static Display *display;
static song now = {0, 120, 0, 0};
static atomic_int playing, measuring, measured, ending;
static double durations[BLOCKS];
static struct { int instance, key, velocity; double quarter; } notes[NOTES];
static atomic_int note_count;
static double open_sum, open_worst;
static int opens;

static double milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

void told_gesture(instance *from, const char *what, int index) { printf("%s %d %d\n", what, from->number, index); }
void told_value(instance *from, const char *what, int index, double value) { printf("%s %d %d %.6f\n", what, from->number, index, value); }
void told_size(instance *from, int width, int height) {
  XResizeWindow(display, tops[from->number], width, height);
  XFlush(display);
  printf("size %d %d %d\n", from->number, width, height);
}
void told_note(instance *from, int frame, int key, int velocity) {
  if (note_count == NOTES) return;
  notes[note_count].instance = from->number, notes[note_count].key = key, notes[note_count].velocity = velocity;
  notes[note_count].quarter = now.quarter + frame * now.tempo / 60 / RATE;
  note_count++;
}

static void *play(void *unused) {
  (void)unused;
  static float left[BLOCK], right[BLOCK];
  float *outputs[2] = {left, right};
  struct timespec due;
  clock_gettime(CLOCK_MONOTONIC, &due);
  while (!ending) {
    now.is_playing = playing;
    for (int i = 0; i < count; i++) {
      double start = milliseconds();
      all[i]->process(all[i], outputs, &now);
      if (i == 0 && measuring && measured < BLOCKS) durations[measured++] = (milliseconds() - start) * 1e3;
    }
    if (now.is_playing) now.frame += BLOCK, now.quarter = now.frame * now.tempo / 60 / RATE;
    due.tv_nsec += 1000000000LL * BLOCK / RATE;
    if (due.tv_nsec >= 1000000000) due.tv_sec++, due.tv_nsec -= 1000000000;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
  }
  return NULL;
}

static int on_error(Display *on, XErrorEvent *error) {
  char text[128];
  XGetErrorText(on, error->error_code, text, sizeof text);
  printf("x-error %s\n", text);
  return 0;
}

static int entries(const char *path) {
  int found = 0;
  DIR *folder = opendir(path);
  for (struct dirent *entry; (entry = readdir(folder));) found += entry->d_name[0] != '.';
  closedir(folder);
  return found;
}

static void print_resources(void) {
  long total = 0, pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%ld %ld", &total, &pages) != 2) exit(6);
  fclose(file);
  printf("resources files=%d threads=%d resident=%ld open_mean=%.1f open_worst=%.1f\n", entries("/proc/self/fd"), entries("/proc/self/task"),
         pages * sysconf(_SC_PAGESIZE) / 1024, opens ? open_sum / opens : 0, open_worst);
}

static void open_window(int i) {
  int width = 0, height = 0;
  char title[32];
  snprintf(title, sizeof title, "instance %d", i);
  all[i]->size(all[i], &width, &height);
  if (!width) width = 1200, height = 800;
  tops[i] = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, width, height, 0, 0, 0x803030);
  XStoreName(display, tops[i], title);
  XSelectInput(display, tops[i], StructureNotifyMask | KeyPressMask);
  XMapWindow(display, tops[i]);
  XSync(display, False);
  double start = milliseconds();
  int is_open = all[i]->open(all[i], tops[i]);
  double took = milliseconds() - start;
  open_sum += took, opens++;
  if (took > open_worst) open_worst = took;
  if (!is_open) puts("refused");
}

static void close_window(int i) {
  all[i]->close(all[i]);
  if (tops[i]) XDestroyWindow(display, tops[i]);
  XSync(display, False);
  tops[i] = 0;
}

static Window child_of(int i) {
  Window root, parent, *children = NULL, child = 0;
  unsigned number = 0;
  if (tops[i] && XQueryTree(display, tops[i], &root, &parent, &children, &number) && number) child = children[0];
  if (children) XFree(children);
  return child;
}

static void read_events(void) {
  while (display && XPending(display)) {
    XEvent event;
    XNextEvent(display, &event);
    if (event.type != KeyPress) continue;
    KeySym key = XLookupKeysym(&event.xkey, 0);
    printf("key %s\n", XKeysymToString(key));
  }
}

/* What a host does all the time on its main thread. */
static void serve(double until) {
  do {
    for (int i = 0; i < count; i++) all[i]->idle(all[i]);
    read_events();
    usleep(IDLE * 1000);
  } while (milliseconds() < until);
}

static int ascending(const void *one, const void *other) { return (*(double *)one > *(double *)other) - (*(double *)one < *(double *)other); }

static void measure(double seconds) {
  struct rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  double start = milliseconds();
  measured = 0;
  measuring = 1;
  serve(start + seconds * 1e3);
  measuring = 0;
  usleep(20000);
  double took = milliseconds() - start;
  getrusage(RUSAGE_SELF, &after);
#define SECONDS(which) (after.which.tv_sec - before.which.tv_sec + (after.which.tv_usec - before.which.tv_usec) / 1e6)
  double used = SECONDS(ru_utime) + SECONDS(ru_stime);
  qsort(durations, measured, sizeof *durations, ascending);
  printf("measured blocks=%d median=%.1f p99=%.1f worst=%.1f processor=%.1f\n", measured, durations[measured / 2], durations[measured * 99 / 100],
         durations[measured - 1], used / took * 1e5);
}

static void obey(char *line) {
  int i = 0, a = 0, b = 0;
  double value = 0;
  if (sscanf(line, "open %d", &i) == 1) open_window(i), printf("opened %.1f\n", open_worst);
  else if (sscanf(line, "close %d", &i) == 1) close_window(i);
  else if (sscanf(line, "cycle %d %d %d", &i, &a, &b) == 3) {
    for (open_sum = open_worst = opens = 0; opens < a;) {
      open_window(i);
      serve(milliseconds() + b);
      close_window(i);
    }
    print_resources();
  } else if (sscanf(line, "orphan %d", &i) == 1) {
    XDestroyWindow(display, tops[i]);
    XSync(display, False);
    tops[i] = 0;
  } else if (sscanf(line, "cut %d", &i) == 1) {
    XKillClient(display, child_of(i));
    XSync(display, False);
  } else if (!strcmp(line, "lose")) {
    XCloseDisplay(display);
    display = XOpenDisplay(NULL);
    memset(tops, 0, sizeof tops);
  } else if (sscanf(line, "size %d %d %d", &i, &a, &b) == 3) {
    XResizeWindow(display, tops[i], a, b);
    XSync(display, False);
    if (all[i]->resize && !all[i]->resize(all[i], a, b)) puts("refused");
  } else if (sscanf(line, "where %d", &i) == 1) {
    Window child = child_of(i), ignored;
    XWindowAttributes found = {0};
    int x = 0, y = 0;
    if (child) XGetWindowAttributes(display, child, &found), XTranslateCoordinates(display, child, found.root, 0, 0, &x, &y, &ignored);
    printf("where %d %d %d %d\n", x, y, found.width, found.height);
  } else if (sscanf(line, "set %d %d %lf", &i, &a, &value) == 3) all[i]->set(all[i], a, value);
  else if (sscanf(line, "get %d %d", &i, &a) == 2) printf("is %.6f\n", all[i]->get(all[i], a));
  else if (!strcmp(line, "play")) playing = 1;
  else if (!strcmp(line, "stop")) playing = 0;
  else if (sscanf(line, "wait %d", &a) == 1) serve(milliseconds() + a);
  else if (sscanf(line, "diagnose %d %d", &i, &a) == 2) printf("is %lld\n", (long long)all[i]->diagnose(all[i], a));
  else if (sscanf(line, "notes %d", &i) == 1) {
    for (int n = 0; n < note_count; n++)
      if (notes[n].instance == i) printf("note %.6f %d %d\n", notes[n].quarter, notes[n].key, notes[n].velocity);
    note_count = 0;
  } else if (sscanf(line, "measure %lf", &value) == 1) measure(value);
  else if (!strcmp(line, "resources")) print_resources();
  else puts("unknown");
  puts("done");
}

int main(int argument_count, char **arguments) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  XSetErrorHandler(on_error);
  display = XOpenDisplay(NULL);
  if (!display) return 3;
  for (int n = 1; n < argument_count && count < INSTANCES; n++) {
    const char *path = arguments[n], *suffix = strrchr(path, '.');
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) return fprintf(stderr, "%s\n", dlerror()), 4;
    all[count] = suffix && !strcmp(suffix, ".clap") ? open_clap(library, path, count)
        : strstr(path, ".vst3/") ? open_vst3(library, count) : open_vst2(library, count);
    if (!all[count]) return fprintf(stderr, "%s: no instance\n", path), 5;
    count++;
  }
  pthread_t audio;
  pthread_create(&audio, NULL, play, NULL);
  puts("ready");
  char line[256];
  int length = 0;
  for (;;) {
    serve(0);
    for (struct pollfd in = {0, POLLIN, 0}; poll(&in, 1, 0) > 0;) {
      if (read(0, line + length, 1) <= 0) goto end;
      if (line[length] == '\n') {
        line[length] = 0, length = 0;
        obey(line);
      } else if (length < (int)sizeof line - 2) length++;
    }
  }
end:
  ending = 1;
  pthread_join(audio, NULL);
  for (int i = 0; i < count; i++) all[i]->end(all[i]);
  puts("ended");
  return 0;
}
