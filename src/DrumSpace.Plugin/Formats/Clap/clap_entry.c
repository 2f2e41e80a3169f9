/* CLAP hosts look for data, a struct named clap_entry, and C# exports only functions: this object is linked in for the struct alone.
 * The functions are those that ClapEntry.cs exports. Declared hidden here, they are hidden in the library too, because of all
 * declarations of a symbol the linker keeps the narrowest visibility: hosts see clap_entry and the entries of VST2. In Windows the project
 * lists what is exported. */
#ifdef _WIN32
#define HIDDEN
#define SHOWN
#else
#define HIDDEN __attribute__((visibility("hidden")))
#define SHOWN __attribute__((visibility("default")))
#endif

HIDDEN extern _Bool drumspace_clap_init(const char *path);
HIDDEN extern void drumspace_clap_deinit(void);
HIDDEN extern const void *drumspace_clap_get_factory(const char *id);

SHOWN const struct {
  unsigned version[3];
  _Bool (*init)(const char *);
  void (*deinit)(void);
  const void *(*get_factory)(const char *);
} clap_entry = {{1, 2, 0}, drumspace_clap_init, drumspace_clap_deinit, drumspace_clap_get_factory};
