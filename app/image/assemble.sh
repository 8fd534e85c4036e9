#!/bin/sh
# Puts together what the image holds: assemble.sh <maven target directory> <output directory>
#   <output>/runtime  a Java runtime with the modules that the service uses
#   <output>/app      the jars, the JVM's options and its ahead-of-time cache, and the list of parts if there is one
# JAVA_HOME names the JDK that the runtime is made of.
set -eu
target=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$out/app"
cp -p "$target"/palisade-app-*.jar "$out/app/palisade.jar"
cp -pR "$target/lib" "$out/app/lib"
cp "$here/java.options" "$out/app/java.options"
[ ! -f "$target/bom.json" ] || cp "$target/bom.json" "$out/app/bom.json"
# One time stamp for all: the cache and the layers depend on it.
find "$out/app" -exec touch -d '2026-11-01T00:00:00Z' {} +

"$JAVA_HOME/bin/jlink" --output "$out/runtime" --strip-debug --no-header-files --no-man-pages --generate-cds-archive \
  --add-modules java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.unsupported
find "$out/runtime" -exec touch -d '2026-11-01T00:00:00Z' {} +

"$JAVA_HOME/bin/java" "$here/Train.java" "$out/runtime/bin/java" "@$out/app/java.options" \
  -XX:AOTCacheOutput="$out/app/palisade.aot" -jar "$out/app/palisade.jar"
