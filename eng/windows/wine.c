/* Only for a library that is to run under Wine 8. There GetThreadContext leaves a flag out by which the .NET runtime knows that it may stop
 * a thread, and a collection waits for ever for a thread that makes no calls. Takes the function's place; does nothing in Windows. */
#include <windows.h>

#ifndef CONTEXT_EXCEPTION_REQUEST
#define CONTEXT_EXCEPTION_REQUEST 0x40000000
#endif
#ifndef CONTEXT_EXCEPTION_REPORTING
#define CONTEXT_EXCEPTION_REPORTING 0x80000000
#endif

typedef BOOL(WINAPI *get_thread_context)(HANDLE, CONTEXT *);

static get_thread_context real;
static BOOL is_wine;

static BOOL WINAPI get_whole_context(HANDLE thread, CONTEXT *context) {
  DWORD asked = context->ContextFlags;
  BOOL is_read = real(thread, context);
  if (is_read && is_wine && (asked & CONTEXT_EXCEPTION_REQUEST)) {
    context->ContextFlags |= CONTEXT_EXCEPTION_REPORTING;
  }
  return is_read;
}

/* When the library is loaded, not later: the thread whose context is asked for is stopped, and may hold the loader's lock. */
static void find_functions(void) {
  real = (get_thread_context)(void *)GetProcAddress(GetModuleHandleA("kernel32.dll"), "GetThreadContext");
  is_wine = GetProcAddress(GetModuleHandleA("ntdll.dll"), "wine_get_version") != 0;
}

__attribute__((section(".CRT$XCU"), used)) static void (*const initializer)(void) = find_functions;

/* Callers go through this pointer, which an import library would define. */
get_thread_context imported_get_thread_context __asm__("__imp_GetThreadContext") = get_whole_context;
