#!/bin/sh
# The first process of a machine of its own: it has its own network, processes, mounts and host name, and nothing
# outside sees what it changes. It ends with its standard input, and the kernel then ends all that runs inside.
set -eu

NODE=10.20.0.10          # in a private subnet of the dev stack
LOAD_BALANCER=10.20.128.10   # in a public subnet
DATABASE=10.20.160.10    # in the tier of the databases
INTERNET=198.51.100.10   # documentation addresses stand for all others
METADATA=169.254.169.254 # where a node on EC2 asks for its credentials

hostname node-1
# What is mounted from here on is shared with the pods alone.
mount --make-rshared /
for directory in /run /var/lib /var/log; do
    mount -t tmpfs -o mode=755 tmpfs "$directory"
done
mkdir -p /run/netns /run/sysctl

# The kubelet wants these values; it shall find them and leave the real ones alone.
for setting in vm/overcommit_memory=1 kernel/panic=10 kernel/panic_on_oops=1; do
    name=${setting%=*}
    file=/run/sysctl/$(echo "$name" | tr / .)
    echo "${setting#*=}" >"$file"
    mount --bind "$file" "/proc/sys/$name"
done

ip link set lo up
ip link add node type bridge
ip address add "$NODE/32" dev node
ip link set node up
echo 1 >/proc/sys/net/ipv4/ip_forward

# All that is not the cluster: one host with the addresses of several.
ip netns add outside
ip link add outside type veth peer name uplink netns outside
ip address add 169.254.10.1/30 dev outside
ip link set outside up
ip -n outside link set lo up
ip -n outside address add 169.254.10.2/30 dev uplink
for address in "$LOAD_BALANCER" "$DATABASE" "$INTERNET" "$METADATA"; do
    ip -n outside address add "$address/32" dev lo
done
ip -n outside link set uplink up
# Who asks from there asks as the load balancer, unless it says otherwise.
ip -n outside route add default via 169.254.10.1 src "$LOAD_BALANCER"
ip route add default via 169.254.10.2

echo ready
cat >/dev/null
