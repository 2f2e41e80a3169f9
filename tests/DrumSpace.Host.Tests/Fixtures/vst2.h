/* The structs of VST 2.4 on 64-bit systems, as publicly described. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Effect Effect;
typedef intptr_t (*HostCall)(Effect *, int32_t, int32_t, intptr_t, void *, float);

struct Effect {
    int32_t magic;
    intptr_t (*dispatch)(Effect *, int32_t, int32_t, intptr_t, void *, float);
    void (*process)(Effect *, float **, float **, int32_t);
    void (*set)(Effect *, int32_t, float);
    float (*get)(Effect *, int32_t);
    int32_t programs, parameters, inputs, outputs, flags;
    intptr_t reserved[2];
    int32_t delay, qualities[2];
    float ratio;
    void *object, *user;
    int32_t id, version;
    void (*replace)(Effect *, float **, float **, int32_t);
    void (*replaceDouble)(Effect *, double **, double **, int32_t);
    char future[56];
};

typedef struct {
    double samplePos, sampleRate, nanoSeconds, ppq, tempo, barStart, cycleStart, cycleEnd;
    int32_t numerator, denominator, smpteOffset, smpteRate, toClock, flags;
} Time;

typedef struct { int32_t type, size, frame, flags, length, offset; uint8_t data[4]; uint8_t rest[4]; } Midi;
typedef struct { int32_t count; intptr_t reserved; Midi *events[8]; } Events;

enum { AUTOMATE = 0, VERSION = 1, WANT_MIDI = 6, GET_TIME = 7, EVENTS = 8, LEVEL = 23, CAN_DO = 37, BEGIN = 43, END = 44 };
