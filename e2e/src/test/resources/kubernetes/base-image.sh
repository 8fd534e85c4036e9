#!/bin/sh
# Makes a base image from a JDK of this machine and the libraries it is linked with: base-image.sh JAVA_HOME FILE
set -eu
java=$1 file=$2
root=$(mktemp -d)
chmod 755 "$root"
mkdir "$root/tmp" "$root/etc"

"$java/bin/jlink" --output "$root/runtime" --strip-debug --no-header-files --no-man-pages --add-modules \
    java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported
find "$root/runtime" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + 2>/dev/null |
    awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/runtime/" {print $3} $1 ~ "^/.*ld-linux" {print $1}' | sort -u |
    while read -r library; do cp --dereference --parents "$library" "$root"; done
echo 'service:x:1000:1000::/:/sbin/nologin' >"$root/etc/passwd"
chmod 1777 "$root/tmp"

# The service's options for Java are those of a newer JDK.
sh "$(dirname "$0")/image.sh" "$root" \
    '{"Env": ["PATH=/runtime/bin", "JDK_JAVA_OPTIONS=-XX:+IgnoreUnrecognizedVMOptions"]}' "$file"
rm -r "$root"
