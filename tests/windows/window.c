/* Shows a plugin's window on Windows, and beside it a target for files: window PLUGIN
 * The plugin's parent is a window at 0,0 and the target one at 1210,0, both without a frame. Prints "open W H", then what happens: "value I
 * X", "dropped PATH" (in UTF-8), and ends when its standard input does.
 */
#define COBJMACROS
#include "../hosts/formats/plugin.h"
#include <windows.h>
#include <ole2.h>
#include <shellapi.h>

int is_offline = 0;
static HANDLE ended;

void told_gesture(instance *from, const char *what, int index) { (void)from; printf("%s %d\n", what, index); }
void told_value(instance *from, const char *what, int index, double value) { (void)from; printf("%s %d %.4f\n", what, index, value); }
void told_midi(instance *from, int frame, int status, int data1, int data2) { (void)from, (void)frame, (void)status, (void)data1, (void)data2; }
void told_size(instance *from, int width, int height) { (void)from; printf("size %d %d\n", width, height); }

static HRESULT WINAPI query(IDropTarget *self, REFIID id, void **found) {
  *found = IsEqualIID(id, &IID_IUnknown) || IsEqualIID(id, &IID_IDropTarget) ? self : NULL;
  return *found ? S_OK : E_NOINTERFACE;
}
static ULONG WINAPI count(IDropTarget *self) { (void)self; return 1; }
static HRESULT WINAPI over(IDropTarget *self, DWORD keys, POINTL at, DWORD *effect) {
  (void)self, (void)keys, (void)at;
  *effect &= DROPEFFECT_COPY;
  return S_OK;
}
static HRESULT WINAPI enter(IDropTarget *self, IDataObject *data, DWORD keys, POINTL at, DWORD *effect) { (void)data; return over(self, keys, at, effect); }
static HRESULT WINAPI leave(IDropTarget *self) { (void)self; return S_OK; }
static HRESULT WINAPI drop(IDropTarget *self, IDataObject *data, DWORD keys, POINTL at, DWORD *effect) {
  FORMATETC format = {CF_HDROP, NULL, DVASPECT_CONTENT, -1, TYMED_HGLOBAL};
  STGMEDIUM medium;
  if (IDataObject_GetData(data, &format, &medium) == S_OK) {
    wchar_t path[MAX_PATH];
    char text[4 * MAX_PATH];
    DragQueryFileW((HDROP)medium.hGlobal, 0, path, MAX_PATH);
    WideCharToMultiByte(CP_UTF8, 0, path, -1, text, sizeof text, NULL, NULL);
    printf("dropped %s\n", text);
    ReleaseStgMedium(&medium);
  }
  return over(self, keys, at, effect);
}
static IDropTargetVtbl target_calls = {query, count, count, enter, over, leave, drop};
static IDropTarget target = {&target_calls};

static HWND make(const wchar_t *title, int x, int width, int height) {
  HWND window = CreateWindowExW(WS_EX_TOPMOST, L"frame", title, WS_POPUP | WS_VISIBLE | WS_CLIPCHILDREN, x, 0, width, height, NULL, NULL, NULL, NULL);
  UpdateWindow(window);
  return window;
}

static DWORD WINAPI wait_for_end(void *unused) {
  (void)unused;
  while (getchar() != EOF) continue;
  SetEvent(ended);
  return 0;
}

int wmain(int argument_count, wchar_t **arguments) {
  char path[4096];
  setvbuf(stdout, NULL, _IONBF, 0);
  if (argument_count < 2) return 2;
  WideCharToMultiByte(CP_UTF8, 0, arguments[1], -1, path, sizeof path, NULL, NULL);
  WNDCLASSW class = {.lpfnWndProc = DefWindowProcW, .lpszClassName = L"frame", .hbrBackground = (HBRUSH)(COLOR_WINDOW + 1)};
  RegisterClassW(&class);
  OleInitialize(NULL);
  HWND frame = make(L"plugin", 0, 1200, 800), files = make(L"target", 1210, 300, 800);
  RegisterDragDrop(files, &target);
  instance *plugin = open_plugin(path, 0);
  if (!plugin || !plugin->open(plugin, (uintptr_t)frame)) return fprintf(stderr, "no window\n"), 3;
  int width = 0, height = 0;
  plugin->size(plugin, &width, &height);
  printf("open %d %d\n", width, height);

  static float left[BLOCK], right[BLOCK];
  float *outputs[2] = {left, right};
  song now = {0, 120, 0, 1};
  ended = CreateEventW(NULL, TRUE, FALSE, NULL);
  CreateThread(NULL, 0, wait_for_end, NULL, 0, NULL);
  while (MsgWaitForMultipleObjects(1, &ended, FALSE, 15, QS_ALLINPUT) != WAIT_OBJECT_0) {
    MSG message;
    while (PeekMessageW(&message, NULL, 0, 0, PM_REMOVE)) TranslateMessage(&message), DispatchMessageW(&message);
    plugin->idle(plugin);
    for (int i = 0; i < 3; i++, now.frame += BLOCK) {
      now.quarter = now.frame * now.tempo / 60 / RATE;
      plugin->process(plugin, outputs, &now);
    }
  }
  plugin->close(plugin);
  close_plugin(plugin);
  RevokeDragDrop(files);
  OleUninitialize();
  puts("ended");
  return 0;
}
