#!/usr/bin/env bash
# The explorer's page, src/explorer. "explorer.sh build" makes the page that the tool has in it, src/DrumSpace.Cli/Explorer/explorer.html;
# "explorer.sh test" checks that this is what the source gives, and tests it, in Chromium too. The test needs ./build.sh build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/steps.sh

page=src/DrumSpace.Cli/Explorer/explorer.html

# Vite 8 needs node 20.19, and Debian 12 has an older one.
need_node() {
  command -v node npm >/dev/null || need_packages nodejs npm || return
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' || {
    echo "Node.js 20.19 is needed, and this is $(node --version): install a newer one from its vendor or Debian's backports." >&2
    return 1
  }
}

# Packages as the lock file has them; again only when it is newer.
build() {
  need_node
  (
    cd src/explorer
    [[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-progress
    npm run -s check
    npm run -s build
  )
}

test_page() {
  need_packages chromium
  cmp src/explorer/obj/page/explorer.html "$page" || {
    echo "$page is not what src/explorer gives: run ./build.sh explorer and commit it." >&2
    return 1
  }
  mkdir -p out/explorer
  local bundle
  for bundle in presets/models/*/; do
    out/bin/drumspace explore --bundle "$bundle" -o "out/explorer/$(basename "$bundle").html"
  done
  # What the product's own code makes of the same inputs.
  dotnet tests/explorer/Reference/bin/Release/net10.0/DrumSpace.ExplorerReference.dll write out/explorer/reference
  (
    cd src/explorer
    rm -rf obj/tests
    npm run -s tests
    node --test --test-reporter=spec obj/tests/tests/*/*.test.js
  )
}

case ${1:-} in
  build) build && cp src/explorer/obj/page/explorer.html "$page" ;;
  test) build && test_page ;;
  *) echo 'usage: explorer.sh build | test' >&2; exit 2 ;;
esac
