# Wine with a private prefix and home folder in `work`. Sourced.

export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all LANG=C.UTF-8 LC_ALL=C.UTF-8 HOME=$work/home
no_menus='winemenubuilder.exe,winedbg.exe=d'
wine=/usr/lib/wine/wine64

# A new prefix, without a display; it waits until Wine has written it.
make_prefix() {
  mkdir -p "$HOME"
  rm -rf "$WINEPREFIX"
  DISPLAY='' WINEDLLOVERRIDES="$no_menus;mscoree,mshtml=" "$wine" wineboot -i >>"$work/commands.log" 2>&1
  DISPLAY='' WINEDLLOVERRIDES="$no_menus" "$wine" winecfg -v win10 >>"$work/commands.log" 2>&1
  wait_for_wine
}

# Waits until no Windows program runs. The next one makes a desktop anew, of the size of its display.
wait_for_wine() { /usr/lib/wine/wineserver64 -w; }

# run_wine PROGRAM ARGUMENTS...: a Windows program without a display, at most two minutes; `overrides` are for its libraries.
run_wine() { DISPLAY='' WINEDLLOVERRIDES="$no_menus${overrides:+;$overrides}" timeout 120 "$wine" "$@"; }
