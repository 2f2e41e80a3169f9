# Pieces of build.sh: named steps, Debian packages, and the question whether anything changed. Sourced, not run.

# step NAME COMMAND...: runs a command; when it fails, says which step failed and what the command was.
# (A function called here runs without errexit, so each says `|| return` where it matters.)
step() {
  local name=$1 start=$SECONDS status=0
  shift
  "$@" || status=$?
  if ((status)); then
    printf '\nbuild.sh: could not %s (exit %d).\n  The command was: %s\n  Mend what it names above, then run ./build.sh again.\n' \
      "$name" "$status" "$*" >&2
    exit "$status"
  fi
  if ((SECONDS - start >= 2)); then printf '== %s: %d s\n' "$name" "$((SECONDS - start))"; fi
}

need_sdk() {
  local version
  version=$(dotnet --version 2>/dev/null) || {
    echo 'The .NET SDK 10 is missing: install the package dotnet-sdk-10.0 from its vendor.' >&2
    return 1
  }
  [[ ${version%%.*} -ge 10 ]] || {
    echo "The .NET SDK 10 is needed, and this is $version." >&2
    return 1
  }
}

# need_packages NAME...: installs the Debian packages that are missing, as root; otherwise names the command.
need_packages() {
  local missing=() name
  # Debian's interpreter finds the modules of Debian's packages; another one in PATH might not.
  [[ " $*" != *' python3'* ]] || export PATH=/usr/bin:$PATH
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  if [[ $(id -u) != 0 ]]; then
    echo "Debian packages are missing. Install them with: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
  echo "== installing Debian packages: ${missing[*]}"
  # Another installation may hold the lock.
  local wait=(-o DPkg::Lock::Timeout=300)
  apt-get "${wait[@]}" update -qq || return
  DEBIAN_FRONTEND=noninteractive apt-get "${wait[@]}" install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# project_version: the version of everything, such as 0.1.0.
project_version() { sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props; }

# built_already: whether nothing that the build reads is newer than its last success.
built_already() {
  [[ -f out/.built ]] || return 1
  local newer
  newer=$(find src tests eng presets Directory.*.props DrumSpaceVst.sln .editorconfig build.sh \
    \( -name bin -o -name obj -o -name node_modules -o -name __pycache__ \) -prune -o -newer out/.built -print -quit)
  [[ -z $newer ]]
}

# tally LOG: one closing line for all test projects of dotnet and all tests of node.
tally() {
  awk -F'[:,]' '/(Passed|Failed|Skipped)! +- Failed:/ { failed += $2; passed += $4; skipped += $6 }
    /^ℹ (pass|fail|skipped) [0-9]+$/ { split($0, of, " "); count[of[2]] += of[3] }
    END { failed += count["fail"]; passed += count["pass"]; skipped += count["skipped"] }
    END { printf "\n%d passed, %d failed, %d skipped\n", passed, failed, skipped }' "$1"
}
