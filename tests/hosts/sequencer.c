/* Emulates ALSA's sequencer device, so that programs use it on a kernel without sound: a preloaded library that replaces /dev/snd/seq.
 * Clients get ports, and queues with running clocks. Each note-on that is written is logged to the file that SEQUENCER_LOG names, as
 * "TICK NOTE VELOCITY"; what is timed in seconds is logged as "SECONDS NOW NOTE VELOCITY", note-offs included (velocity 0), where NOW is
 * the queue's time when it was written. A note-on of key k and velocity v that is written to the pipe which SEQUENCER_IN names, as the two
 * bytes k and v, comes in at the first client's ports with the time of the queue that they asked for. Nothing else is delivered. Structs and numbers are those of linux/sound/asequencer.h (linux-libc-dev).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sound/asequencer.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CLIENTS = 8, PORTS = 64, QUEUES = 16, FIRST_CLIENT = 128 };

/* A client is one end of a socket pair: it can be polled, but there is never anything to read. */
static struct { int descriptor, other, ports; char name[64]; struct snd_seq_port_info port[PORTS]; } clients[CLIENTS];
static struct { int used, runs, pulses; unsigned tempo; double tick, since; } queues[QUEUES];
static int client_count;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int client_of(int descriptor) {
  for (int i = 0; i < client_count; i++)
    if (descriptor >= 0 && clients[i].descriptor == descriptor) return i;
  return -1;
}

static int index_of(int id) { return id >= FIRST_CLIENT && id < FIRST_CLIENT + client_count ? id - FIRST_CLIENT : -1; }

static int none(void) { errno = ENOENT; return -1; }

/* ---- queues; the tempo is in microseconds a quarter */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static double tick_of(int q) {
  return queues[q].tick + (queues[q].runs ? (now() - queues[q].since) * 1e6 / queues[q].tempo * queues[q].pulses : 0);
}

static double seconds_of(int q) { return tick_of(q) * queues[q].tempo / 1e6 / queues[q].pulses; }

static void set_tick(int q, double tick) { queues[q].tick = tick, queues[q].since = now(); }

static int make_queue(struct snd_seq_queue_info *info, int client) {
  for (int q = 0; q < QUEUES; q++)
    if (!queues[q].used) {
      queues[q] = (__typeof__(queues[q])){.used = 1, .tempo = 500000, .pulses = 96};
      info->queue = q, info->owner = FIRST_CLIENT + client;
      return 0;
    }
  errno = ENOMEM;
  return -1;
}

static void control(const struct snd_seq_event *event) {
  int q = event->data.queue.queue % QUEUES;
  double tick = tick_of(q);
  switch (event->type) {
  case SNDRV_SEQ_EVENT_START: set_tick(q, 0), queues[q].runs = 1; break;
  case SNDRV_SEQ_EVENT_CONTINUE: set_tick(q, tick), queues[q].runs = 1; break;
  case SNDRV_SEQ_EVENT_STOP: set_tick(q, tick), queues[q].runs = 0; break;
  case SNDRV_SEQ_EVENT_SETPOS_TICK: set_tick(q, event->data.queue.param.time.tick); break;
  case SNDRV_SEQ_EVENT_TEMPO:
    set_tick(q, tick);
    if (event->data.queue.param.value > 0) queues[q].tempo = event->data.queue.param.value;
    break;
  }
}

/* ---- clients and ports */
static void *deliver(void *unused) {
  (void)unused;
  unsigned char bytes[2];
  int in = NEXT(open)(getenv("SEQUENCER_IN"), O_RDONLY);
  while (read(in, bytes, sizeof bytes) == sizeof bytes) {
    pthread_mutex_lock(&gate);
    for (int p = 0; p < clients[0].ports; p++) {
      const struct snd_seq_port_info *port = &clients[0].port[p];
      if (!(port->capability & SNDRV_SEQ_PORT_CAP_WRITE)) continue;
      struct snd_seq_event event = {.type = SNDRV_SEQ_EVENT_NOTEON, .flags = SNDRV_SEQ_TIME_STAMP_REAL, .queue = port->time_queue};
      double seconds = seconds_of(port->time_queue % QUEUES);
      event.time.time.tv_sec = (unsigned)seconds, event.time.time.tv_nsec = (unsigned)((seconds - (unsigned)seconds) * 1e9);
      event.dest = port->addr, event.data.note.channel = 9, event.data.note.note = bytes[0], event.data.note.velocity = bytes[1];
      if (send(clients[0].other, &event, sizeof event, 0) < 0) break;
    }
    pthread_mutex_unlock(&gate);
  }
  return NULL;
}

static int open_device(int flags) {
  int pair[2], type = SOCK_SEQPACKET | SOCK_CLOEXEC | (flags & O_NONBLOCK ? SOCK_NONBLOCK : 0);
  if (client_count == CLIENTS || socketpair(AF_UNIX, type, 0, pair)) return -1;
  clients[client_count].descriptor = pair[0], clients[client_count].other = pair[1];
  pthread_t thread;
  if (!client_count++ && getenv("SEQUENCER_IN")) pthread_create(&thread, NULL, deliver, NULL);
  return pair[0];
}

static int get_client(struct snd_seq_client_info *info, int i) {
  if (i < 0) return none();
  memset(info, 0, sizeof *info);
  info->client = FIRST_CLIENT + i, info->type = USER_CLIENT, info->num_ports = clients[i].ports;
  memcpy(info->name, clients[i].name, sizeof clients[i].name);
  return 0;
}

static struct snd_seq_port_info *port_of(int client, int port) {
  int i = index_of(client);
  for (int p = 0; i >= 0 && p < clients[i].ports; p++)
    if (clients[i].port[p].addr.port == port) return &clients[i].port[p];
  return NULL;
}

static int make_port(struct snd_seq_port_info *info, int i) {
  if (clients[i].ports == PORTS) { errno = ENOMEM; return -1; }
  if (!(info->flags & SNDRV_SEQ_PORT_FLG_GIVEN_PORT)) info->addr.port = clients[i].ports;
  info->addr.client = FIRST_CLIENT + i;
  clients[i].port[clients[i].ports++] = *info;
  return 0;
}

static int next_port(struct snd_seq_port_info *info) {
  int i = index_of(info->addr.client), from = info->addr.port == 255 ? 0 : info->addr.port + 1;
  for (int p = 0; i >= 0 && p < clients[i].ports; p++)
    if (clients[i].port[p].addr.port >= from) { *info = clients[i].port[p]; return 0; }
  return none();
}

#define IS(name) case _IOC_NR(SNDRV_SEQ_IOCTL_##name)

static int answer(int i, unsigned long request, void *data) {
  struct snd_seq_port_info *port = data;
  struct snd_seq_queue_status *status = data;
  struct snd_seq_queue_tempo *tempo = data;
  struct snd_seq_client_pool *pool = data;
  switch (_IOC_NR(request)) {
  IS(PVERSION): *(int *)data = SNDRV_PROTOCOL_VERSION(1, 0, 2); return 0;
  IS(CLIENT_ID): *(int *)data = FIRST_CLIENT + i; return 0;
  IS(SYSTEM_INFO):
    *(struct snd_seq_system_info *)data = (struct snd_seq_system_info){
      .queues = QUEUES, .clients = 192, .ports = 254, .channels = 256, .cur_clients = client_count};
    return 0;
  IS(SET_CLIENT_INFO): memcpy(clients[i].name, ((struct snd_seq_client_info *)data)->name, sizeof clients[i].name); return 0;
  IS(GET_CLIENT_INFO): return get_client(data, index_of(((struct snd_seq_client_info *)data)->client));
  IS(QUERY_NEXT_CLIENT): {
    int next = ((struct snd_seq_client_info *)data)->client + 1;
    return get_client(data, index_of(next < FIRST_CLIENT ? FIRST_CLIENT : next));
  }
  IS(CREATE_PORT): return make_port(port, i);
  IS(GET_PORT_INFO): {
    struct snd_seq_port_info *known = port_of(port->addr.client, port->addr.port);
    if (!known) return none();
    *port = *known;
    return 0;
  }
  IS(SET_PORT_INFO): {
    struct snd_seq_port_info *known = port_of(FIRST_CLIENT + i, port->addr.port);
    if (known) *known = *port;
    return 0;
  }
  IS(QUERY_NEXT_PORT): return next_port(port);
  IS(CREATE_QUEUE): return make_queue(data, i);
  IS(DELETE_QUEUE): queues[((struct snd_seq_queue_info *)data)->queue % QUEUES].used = 0; return 0;
  IS(GET_QUEUE_STATUS): {
    int q = status->queue % QUEUES;
    double seconds = seconds_of(q);
    status->events = 0, status->tick = (unsigned)tick_of(q), status->running = queues[q].runs;
    status->time.tv_sec = (unsigned)seconds, status->time.tv_nsec = (unsigned)((seconds - (unsigned)seconds) * 1e9);
    return 0;
  }
  IS(GET_QUEUE_TEMPO):
    tempo->tempo = queues[tempo->queue % QUEUES].tempo, tempo->ppq = queues[tempo->queue % QUEUES].pulses;
    tempo->skew_value = tempo->skew_base = 0x10000;
    return 0;
  IS(SET_QUEUE_TEMPO): {
    int q = tempo->queue % QUEUES;
    set_tick(q, tick_of(q));
    if (tempo->tempo) queues[q].tempo = tempo->tempo;
    if (tempo->ppq) queues[q].pulses = tempo->ppq;
    return 0;
  }
  IS(GET_QUEUE_CLIENT): ((struct snd_seq_queue_client *)data)->used = 1; return 0;
  IS(GET_CLIENT_POOL):
    pool->output_pool = pool->input_pool = pool->output_free = pool->input_free = 2000, pool->output_room = 1000;
    return 0;
  IS(QUERY_SUBS): IS(GET_SUBSCRIPTION): return none();
  }
  return 0; /* all other requests are accepted without effect */
}

/* ---- the replaced functions of the C library */
static void note(const struct snd_seq_event *event) {
  static FILE *log;
  if (!log && getenv("SEQUENCER_LOG")) log = fopen(getenv("SEQUENCER_LOG"), "w");
  int is_off = event->type == SNDRV_SEQ_EVENT_NOTEOFF;
  if (log && event->flags & SNDRV_SEQ_TIME_STAMP_REAL && (is_off || event->type == SNDRV_SEQ_EVENT_NOTEON)) {
    int velocity = is_off ? 0 : event->data.note.velocity;
    fprintf(log, "%u.%09u %.6f %d %d\n", event->time.time.tv_sec, event->time.time.tv_nsec, seconds_of(event->queue % QUEUES),
            event->data.note.note, velocity);
    fflush(log);
    return;
  }
  if (log && event->type == SNDRV_SEQ_EVENT_NOTEON && event->data.note.velocity) {
    fprintf(log, "%u %d %d\n", event->time.tick, event->data.note.note, event->data.note.velocity);
    fflush(log);
  }
}

ssize_t write(int descriptor, const void *data, size_t size) {
  int i = client_count ? client_of(descriptor) : -1;
  if (i < 0) return NEXT(write)(descriptor, data, size);
  pthread_mutex_lock(&gate);
  struct snd_seq_event event;
  for (size_t at = 0; at + sizeof event <= size; at += sizeof event) {
    memcpy(&event, (const char *)data + at, sizeof event);
    if ((event.flags & SNDRV_SEQ_EVENT_LENGTH_MASK) == SNDRV_SEQ_EVENT_LENGTH_VARIABLE) at += event.data.ext.len & 0x3FFFFFFF;
    control(&event);
    note(&event);
  }
  pthread_mutex_unlock(&gate);
  return (ssize_t)size;
}

int ioctl(int descriptor, unsigned long request, ...) {
  va_list arguments;
  va_start(arguments, request);
  void *data = va_arg(arguments, void *);
  va_end(arguments);
  int i = client_count ? client_of(descriptor) : -1;
  if (i < 0) return NEXT(ioctl)(descriptor, request, data);
  pthread_mutex_lock(&gate);
  int result = answer(i, request, data);
  pthread_mutex_unlock(&gate);
  return result;
}

int close(int descriptor) {
  int i = client_count ? client_of(descriptor) : -1;
  if (i >= 0) NEXT(close)(clients[i].other), clients[i].descriptor = -1;
  return NEXT(close)(descriptor);
}

#define OPEN(name)                                                             \
  int name(const char *path, int flags, ...) {                                 \
    va_list arguments;                                                         \
    va_start(arguments, flags);                                                \
    int mode = va_arg(arguments, int);                                         \
    va_end(arguments);                                                         \
    return !strcmp(path, "/dev/snd/seq") ? open_device(flags) : NEXT(name)(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

/* open() as libraries built with _FORTIFY_SOURCE call it. */
int __open_2(const char *path, int flags) { return open(path, flags, 0); }
