#!/usr/bin/env bash
# Whether the library works from Python, Java and Go: jsii generates its packages for them, they are compiled, and a program in each
# language writes the objects of expected.yaml. Compile the library with jsii first, as `npm test` does. Needs Python 3 with venv,
# a JDK with Maven, and Go. Without arguments, all languages; else those that are named.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/conformance/.cache/languages
languages=${*:-python java go}
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1

[ -f "$root/.jsii" ] || { echo 'There is no .jsii file. Compile the library first: npx jsii --silence-warnings=reserved-word' >&2; exit 2; }

# The bindings of a package, without compiling them.
bindings() {
  local name=$1 folder=$2
  shift 2
  rm -rf "${work:?}/$name"
  (cd "$root" && npx --no-install jsii-pacmak "$folder" --code-only --outdir "$work/$name" "${@/#/--target=}") >"$work/$name.log" 2>&1 \
    || { cat "$work/$name.log" >&2; return 1; }
}

# Those of the packages that ours needs. Python has them from PyPI.
dependencies() {
  local name
  for name in constructs cdk8s cdk8s-plus-28; do
    [ -e "$work/$name.done" ] && [ "$work/$name.done" -nt "$root/node_modules/$name/.jsii" ] && continue
    bindings "$name" "$root/node_modules/$name" java go
    touch "$work/$name.done"
  done
}

python() {
  local pip=("$work/venv/bin/pip" --quiet --disable-pip-version-check)
  [ -x "$work/venv/bin/pip" ] || python3 -m venv "$work/venv" >&2
  "${pip[@]}" install "$work/cdk8s-istio/python" >&2
  # The version is always the same, so that it counts as installed.
  "${pip[@]}" install --force-reinstall --no-deps "$work/cdk8s-istio/python" >&2
  "$work/venv/bin/python" -m compileall -q "$work/cdk8s-istio/python/src" >&2
  "$work/venv/bin/python" "$here/python/check.py"
}

java() {
  local out=$work/java version jars
  version=$(sed -n '/<artifactId>jsii-runtime</,/<version>/s/.*<version>\[\([0-9.]*\),.*/\1/p' "$work/cdk8s-istio/java/pom.xml")
  rm -rf "$out" && mkdir -p "$out"
  mvn --quiet --batch-mode --file "$here/java/pom.xml" "-Djsii.version=$version" dependency:build-classpath "-Dmdep.outputFile=$out.classpath" >&2
  jars=$(cat "$out.classpath")
  find "$work"/{constructs,cdk8s,cdk8s-plus-28,cdk8s-istio}/java/src/main/java "$here/java" -name '*.java' >"$out.sources"
  javac -nowarn -proc:none -d "$out" -cp "$jars" "@$out.sources" 2>&1 | grep -v '^Note: ' >&2 || [ "${PIPESTATUS[0]}" = 0 ]
  for name in constructs cdk8s cdk8s-plus-28 cdk8s-istio; do cp -R "$work/$name/java/src/main/resources/." "$out"; done
  command java -cp "$out:$jars" Check
}

go() {
  mkdir -p "$work/go"
  cp "$here"/go/* "$work/go"
  (cd "$work/go" && command go mod tidy && command go build -o check . && ./check)
}

mkdir -p "$work"
bindings cdk8s-istio "$root" python java go
dependencies
failed=0
for language in $languages; do
  began=$SECONDS
  if "$language" >"$work/$language.yaml" 2>"$work/$language.log" && diff -B "$here/expected.yaml" "$work/$language.yaml"; then
    echo "$language: compiled, and writes what is expected ($((SECONDS - began)) s)"
  else
    cat "$work/$language.log" >&2
    echo "FAIL  $language" >&2
    failed=1
  fi
done
exit $failed
