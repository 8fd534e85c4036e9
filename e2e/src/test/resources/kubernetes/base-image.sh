#!/bin/sh
# Makes a base image from this machine's own JDK and the libraries it is linked with:
# base-image.sh JAVA_HOME DIRECTORY writes DIRECTORY/base.tar, as "docker save" would.
set -eu
java=$1 directory=$2
root=$directory/root
mkdir -p "$root/tmp" "$root/etc" "$directory/image"

"$java/bin/jlink" --output "$root/runtime" --strip-debug --no-header-files --no-man-pages \
    --add-modules java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported
find "$root/runtime" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + 2>/dev/null |
    awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/runtime/" {print $3} $1 ~ "^/.*ld-linux" {print $1}' | sort -u |
    while read -r library; do cp --dereference --parents "$library" "$root"; done
echo 'service:x:1000:1000::/:/sbin/nologin' >"$root/etc/passwd"
chmod 1777 "$root/tmp"

tar --create --file "$directory/image/layer.tar" --directory "$root" --owner=0 --group=0 --mtime=@0 --sort=name .
layer=$(sha256sum "$directory/image/layer.tar" | cut -d' ' -f1)
# The image's options for Java are those of a newer JDK.
cat >"$directory/image/config.json" <<JSON
{"architecture": "amd64", "os": "linux",
 "config": {"Env": ["PATH=/runtime/bin", "JDK_JAVA_OPTIONS=-XX:+IgnoreUnrecognizedVMOptions"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$layer"]}, "history": [{"created_by": "base-image.sh"}]}
JSON
echo '[{"Config": "config.json", "RepoTags": ["base:1"], "Layers": ["layer.tar"]}]' >"$directory/image/manifest.json"
tar --create --file "$directory/base.tar" --directory "$directory/image" manifest.json config.json layer.tar
