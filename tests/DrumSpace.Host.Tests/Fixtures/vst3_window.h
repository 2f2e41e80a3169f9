/* The window of vst3.c: it finds its place in parent 7 alone, and lives by a timer and a pipe. */
typedef struct {
    void *const *functions, *const *scale, *const *timer, *const *reader;
    int references;
    Object *object;
    void *frame, *loop;
    int pipe[2];
} View;
#define VIEW(pointer, face) ((View *)((char *)(pointer) - offsetof(View, face)))
static uint32_t view_add(View *v) { return (uint32_t)++v->references; }
static uint32_t view_drop(View *v)
{
    if (--v->references > 0) return (uint32_t)v->references;
    say(&v->object->controller, "view freed");
    free(v);
    return 0;
}
static int32_t view_query(void *face, const Id id, void **result)
{
    View *v = face;
    *result = memcmp(id, SCALE, 16) ? NULL : (void *)&v->scale;
    return *result ? view_add(v), 0 : -1;
}
static int32_t other_query(void *face, const Id id, void **result) { *result = NULL; return -1; }
static uint32_t scale_add(void *face) { return view_add(VIEW(face, scale)); }
static uint32_t scale_drop(void *face) { return view_drop(VIEW(face, scale)); }
static uint32_t timer_add(void *face) { return view_add(VIEW(face, timer)); }
static uint32_t timer_drop(void *face) { return view_drop(VIEW(face, timer)); }
static uint32_t reader_add(void *face) { return view_add(VIEW(face, reader)); }
static uint32_t reader_drop(void *face) { return view_drop(VIEW(face, reader)); }
static int32_t set_scale(void *face, float scale)
{
    char line[32];
    snprintf(line, sizeof line, "scale %g", scale);
    say(&VIEW(face, scale)->object->controller, line);
    return 0;
}
static void gesture(Object *o)
{
    CALL(o->handler, 3, int32_t, uint32_t)(o->handler, LEVEL);
    o->values[0] = 0.25;
    CALL(o->handler, 4, int32_t, uint32_t, double)(o->handler, LEVEL, 0.25);
    CALL(o->handler, 5, int32_t, uint32_t)(o->handler, LEVEL);
    void *more = NULL;
    if (QUERY(o->handler, HANDLER2, &more) == 0) {
        CALL(more, 3, int32_t, uint8_t)(more, 1);
        RELEASE(more);
    }
}
static void on_timer(void *face)
{
    View *v = VIEW(face, timer);
    Rectangle size = { 0, 0, 600, 400 };
    say(&v->object->controller, "timer");
    CALL(v->loop, 6, int32_t, void *)(v->loop, &v->timer);
    gesture(v->object);
    CALL(v->frame, 3, int32_t, void *, Rectangle *)(v->frame, v, &size);
}
static void on_readable(void *face, int descriptor)
{
    View *v = VIEW(face, reader);
    char byte = 0;
    say(&v->object->controller, descriptor == v->pipe[0] && read(descriptor, &byte, 1) == 1 && byte == '!' ? "readable" : "unreadable");
}
static int32_t view_supports(View *v, const char *system) { say(&v->object->controller, system); return 0; }
static int32_t view_attached(View *v, void *parent, const char *system)
{
    say(&v->object->controller, (uintptr_t)parent == 7 ? "attached to 7" : "attached to another");
    if ((uintptr_t)parent != 7) return 1;
    if (QUERY(v->frame, RUN_LOOP, &v->loop) || pipe(v->pipe) || write(v->pipe[1], "!", 1) != 1) return 4;
    CALL(v->loop, 5, int32_t, void *, uint64_t)(v->loop, &v->timer, 1);
    return CALL(v->loop, 3, int32_t, void *, int)(v->loop, &v->reader, v->pipe[0]);
}
static int32_t view_removed(View *v)
{
    say(&v->object->controller, "removed");
#ifndef VST3_WINDOW_FORGETS
    CALL(v->loop, 4, int32_t, void *)(v->loop, &v->reader);
#endif
    RELEASE(v->loop);
    close(v->pipe[0]);
    close(v->pipe[1]);
    return 0;
}
static int32_t view_size(View *v, Rectangle *size) { *size = (Rectangle){ 0, 0, 300, 200 }; return 0; }
static int32_t view_on_size(View *v, Rectangle *size)
{
    char line[32];
    snprintf(line, sizeof line, "size %d x %d", size->right, size->bottom);
    say(&v->object->controller, line);
    return 0;
}
static int32_t view_frame(View *v, void *frame)
{
    say(&v->object->controller, frame ? "frame" : "no frame");
    v->frame = frame;
    return 0;
}
static void *const view[] = { view_query, view_add, view_drop, view_supports, view_attached, view_removed, NULL, NULL, NULL, view_size,
    view_on_size, NULL, view_frame, one, NULL };
static void *const scale[] = { other_query, scale_add, scale_drop, set_scale };
static void *const timer[] = { other_query, timer_add, timer_drop, on_timer };
static void *const reader[] = { other_query, reader_add, reader_drop, on_readable };

static void *create_view(void *face, const char *name)
{
#if defined VST3_WINDOW || defined VST3_WINDOW_FORGETS
    View *v = calloc(1, sizeof *v);
    *v = (View){ view, scale, timer, reader, 1, of(face), NULL, NULL, { -1, -1 } };
    say(face, name);
    return v;
#else
    return NULL;
#endif
}
