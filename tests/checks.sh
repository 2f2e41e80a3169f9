# A line a check, for the scripts that try the plugin in other programs. Sourced; `work` is the folder for what they print.

# check WHAT COMMAND...: whether the command worked; if not, with the end of what it said.
check() {
  local what=$1 said
  shift
  if said=$("$@" 2>&1); then echo "ok: $what"; else printf 'FAILED: %s\n%s\n' "$what" "$(tail -n 8 <<<"$said")"; fi
}

# same WHAT ONE OTHER: whether two texts are equal.
same() {
  if [[ $2 == "$3" ]]; then echo "ok: $1"; else printf 'FAILED: %s\n%s\n' "$1" "$(diff <(echo "$2") <(echo "$3"))"; fi
}

# all_passed FILE: whether a file of checks has some, and none that failed.
all_passed() { grep -q '^ok' "$1" && ! grep -q '^FAILED' "$1"; }
