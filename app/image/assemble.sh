#!/bin/sh
# Puts together what the image holds: assemble.sh <maven target directory> <output directory>
#   <output>/runtime  a Java runtime with the modules that the service uses
#   <output>/app      the jars, the JVM's options, its archive of classes, and the list of parts if there is one
# JAVA_HOME names the JDK, 25 or newer, that the runtime is made of. The same input gives the same bytes.
set -eu
target=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
[ "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')" -ge 25 ] || {
    echo "error: the image needs a JDK 25 or newer: set JAVA_HOME" >&2
    exit 1
}
# Jib knows a file that it has packed by its time stamp, which is one for all here: it would pack an older build's again.
rm -rf "$2" "$target/jib-cache"
mkdir -p "$2/app"
out=$(cd "$2" && pwd)
java=$out/runtime/bin/java

# One time stamp for all: the JVM compares those of jars with its archive's, and layers hold them.
age() { find "$1" -exec touch -h -d '2026-11-01T00:00:00Z' {} +; }

"$JAVA_HOME/bin/jlink" --output "$out/runtime" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --add-modules java.base,java.logging,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.management,jdk.unsupported
# Starts jars that are programs of their own; the image has none.
rm -f "$out/runtime/lib/jexec"
age "$out/runtime"

cp -p "$target"/palisade-app-*.jar "$out/app/palisade.jar"
cp -pR "$target/lib" "$out/app/lib"
cp "$here/java.options" "$out/app/java.options"
[ ! -f "$target/bom.json" ] || cp "$target/bom.json" "$out/app/bom.json"
age "$out/app"

# Relative names, so that the archive is the same wherever it is made.
cd "$out/app"
for run in 1 2 3; do
    "$JAVA_HOME/bin/java" "$here/Train.java" "$java" @java.options -Xshare:off \
        -XX:DumpLoadedClassList="$out/loaded" -jar palisade.jar
    # Up to the signal to stop. Not the order, the numbers and the resolved constants (@cp): they vary.
    sed -e '/^jdk\/internal\/misc\/Signal\$1 /,$d' -e '/^#/d' -e '/^@cp /d' -e 's/ id: [0-9]*$//' "$out/loaded" |
        LC_ALL=C sort -u > "$out/loaded.$run"
done
# What most runs loaded: threads that met by chance load a class or two more.
LC_ALL=C sort "$out"/loaded.[123] | uniq -d > "$out/often"
{ grep -v '^@' "$out/often"; grep '^@' "$out/often"; } > "$out/classes"
"$java" @java.options -Xshare:dump -Xlog:cds=error -Xlog:aot=error -XX:SharedClassListFile="$out/classes" \
    -XX:SharedArchiveFile="$out/app/palisade.jsa" -jar palisade.jar
rm "$out"/loaded* "$out/often" "$out/classes"
age "$out/app"
