#!/bin/sh
# Runs one test of pages: run.sh TEST COMMAND SOURCES BUILD CHROMIUM. What it reads pages with comes from npm, once for each
# lock file, into BUILD.
set -eu
test=$1 REDLINE_COMMAND=$2 REDLINE_SOURCES=$3 REDLINE_PACKAGES=$4 REDLINE_CHROMIUM=${5-}
export REDLINE_COMMAND REDLINE_SOURCES REDLINE_PACKAGES REDLINE_CHROMIUM
here=$(dirname "$0")
mkdir -p "$REDLINE_PACKAGES"
(
    flock 9
    if ! cmp -s "$here/package-lock.json" "$REDLINE_PACKAGES/installed.json"; then
        cp "$here/package.json" "$here/package-lock.json" "$REDLINE_PACKAGES"
        npm ci --prefix "$REDLINE_PACKAGES" --no-audit --no-fund --ignore-scripts
        cp "$here/package-lock.json" "$REDLINE_PACKAGES/installed.json"
    fi
) 9>"$REDLINE_PACKAGES/lock"
exec node --test "$here/$test"
