#!/usr/bin/env bash
# Compile times, in seconds of user time and the least of several runs, against a scanner written by hand.
set -euo pipefail
export LC_ALL=C

include='@redline_include@'
source='@bench_source@'
generate='@bench_binary@/bench.generate'
redline='@redline_command@'
work='@bench_binary@/compile_time'
mkdir -p "$work"
cd "$work"

TIMEFORMAT=%U
compile() { "$compiler" -std=c++20 -fsyntax-only -I"$include" -I"$source" "$1.cpp"; }

# least N FILE…: compiles each file N times, in turn, and keeps the least time of each in `took`.
declare -A took
least() {
    local rounds=$1 round file seconds
    shift
    for file in "$@"; do took[$file]=1e9; done
    for ((round = 0; round < rounds; ++round)); do
        for file in "$@"; do
            seconds=$({ time compile "$file" 2>&3; } 3>&2 2>&1)
            took[$file]=$(awk "BEGIN { print $seconds < ${took[$file]} ? $seconds : ${took[$file]} }")
        done
    done
}

# line WHAT FILE BASE FLOOR BASE [MOST]: the time of FILE beyond BASE, against that of FLOOR beyond its own, which is to be
# no more than MOST times as long.
line() {
    awk -v what="$1" -v file="${took[$2]}" -v base="${took[$3]}" -v floor="${took[$4]}" -v floor_base="${took[$5]}" \
        -v most="${6-}" 'BEGIN {
        ours = file - base; theirs = floor - floor_base; ratio = theirs > 0 ? ours / theirs : 0
        goal = most == "" ? "" : "at most " most " x" (ratio > most ? "  MISSED" : "")
        printf "%-46s %11.3f s %11.3f s %6.2f x   %s\n", what, ours, theirs, ratio, goal }'
}
heading() { printf '%-46s %13s %13s %8s   %s\n' "" Redline "$1" ratio goal; }

# The sources: nothing, includes, a contract, a contract of which the digest is used, the scanner.
text() { printf 'R"redline('; "$generate" text "${1}000"; printf ')redline"'; }
: >empty.cpp
echo '#include <redline/text/compile.hpp>' >includes.cpp
for size in 10 50 200; do
    { cat includes.cpp; echo "constexpr auto terms = redline::compile([] { return $(text $size); });"; } >contract_$size.cpp
    { cat contract_$size.cpp; echo 'constexpr auto first_of_digest = terms.digest().bytes[0];'; } >digest_$size.cpp
    { echo '#include "compile_time/scanner.hpp"'; echo "constexpr auto text = [] { return $(text $size); };"
      echo 'static_assert(words<decltype(text)>() > 1);'; } >scanner_$size.cpp
done
printf '#include <%s>\n' redline/core.hpp >core.cpp
printf '#include <%s>\n' array string_view >standard.cpp
printf '#include <redline/text/%s.hpp>\n' grammar walker compile >grammar.cpp
grep -h '^#include <boost/' "$include"/redline/text/{parsers,grammar}.hpp >x3.cpp
# A contract of 205 terms as a generated header, with and without its table of outcomes, against a file that includes <array>.
"$generate" text 30000 >terms.redline
"$redline" compile terms.redline -o generated_terms.hpp --name terms 2>warnings.txt
"$redline" compile terms.redline -o generated_rules.hpp --name terms --no-outcomes 2>warnings.txt
for header in generated_terms generated_rules; do echo "#include \"$header.hpp\"" >$header.cpp; done
echo '#include <redline/core/generated_contract.hpp>' >generated_none.cpp
echo '#include <array>' >array.cpp
took[nothing]=0

first=1
for compiler in g++ clang++-14 clang++-19; do
    command -v "$compiler" >/dev/null || { echo "($compiler is not installed)"; continue; }
    [ $first = 1 ] || echo
    first=0
    "$compiler" --version | head -n 1
    heading "by hand"
    least 3 empty includes contract_10 contract_50 scanner_10 scanner_50 core standard grammar x3
    least 7 array generated_none generated_rules generated_terms
    least 1 contract_200 scanner_200 digest_50
    line "contract of 10 KB, beyond the includes" contract_10 includes scanner_10 empty
    line "contract of 50 KB, beyond the includes" contract_50 includes scanner_50 empty 5
    line "contract of 200 KB, beyond the includes" contract_200 includes scanner_200 empty
    line "digest of 50 KB, beyond the contract" digest_50 contract_50 scanner_50 empty
    heading "others'"
    line "redline/core.hpp, against array and string_view" core empty standard empty 1.5
    line "header of 205 terms, against <array>, all in" generated_terms nothing array nothing 3
    line "  without its table of outcomes" generated_rules nothing array nothing 3
    line "  without any term" generated_none nothing array nothing
    line "text/grammar, walker, compile, against X3's own" grammar empty x3 empty 1.1
done
