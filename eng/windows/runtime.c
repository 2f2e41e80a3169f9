/* The parts of Microsoft's static C runtime (libcmt, vcruntime) that the .NET runtime's object files need and no import library has: the
 * library's entry, the stack cookie, operator new and delete, atexit. All else comes from Windows' own C runtime (ucrt) and ntdll. */
#include <windows.h>
#include <stdint.h>

typedef void (*initializer)(void);
typedef int (*fallible_initializer)(void);

/* tables.S */
extern fallible_initializer c_first[], c_last[];
extern initializer cpp_first[], cpp_last[], thread_first[], thread_last[];
extern unsigned char *find_tls_guard(void);

/* The C runtime of Windows. */
extern void *malloc(size_t bytes);
extern void free(void *memory);

/* The .NET runtime. */
extern BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved);

enum { stack_cookie_failed = 2, invalid_call = 5, out_of_memory = 7, range_check_failed = 8 };

/* The linker looks for it where floating point is used. */
int _fltused = 0x9875;
uint32_t _tls_index;

static const uintptr_t default_cookie = 0x00002B992DDFA232;
uintptr_t __security_cookie = 0x00002B992DDFA232;
uintptr_t __security_cookie_complement = ~0x00002B992DDFA232;

const char nothrow[1];

/* __fastfail (winnt.h): ends the process at once. */
__attribute__((noreturn)) static void fail(unsigned code) {
  __asm__ volatile("int $0x29" : : "c"(code));
  __builtin_unreachable();
}

__attribute__((noreturn, used)) void __report_gsfailure(uintptr_t cookie) {
  (void)cookie;
  fail(stack_cookie_failed);
}

__attribute__((noreturn)) void __report_rangecheckfailure(void) { fail(range_check_failed); }

int _purecall(void) { fail(invalid_call); }

/* Frames with a cookie and no handler of their own have nothing to catch: the cookie is checked when they return. */
EXCEPTION_DISPOSITION __GSHandlerCheck(PEXCEPTION_RECORD record, void *frame, PCONTEXT context, void *dispatcher) {
  (void)record, (void)frame, (void)context, (void)dispatcher;
  return ExceptionContinueSearch;
}

void *try_allocate(size_t bytes, const void *tag) {
  (void)tag;
  return malloc(bytes ? bytes : 1);
}

void *allocate(size_t bytes) {
  void *memory = try_allocate(bytes, 0);
  if (!memory) {
    fail(out_of_memory);
  }
  return memory;
}

void release(void *memory) { free(memory); }

static void run(const initializer *first, const initializer *last) {
  for (const initializer *one = first + 1; one < last; one++) {
    if (*one) {
      (*one)();
    }
  }
}

/* Windows calls this for each thread that starts (tables.S); the compiler, where a thread older than the library comes in. */
void NTAPI __dyn_tls_init(void *module, DWORD reason, void *reserved) {
  (void)module, (void)reserved;
  if (reason == DLL_THREAD_ATTACH && !*find_tls_guard()) {
    *find_tls_guard() = 1;
    run(thread_first, thread_last);
  }
}

void __dyn_tls_on_demand_init(void) { __dyn_tls_init(0, DLL_THREAD_ATTACH, 0); }

static initializer at_exit[64];
static volatile LONG at_exit_count;

int atexit(initializer function) {
  const LONG capacity = sizeof at_exit / sizeof at_exit[0];
  LONG index = InterlockedIncrement(&at_exit_count) - 1;
  if (index >= capacity) {
    InterlockedDecrement(&at_exit_count);
    return 1;
  }
  at_exit[index] = function;
  return 0;
}

/* The upper 16 bits stay zero, so that a string that overruns a buffer cannot write the cookie. */
static void choose_cookie(void) {
  FILETIME time;
  LARGE_INTEGER ticks;
  GetSystemTimeAsFileTime(&time);
  QueryPerformanceCounter(&ticks);
  uintptr_t cookie = ((uintptr_t)time.dwHighDateTime << 32 | time.dwLowDateTime) ^ (uintptr_t)ticks.QuadPart ^
                     ((uintptr_t)ticks.QuadPart << 24) ^ GetCurrentThreadId() ^ ((uintptr_t)GetCurrentProcessId() << 18) ^ (uintptr_t)&time;
  cookie &= 0x0000FFFFFFFFFFFF;
  __security_cookie = cookie && cookie != default_cookie ? cookie : default_cookie + 1;
  __security_cookie_complement = ~__security_cookie;
}

/* The .NET runtime has threads of its own: a host's FreeLibrary must not take the code away from under them. */
static void stay_loaded(HINSTANCE module) {
  HMODULE same;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)module, &same);
}

/* The library's entry. */
BOOL WINAPI _DllMainCRTStartup(HINSTANCE module, DWORD reason, LPVOID reserved) {
  if (reason == DLL_PROCESS_ATTACH) {
    choose_cookie();
    stay_loaded(module);
    for (const fallible_initializer *one = c_first + 1; one < c_last; one++) {
      if (*one && (*one)()) {
        return FALSE;
      }
    }
    __dyn_tls_init(module, DLL_THREAD_ATTACH, 0);
    run(cpp_first, cpp_last);
  }

  BOOL is_ready = DllMain(module, reason, reserved);
  if (reason == DLL_PROCESS_DETACH) {
    while (at_exit_count > 0) {
      at_exit[InterlockedDecrement(&at_exit_count)]();
    }
  }
  return is_ready;
}
