/* The interfaces of VST 3 that vst3.c has or calls, after the public headers (3.7), on 64-bit Linux. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef uint8_t Id[16];
typedef uint16_t Text[128];
#define WORD(w) (uint8_t)((w) >> 24), (uint8_t)((w) >> 16), (uint8_t)((w) >> 8), (uint8_t)(w)
#define ID(name, a, b, c, d) static const Id name = { WORD(a##u), WORD(b##u), WORD(c##u), WORD(d##u) }
ID(UNKNOWN, 0x00000000, 0x00000000, 0xC0000000, 0x00000046);
ID(FACTORY, 0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);
ID(FACTORY2, 0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);
ID(COMPONENT, 0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);
ID(PROCESSOR, 0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);
ID(CONTROLLER, 0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);
ID(POINT, 0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1);
ID(MAPPING, 0xDF0FF9F7, 0x49B74669, 0xB63AB732, 0x7ADBF5E5);
ID(UNITS, 0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1);
ID(MESSAGE, 0x936F033B, 0xC6C047DB, 0xBB0882F8, 0x13C1E613);
ID(APPLICATION, 0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);
ID(HANDLER2, 0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);
ID(RUN_LOOP, 0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);
ID(SCALE, 0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F);
static const Id COMPONENT_CLASS = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }, CONTROLLER_CLASS = { 2 };

/* An interface: its functions, the first three those of FUnknown; behind the pointer each side keeps its own. */
typedef struct Face { void *const *functions; struct Object *object; } Face;
typedef int32_t (*Query)(void *, const Id, void **);
typedef uint32_t (*Count)(void *);
#define CALL(face, index, result, ...) ((result (*)(void *, ##__VA_ARGS__))(*(void *const *const *)(face))[index])
#define QUERY(face, id, out) CALL(face, 0, int32_t, const uint8_t *, void *)(face, id, out)
#define ADD_REF(face) CALL(face, 1, uint32_t)(face)
#define RELEASE(face) CALL(face, 2, uint32_t)(face)

typedef struct { int32_t media, direction, channels; Text name; int32_t type; uint32_t flags; } BusInfo;
typedef struct { uint32_t id; Text title, short_title, units; int32_t steps; double value; int32_t unit, flags; } ParameterInfo;
typedef struct { int32_t mode, size, longest; double rate; } Setup;
typedef struct { int32_t channels; uint64_t silence; float **data; } Bus;
typedef struct {
    int32_t bus, frame;
    double ppq;
    uint16_t flags, type;
    union {
        struct { int16_t channel, pitch; float tuning, velocity; int32_t length, id; } on;
        struct { int16_t channel, pitch; float velocity; int32_t id; float tuning; } off;
        struct { int16_t channel, pitch; float pressure; int32_t id; } poly;
        struct { uint8_t number, channel; int8_t value, value2; } midi;
        struct { uint32_t size, type; const uint8_t *bytes; } data;
    };
} Event;
typedef struct {
    uint32_t state;
    double rate;
    int64_t position, system, continuous;
    double ppq, bar, cycle_start, cycle_end, tempo;
    int32_t numerator, denominator, chord, offset;
    uint32_t film, film_flags;
    int32_t to_clock;
} Context;
typedef struct {
    int32_t mode, size, frames, ins, outs;
    Bus *in, *out;
    void *changes, *out_changes, *events, *out_events;
    const Context *context;
} Block;
typedef struct { int32_t left, top, right, bottom; } Rectangle;
