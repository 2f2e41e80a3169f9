/* A window that takes files by XDND and prints what happens. Sources are judged by it, so it shares no code with them.
   -v N  the protocol's version that it offers (5)     -d N  refuses the first N positions     -s  never answers a position
   -f    never says that it finished                   -p    stands behind a window of its own, by XdndProxy
   -t T  the type that it asks for (text/uri-list)     -x X -y Y  where it is                  */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *display;

static Atom atom(const char *name) { return XInternAtom(display, name, False); }

static void send_message(Window to, const char *type, long a, long b, long e) {
  XEvent message = {0};
  message.xclient.type = ClientMessage;
  message.xclient.window = to;
  message.xclient.message_type = atom(type);
  message.xclient.format = 32;
  message.xclient.data.l[0] = a;
  message.xclient.data.l[1] = b;
  message.xclient.data.l[4] = e;
  XSendEvent(display, to, False, 0, &message);
  XFlush(display);
}

static void print_property(Window window, Atom property) {
  Atom type;
  int format;
  unsigned long count, rest;
  unsigned char *data = NULL;
  XGetWindowProperty(display, window, property, 0, 65536, True, AnyPropertyType, &type, &format, &count, &rest, &data);
  printf("DATA ");
  for (unsigned long i = 0; i < count; i++) printf("%02x", data[i]);
  printf("\n");
  XFree(data);
}

int main(int argc, char **argv) {
  int version = 5, refuse = 0, silent = 0, unfinished = 0, proxied = 0, x = 20, y = 700, option;
  const char *wanted = "text/uri-list";
  while ((option = getopt(argc, argv, "v:d:sfpt:x:y:")) != -1) {
    if (option == 'v') version = atoi(optarg);
    if (option == 'd') refuse = atoi(optarg);
    if (option == 't') wanted = optarg;
    if (option == 'x') x = atoi(optarg);
    if (option == 'y') y = atoi(optarg);
    silent |= option == 's';
    unfinished |= option == 'f';
    proxied |= option == 'p';
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  display = XOpenDisplay(NULL);
  if (!display) return 1;
  Window root = DefaultRootWindow(display);
  Window window = XCreateSimpleWindow(display, root, x, y, 300, 120, 0, 0, 0x604020), receiver = window;
  if (proxied) {
    receiver = XCreateSimpleWindow(display, root, -100, -100, 1, 1, 0, 0, 0);
    XChangeProperty(display, window, atom("XdndProxy"), XA_WINDOW, 32, PropModeReplace, (void *)&receiver, 1);
    XChangeProperty(display, receiver, atom("XdndProxy"), XA_WINDOW, 32, PropModeReplace, (void *)&receiver, 1);
  }
  long offered = version;
  XChangeProperty(display, receiver, atom("XdndAware"), XA_ATOM, 32, PropModeReplace, (void *)&offered, 1);
  XStoreName(display, window, "drop target");
  XMapWindow(display, window);
  XSync(display, False);
  puts("READY");
  Window source = 0;
  int positions = 0;
  for (;;) {
    XEvent event;
    XNextEvent(display, &event);
    if (event.type == SelectionNotify) {
      if (event.xselection.property) print_property(receiver, event.xselection.property);
      else puts("DATA refused");
      if (!unfinished) send_message(source, "XdndFinished", window, 1, atom("XdndActionCopy"));
      continue;
    }
    if (event.type != ClientMessage) continue;
    Atom type = event.xclient.message_type;
    long *data = event.xclient.data.l;
    if (type == atom("XdndEnter")) {
      source = data[0];
      positions = 0;
      printf("ENTER version %ld\n", data[1] >> 24);
    } else if (type == atom("XdndPosition")) {
      int accepts = ++positions > refuse;
      printf("POSITION %ld,%ld %s\n", data[2] >> 16 & 0xffff, data[2] & 0xffff, data[4] == atom("XdndActionCopy") ? "copy" : "other");
      if (!silent) send_message(source, "XdndStatus", window, accepts, accepts ? atom("XdndActionCopy") : None);
    } else if (type == atom("XdndLeave")) {
      puts("LEAVE");
    } else if (type == atom("XdndDrop")) {
      puts("DROP");
      XConvertSelection(display, atom("XdndSelection"), atom(wanted), atom("DROPPED"), receiver, data[2]);
      XFlush(display);
    }
  }
}
