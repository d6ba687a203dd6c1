#!/usr/bin/env bash
# git with Redline's textconv, diff driver, hook and CI script, in a repository of its own.
# git_test.sh REDLINE TOOLS: the command, and the folder of the scripts.
set -euo pipefail
REDLINE=$1 tools=$2
export REDLINE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat LC_ALL=C
cd "$folder"
git init --quiet -b main repository
cd repository
git config user.name tester
git config user.email tester@example.org
git config diff.redline.textconv "'$REDLINE' statements"
git config diff.redline.command "'$tools/redline-diff'"
ln -s "$tools/pre-commit" .git/hooks/pre-commit

fail() {
    printf 'FAILED: %s\n%s\n' "$1" "${out:-}"
    exit 1
}
# expect STATUS COMMAND…: runs it; what it prints is in $out.
expect() {
    local due=$1 status=0
    shift
    out=$("$@" 2>&1) || status=$?
    [ "$status" -eq "$due" ] || fail "status $status and not $due: $*"
}
has() { printf '%s\n' "$out" | grep -F -- "$1" >/dev/null || fail "does not say: $1"; }
has_not() { ! printf '%s\n' "$out" | grep -F -- "$1" >/dev/null || fail "says: $1"; }

contract() {
    printf 'contract "Desk" version %s;\n' "$1"
    printf '# What the desk may do.\nuse weapons "Anything that is aimed";\nuse planning "Anything that is planned";\n'
    printf 'fact urgent is flag "There is no time to ask";\n1 permit all lawful uses;\n%s\n' "$2"
}
printf '*.redline diff=redline\nterms/*.md diff=redline\n' >.gitattributes
mkdir terms
contract 1 '2 prohibit weapons when urgent;' >'the desk.redline'
printf 'Terms\n\n```redline\n%s\n```\n' "$(contract 1 '2 prohibit weapons;')" >terms/desk.md
git add .
expect 0 git commit --quiet -m first
has "the desk.redline: no errors"
has_not "the desk.redline: wider"

# The hook: what is staged counts, and not what lies there.
contract 2 '2 prohibit weapons when urgnt;' >'the desk.redline'
git add .
contract 2 '2 prohibit weapons;' >'the desk.redline'
expect 1 git commit -m wrong
has "did you mean \`urgent\`?"
has "nothing is committed"
git add .
expect 0 git commit -m narrower
has "the desk.redline: narrower"

# textconv: layout and comments don't show, statements do.
printf '# a comment\n%s' "$(contract 2 '2   prohibit
  weapons;')" >'the desk.redline'
expect 0 git diff --no-ext-diff
[ -z "$out" ] || fail "layout shows"
contract 3 '2 prohibit weapons; 3 prohibit planning when urgent;' >'the desk.redline'
expect 0 git diff --no-ext-diff
has "+3 prohibit planning when urgent;"
has_not "-2 prohibit weapons;"

# The diff driver: text, and outcomes; of a literate contract too.
expect 0 git diff
has "redline the desk.redline"
has "+3 prohibit planning when urgent;"
has "planning: permitted -> prohibited when lawful and urgent"
has "due to: 3 (added)"
has "narrower"
sed -i 's/prohibit weapons/prohibit weapons unless urgent/' terms/desk.md
expect 0 git diff terms
has "weapons: prohibited -> permitted when lawful and urgent"
git checkout --quiet terms
contract 3 '2 prohibit' >'the desk.redline'
expect 0 git diff
has "no verdict"
has "is not valid"
contract 3 '2 prohibit weapons; 3 prohibit planning when urgent;' >'the desk.redline'
git mv 'the desk.redline' desk.redline
git add .
expect 0 git diff --cached -M
has "the desk.redline -> desk.redline"
has "planning: permitted -> prohibited"
expect 0 git commit --quiet -m renamed
expect 0 git show --ext-diff -M HEAD
has "planning: permitted -> prohibited"
contract 1 '' >new.redline
git add new.redline
expect 0 git diff --cached
has "a new contract"
expect 0 git commit --quiet -m new

# CI: what is wider needs a label, or a line in a commit.
wider=$tools/redline-wider
git checkout --quiet -b draft
contract 4 '2 prohibit weapons; 3 prohibit planning when urgent; 4 prohibit planning;' >desk.redline
git commit --quiet -am tighter
expect 0 "$wider" main
has "desk.redline: narrower"
contract 5 '3 prohibit planning when urgent;' >desk.redline
git commit --quiet -am loosened
expect 1 "$wider" main
has "weapons: prohibited -> permitted when lawful"
has "desk.redline: wider, and nothing says that it is meant to be"
expect 1 env REDLINE_LABELS='docs,not widens' "$wider" main
expect 0 env REDLINE_LABELS='docs, widens' "$wider" main
has "as it is said to be"
git commit --quiet --allow-empty -m 'say so

Widens: desk.redline'
expect 0 "$wider" main HEAD
git rm --quiet new.redline
git commit --quiet -m dropped
expect 1 "$wider" main
has "new.redline: dropped, and nothing says that it is meant to be"
git revert --no-edit HEAD >/dev/null 2>&1
# A contract with errors is no draft that could pass, whatever the label.
contract 6 '3 prohibit planing;' >desk.redline
git commit --quiet --no-verify -am broken
expect 1 env REDLINE_LABELS=widens "$wider" main
has "did you mean"
has "can't be compared"
expect 2 "$wider"
expect 2 "$wider" nowhere
has "no commit: nowhere"
echo "all passed"
