#!/bin/sh
# Shows on a running cluster that the service is isolated: docs/verify.md says what each line means.
#   docs/verify.sh URL DATABASE     e.g. docs/verify.sh https://api.example.com/health/live 10.40.160.10:5432
# Needs kubectl with the right to debug pods of the service and to make a namespace. Answers 0 if all holds, else 1.
# shellcheck disable=SC2317 # check and refute call functions by their names.
set -u

url=${1:?the address of the service that its users know}
database=${2:?the address of its database as host:port}
namespace=${NAMESPACE:-palisade}
# An image with a shell and busybox's tools, and something that answers but is none of the service's business.
image=${IMAGE:-public.ecr.aws/docker/library/busybox:1.37}
elsewhere=${ELSEWHERE:-1.1.1.1:443}

wrong=0
holds() { echo "ok    $1"; }
fails() {
    echo "WRONG $1"
    wrong=1
}
# check WHAT COMMAND...: the command succeeds; refute: it fails.
check() {
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then holds "$what"; else fails "$what"; fi
}
refute() {
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then fails "$what"; else holds "$what"; fi
}
in_service() { kubectl --namespace="$namespace" "$@"; }

# A neighbour: a pod as restricted as the service's own, in another namespace.
beside=$namespace-verify-$$
trap 'kubectl delete namespace "$beside" --wait=false >/dev/null 2>&1' EXIT
pod() { # namespace, name, and what differs from a good container and a good pod
    confinement=${3:-'"allowPrivilegeEscalation": false'}
    cat <<POD
{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "$2", "namespace": "$1"},
 "spec": {"automountServiceAccountToken": false, "terminationGracePeriodSeconds": 0, ${4-}
  "securityContext": {"runAsNonRoot": true, "runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}},
  "containers": [{"name": "verify", "image": "$image", "command": ["sleep", "600"],
   "resources": {"requests": {"cpu": "10m", "memory": "16Mi"}, "limits": {"cpu": "100m", "memory": "32Mi"}},
   "securityContext": {$confinement, "capabilities": {"drop": ["ALL"]}}}]}}
POD
}
kubectl create namespace "$beside" >/dev/null || exit 1
pod "$beside" neighbour | kubectl create --filename=- >/dev/null || exit 1
kubectl --namespace="$beside" wait --for=condition=Ready pod/neighbour --timeout=120s >/dev/null || exit 1
neighbour() { kubectl --namespace="$beside" exec neighbour -- "$@"; }

# A second container in a pod of the service: it shares network and processes, and may do no more than the first.
name=$(in_service get pods --selector=app.kubernetes.io/name=service --output=name | head -n 1)
address=$(in_service get "$name" --output=jsonpath='{.status.podIP}')
inside=verify-$$
seen=$(mktemp)
# shellcheck disable=SC2016 # The container expands it.
in_service debug "$name" --image="$image" --target=service --container="$inside" --profile=restricted --attach=false \
    --env="DATABASE=$database" --env="ELSEWHERE=$elsewhere" --quiet -- sh -c '
    open() { nc -w 3 "${1%:*}" "${1##*:}" </dev/null >/dev/null 2>&1 && echo "$2 open" || echo "$2 closed"; }
    grep -E "^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):" /proc/1/status | tr -s "\t" " "
    awk "\$5 == \"/\" {print \"root \" \$6} /serviceaccount/ {print \"token\"}" /proc/1/mountinfo
    nslookup kubernetes.default.svc.cluster.local >/dev/null 2>&1 && echo "dns open" || echo "dns closed"
    open "$DATABASE" database
    open "$ELSEWHERE" elsewhere
    open 169.254.169.254:80 metadata
    open "$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT" api
    echo end' >/dev/null || exit 1
for _ in $(seq 60); do
    in_service logs "$name" --container="$inside" >"$seen" 2>/dev/null
    grep -q '^end$' "$seen" && break
    sleep 1
done
says() { grep -q "$1" "$seen"; }

check 'the observation in the pod came to its end' says '^end$'
check 'the service runs as user 1000' says '^Uid: 1000 1000 1000 1000$'
check 'it has no capabilities and can get none' says '^CapBnd: 0*$'
check 'it cannot gain privileges' says '^NoNewPrivs: 1$'
check 'its system calls are filtered' says '^Seccomp: 2$'
check 'its root file system is read-only' says '^root ro'
refute 'no token of the Kubernetes API is mounted' says '^token$'

check 'users reach the service' curl --silent --fail --max-time 10 "$url"
check 'a neighbour has a network at all' neighbour nslookup kubernetes.default.svc.cluster.local
refute 'a neighbour does not reach the pod' neighbour nc -w 3 "$address" 5000

check 'the service finds names' says '^dns open$'
check 'the service reaches its database' says '^database open$'
check 'a neighbour reaches what the service must not' neighbour nc -w 3 "${elsewhere%:*}" "${elsewhere##*:}"
check 'the service reaches nothing else' says '^elsewhere closed$'
check 'the service does not reach the metadata of its node' says '^metadata closed$'
check 'the service does not reach the Kubernetes API' says '^api closed$'

refused() { pod "$namespace" "verify-$$" "$@" | kubectl create --dry-run=server --filename=- 2>&1 | grep -q PodSecurity; }
check 'a good pod is admitted' sh -c "echo '$(pod "$namespace" "verify-$$")' | kubectl create --dry-run=server --filename=-"
check 'a privileged pod is refused' refused '"privileged": true'
check 'a root pod is refused' refused '"allowPrivilegeEscalation": false, "runAsUser": 0'
check 'a pod on the network of its node is refused' refused '' '"hostNetwork": true,'

rm -f "$seen"
exit $wrong
