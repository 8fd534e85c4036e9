#!/bin/sh
# Makes a base image of Debian packages, for a machine that reaches no registry of images: base.sh <output tar>
# It holds the C library, names of services and the release, and an empty /tmp: no shell and no other program.
# Use it with -Dimage.base=tar://<absolute path>. Needs mmdebstrap, and root or user namespaces.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
created=2026-11-01T00:00:00Z

mmdebstrap --quiet --variant=extract --include=libc6,base-files,netbase trixie "$root"
rm -rf "$root"/usr/lib/*/gconv "$root"/usr/lib/*/perl-base
echo 'nonroot:x:1000:1000::/tmp:/sbin/nologin' > "$root/etc/passwd"
echo 'nonroot:x:1000:' > "$root/etc/group"
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"

pack() { tar --sort=name --mtime="$created" --owner=0 --group=0 --numeric-owner "$@"; }
mkdir "$work/image"
pack -C "$root" -cf "$work/image/layer.tar" \
    etc/debian_version etc/group etc/nsswitch.conf etc/os-release etc/passwd etc/protocols etc/services \
    lib lib64 usr/lib usr/lib64 --no-recursion usr tmp
digest=$(sha256sum "$work/image/layer.tar" | cut -d' ' -f1)
cat > "$work/image/config.json" << END
{"architecture": "$(dpkg --print-architecture)", "os": "linux", "created": "$created",
 "config": {"User": "1000:1000"}, "rootfs": {"type": "layers", "diff_ids": ["sha256:$digest"]}}
END
echo '[{"Config": "config.json", "RepoTags": ["palisade-base:trixie"], "Layers": ["layer.tar"]}]' \
    > "$work/image/manifest.json"
pack -C "$work/image" -cf "$1" config.json layer.tar manifest.json
