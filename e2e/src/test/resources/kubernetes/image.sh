#!/bin/sh
# Saves a directory as an image of one layer, as "docker save" would: image.sh ROOT CONFIGURATION FILE
set -eu
root=$1 configuration=$2 file=$3
parts=$(mktemp -d)
tar --create --file "$parts/layer.tar" --directory "$root" --owner=0 --group=0 --mtime=@0 --sort=name .
layer=$(sha256sum "$parts/layer.tar" | cut -d' ' -f1)
cat >"$parts/config.json" <<JSON
{"architecture": "amd64", "os": "linux", "config": $configuration,
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$layer"]}, "history": [{"created_by": "image.sh"}]}
JSON
echo '[{"Config": "config.json", "RepoTags": ["image:1"], "Layers": ["layer.tar"]}]' >"$parts/manifest.json"
tar --create --file "$file" --directory "$parts" manifest.json config.json layer.tar
rm -r "$parts"
