/* Loads a plugin's library by its path in UTF-8, and opens an instance in the format that the path names. */
#include "plugin.h"

enum { PATH = 4096 };

#ifdef _WIN32
#include <windows.h>
static const char *inside = "%s\\Contents\\x86_64-win\\%.*s.vst3";
static void *load_library(const char *path) {
  wchar_t wide[PATH];
  MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, PATH);
  void *library = LoadLibraryExW(wide, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!library) fprintf(stderr, "%s: error %lu\n", path, GetLastError());
  return library;
}
static void unload_library(void *library) { FreeLibrary(library); }
static int is_folder(const char *path) {
  wchar_t wide[PATH];
  MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, PATH);
  return (GetFileAttributesW(wide) & FILE_ATTRIBUTE_DIRECTORY) != 0;
}
void *symbol(void *library, const char *name) { return (void *)GetProcAddress(library, name); }
#else
#include <dlfcn.h>
#include <sys/stat.h>
static const char *inside = "%s/Contents/x86_64-linux/%.*s.so";
static void *load_library(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) fprintf(stderr, "%s\n", dlerror());
  return library;
}
static void unload_library(void *library) { dlclose(library); }
static int is_folder(const char *path) {
  struct stat found;
  return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}
void *symbol(void *library, const char *name) { return dlsym(library, name); }
#endif

static int ends(const char *path, const char *suffix) {
  size_t length = strlen(path), of = strlen(suffix);
  return length >= of && !strcmp(path + length - of, suffix);
}

instance *open_plugin(const char *path, int number) {
  char file[PATH];
  const char *name = path;
  for (const char *c = path; *c; c++)
    if (*c == '/' || *c == '\\') name = c + 1;
  if (is_folder(path)) snprintf(file, sizeof file, inside, path, (int)(strlen(name) - strlen(".vst3")), name);
  else snprintf(file, sizeof file, "%s", path);
  void *library = load_library(file);
  if (!library) return NULL;
  instance *opened = ends(path, ".clap") ? open_clap(library, path, number) : ends(path, ".vst3") ? open_vst3(library, number) : open_vst2(library, number);
  if (opened) opened->library = library;
  return opened;
}

void close_plugin(instance *opened) {
  void *library = opened->library;
  opened->end(opened);
  unload_library(library);
}
