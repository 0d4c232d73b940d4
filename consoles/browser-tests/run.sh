#!/usr/bin/env bash
# Runs the browser tests against the installation at STUDIO_URL, and installs the browser where there is none.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

find_chromium() {
    local browser
    for browser in "${CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v chromium-browser || true)" \
        "$(command -v google-chrome || true)" "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -x "$browser" ]; then
            echo "$browser"
            return
        fi
    done
}

browser=$(find_chromium)
if [ -z "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
    browser=$(find_chromium)
fi
if [ -z "$browser" ]; then
    echo "browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to it" >&2
    exit 1
fi
CHROMIUM=$browser exec npm exec --no -- playwright test "$@"
