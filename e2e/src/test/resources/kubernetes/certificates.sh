#!/bin/sh
# Makes an authority that lives for two days, a certificate for each part of the cluster, and a kubeconfig for each
# that is a client: certificates.sh DIRECTORY NODE_ADDRESS SERVICE_ADDRESS
set -eu
cd "$1"
node=$2 service=$3

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test-cluster \
    -keyout ca.key -out ca.crt -addext keyUsage=critical,keyCertSign,digitalSignature 2>/dev/null
openssl ecparam -name prime256v1 -genkey -noout -out service-account.key

certificate() { # name subject usage [names]
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$2" -keyout "$1.key" -out "$1.csr" \
        2>/dev/null
    {
        echo "keyUsage=critical,digitalSignature"
        echo "extendedKeyUsage=$3"
        [ -z "${4-}" ] || echo "subjectAltName=$4"
    } >"$1.ext"
    openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile "$1.ext" -out "$1.crt" \
        2>/dev/null
}

client() { # name subject
    certificate "$1" "$2" clientAuth
    cat >"$1.kubeconfig" <<KUBECONFIG
apiVersion: v1
kind: Config
clusters: [{name: test, cluster: {server: "https://$node:6443", certificate-authority: "$PWD/ca.crt"}}]
users: [{name: "$1", user: {client-certificate: "$PWD/$1.crt", client-key: "$PWD/$1.key"}}]
contexts: [{name: test, context: {cluster: test, user: "$1"}}]
current-context: test
KUBECONFIG
}

certificate apiserver /CN=kube-apiserver serverAuth \
    "IP:$node,IP:127.0.0.1,IP:$service,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc"
certificate kubelet-server /O=system:nodes/CN=system:node:node-1 serverAuth "IP:$node,DNS:node-1"
certificate front-proxy /CN=front-proxy clientAuth
client admin /O=system:masters/CN=admin
client kubelet /O=system:nodes/CN=system:node:node-1
client controller-manager /CN=system:kube-controller-manager
client scheduler /CN=system:kube-scheduler
