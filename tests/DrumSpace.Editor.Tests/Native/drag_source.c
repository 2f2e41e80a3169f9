/* Drags a text/uri-list to a place of the screen by XDND's messages, without a pointer, and prints what comes back.
   drag_source X Y LIST [more types]: "more" offers four types, so that the target reads XdndTypeList; "away" leaves instead of dropping. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Display *display;
static Window window, target, destination;

static Atom atom(const char *name) { return XInternAtom(display, name, False); }

static long first(Window of, const char *property) {
  Atom type;
  int format;
  unsigned long count, rest;
  unsigned char *data = NULL;
  long value = 0;
  if (!XGetWindowProperty(display, of, atom(property), 0, 1, False, AnyPropertyType, &type, &format, &count, &rest, &data) && count)
    value = *(long *)data;
  if (data) XFree(data);
  return value;
}

static void send_message(const char *type, long b, long c, long d, long e) {
  XEvent message = {0};
  message.xclient.type = ClientMessage;
  message.xclient.window = target;
  message.xclient.message_type = atom(type);
  message.xclient.format = 32;
  message.xclient.data.l[0] = window;
  message.xclient.data.l[1] = b;
  message.xclient.data.l[2] = c;
  message.xclient.data.l[3] = d;
  message.xclient.data.l[4] = e;
  XSendEvent(display, destination, False, 0, &message);
  XFlush(display);
}

static int find_target(int x, int y) {
  Window at = DefaultRootWindow(display), child;
  int ignored;
  while (XTranslateCoordinates(display, DefaultRootWindow(display), at, x, y, &ignored, &ignored, &child) && child) {
    long proxy = first(child, "XdndProxy");
    at = child;
    target = child;
    destination = proxy && first(proxy, "XdndProxy") == proxy ? (Window)proxy : child;
    if (first(destination, "XdndAware") >= 3) return 1;
  }
  return 0;
}

int main(int argc, char **argv) {
  int x = atoi(argv[1]), y = atoi(argv[2]);
  const char *list = argv[3], *how = argc > 4 ? argv[4] : "";
  setvbuf(stdout, NULL, _IOLBF, 0);
  display = XOpenDisplay(NULL);
  if (!display) return 1;
  window = XCreateSimpleWindow(display, DefaultRootWindow(display), -10, -10, 1, 1, 0, 0, 0);
  Atom types[4] = {atom("text/plain"), atom("STRING"), atom("text/html"), atom("text/uri-list")};
  XChangeProperty(display, window, atom("XdndTypeList"), XA_ATOM, 32, PropModeReplace, (void *)types, 4);
  XSetSelectionOwner(display, atom("XdndSelection"), window, CurrentTime);
  if (!find_target(x, y)) {
    puts("NO TARGET");
    return 0;
  }
  printf("TARGET 0x%lx BY 0x%lx\n", target, destination);
  if (!strcmp(how, "more")) send_message("XdndEnter", 5 << 24 | 1, types[0], types[1], types[2]);
  else send_message("XdndEnter", 5 << 24, strcmp(how, "nofiles") ? types[3] : types[0], 0, 0);
  send_message("XdndPosition", 0, (long)x << 16 | y, CurrentTime, atom("XdndActionCopy"));
  for (;;) {
    XEvent event;
    XNextEvent(display, &event);
    if (event.type == SelectionRequest) {
      XSelectionRequestEvent *request = &event.xselectionrequest;
      XChangeProperty(display, request->requestor, request->property, request->target, 8, PropModeReplace, (void *)list, strlen(list));
      XEvent answer = {0};
      answer.xselection.type = SelectionNotify;
      answer.xselection.requestor = request->requestor;
      answer.xselection.selection = request->selection;
      answer.xselection.target = request->target;
      answer.xselection.property = request->property;
      answer.xselection.time = request->time;
      XSendEvent(display, request->requestor, False, 0, &answer);
      XFlush(display);
    } else if (event.type == ClientMessage) {
      long *data = event.xclient.data.l;
      int accepts = data[1] & 1, known = (Window)data[0] == target;
      if (event.xclient.message_type == atom("XdndStatus")) {
        printf("STATUS %d %s\n", accepts, known ? "known" : "unknown");
        if (accepts && strcmp(how, "away")) {
          send_message("XdndDrop", 0, CurrentTime, 0, 0);
        } else {
          send_message("XdndLeave", 0, 0, 0, 0);
          puts("LEFT");
        }
      } else if (event.xclient.message_type == atom("XdndFinished")) {
        printf("FINISHED %d %s\n", accepts, known ? "known" : "unknown");
      }
    }
  }
}
