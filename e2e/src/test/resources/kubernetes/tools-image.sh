#!/bin/sh
# Makes an image of busybox and the probe: tools-image.sh PROBE FILE
set -eu
root=$(mktemp -d)
chmod 755 "$root"
mkdir "$root/bin"
cp /bin/busybox "$1" "$root/bin"
for tool in $(/bin/busybox --list); do
    [ "$tool" = busybox ] || ln -s busybox "$root/bin/$tool"
done
sh "$(dirname "$0")/image.sh" "$root" '{"Env": ["PATH=/bin"], "Cmd": ["sh"]}' "$2"
rm -r "$root"
