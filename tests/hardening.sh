# shellcheck shell=bash
# What looks for more than `./dev test` does; part of `dev`, which says what each is. See docs/testing.md.

# What every fuzzer starts from is made of the texts of the repository; what it learned is kept in build/fuzz/corpus.
fuzz() {
    local seconds=${1-} name status=0
    case $seconds in '' | *[!0-9]*) usage >&2; exit 2 ;; esac
    need clang-14 libclang-rt-14-dev python3
    if [ $# -gt 1 ]; then build fuzz "fuzz.$2"; else build fuzz redline_fuzzers; fi
    local programs=build/fuzz/tests/bin seeds=build/fuzz/tests/fuzz/seeds words
    for name in ${2:-$(cd "$programs" && ls -d fuzz.[a-z]* | grep -v -x fuzz.found | sed 's/^fuzz\.//' | sort)}; do
        heading "fuzz: $name, $seconds s"
        mkdir -p "build/fuzz/corpus/$name" "build/fuzz/found/$name"
        words=grammar
        [ "$name" != request ] || words=request
        "$programs/fuzz.$name" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=3072 -max_len=8192 -print_final_stats=1 \
            -verbosity=0 ${REDLINE_SEED:+-seed="$REDLINE_SEED"} -dict="$seeds/$words.dict" \
            -artifact_prefix="build/fuzz/found/$name/" "build/fuzz/corpus/$name" "$seeds/$name" || status=1
    done
    [ $status = 0 ] || echo "dev: something was found; mend it, and keep the input in tests/fuzz/found" >&2
    return $status
}

mutate() {
    need python3
    python3 tests/mutation/mutate.py "$@"
}

# Why checks are left out is said in .clang-tidy and tests/lint/cppcheck.txt.
lint() {
    need clang-tidy-14 cppcheck
    cmake --preset clang
    heading "clang-tidy"
    # All headers but those of Boost.Spirit's engine, in a few sources; then the command.
    local sources=(tests/lint/core.cpp tests/lint/text.cpp)
    if [ $# -gt 0 ]; then sources=("$@"); else
        while read -r file; do sources+=("$file"); done < <(find tools -name '*.cpp' | sort)
    fi
    printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P 2 clang-tidy-14 --quiet --warnings-as-errors='*' -p build/clang
    heading "cppcheck"
    cppcheck --quiet --std=c++20 --language=c++ --inline-suppr --error-exitcode=1 --enable=warning,performance,portability \
        --suppressions-list=tests/lint/cppcheck.txt -I include include/redline/core tools
}

# g++'s own counts. What constant expressions evaluate is not counted: only what ran.
coverage() {
    need gcovr
    local preset=coverage tests=() t
    cmake --preset "$preset"
    while read -r t; do tests+=("test.$t"); done < <(grep -v '^#' tests/coverage.txt)
    cmake --build "build/$preset" --target "${tests[@]}"
    find "build/$preset" -name '*.gcda' -delete
    for t in "${tests[@]}"; do "build/$preset/tests/bin/$t" >"build/$preset/$t.log" || { cat "build/$preset/$t.log"; exit 1; }; done
    gcovr -r . --object-directory "build/$preset" -f 'include/redline/core/' -f 'include/redline/text/' \
        --exclude-throw-branches --exclude-unreachable-branches --merge-mode-functions=merge-use-line-0 --txt "build/$preset/coverage.txt" \
        --html-details "build/$preset/index.html" --print-summary "build/$preset"
}

threads() {
    cmake --preset tsan
    cmake --build build/tsan --target test.live.usual redline
    ctest --preset tsan -R '^live[.]usual$'
    local redline=build/tsan/bin/redline
    heading "a stream of requests, by four threads"
    # Long enough that all threads have work at the same time.
    local requests=build/tsan/requests.ndjson i
    for ((i = 0; i != 20000; ++i)); do cat examples/contracts/dispute/agency.requests.ndjson; done 2>/dev/null | head -20000 >"$requests"
    local one four
    one=$("$redline" decide examples/contracts/dispute/agency.redline --requests "$requests" --threads 1 | sha256sum)
    four=$(TSAN_OPTIONS=halt_on_error=1 "$redline" decide examples/contracts/dispute/agency.redline --requests "$requests" --threads 4 | sha256sum)
    [ "$one" = "$four" ] || { echo "dev: threads gave other answers" >&2; exit 1; }
    echo "the same answers by one thread and by four"
}

valgrind_command() {
    need valgrind
    build release redline
    local contract name status redline=(valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite build/bin/redline)
    run() {
        status=0
        "${redline[@]}" "$@" >/dev/null 2>build/valgrind.txt || status=$?
        echo "$status  redline $*"
        if [ $status = 99 ] || [ $status -gt 127 ]; then cat build/valgrind.txt; exit 1; fi
    }
    for contract in examples/contracts/dispute/*.redline examples/contracts/dispute/*.md; do
        name=${contract%.*}
        for command in check test explain table; do run "$command" "$contract"; done
        run fmt --check "$contract"
        [ ! -e "$name.request.json" ] || { run decide "$contract" --request "$name.request.json"; run how "$contract" --request "$name.request.json"; }
        [ ! -e "$name.requests.ndjson" ] || run decide "$contract" --requests "$name.requests.ndjson" --threads 2
    done
    run compare examples/contracts/dispute/vendor.redline examples/contracts/dispute/agency.redline
    run conform examples/contracts/dispute/vendor.redline examples/contracts/dispute/agency.redline
    run compile examples/contracts/dispute/agency.redline -o build/valgrind.hpp
    local bad=0
    for contract in grammar/conformance/bad/*.redline; do
        # Every tenth: each takes a second.
        [ $((bad++ % 10)) -ne 0 ] || run check --format json "$contract"
    done
    heading "valgrind: no errors, no leaks"
}
