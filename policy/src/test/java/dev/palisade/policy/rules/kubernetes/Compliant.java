package dev.palisade.policy.rules.kubernetes;

/** Compliant objects, each the same as the program makes, to be weakened one place at a time. */
final class Compliant {
    /** Where the pod of {@link #deployment} stands. */
    static final String POD = "spec.template.spec.";

    /** Where its container stands. */
    static final String CONTAINER = POD + "containers[0].";

    static final String IMAGE = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/palisade/service@sha256:"
            + "4b825dc642cb6eb9a060e54bf8d69288fbee49044b825dc642cb6eb9a060e54b";

    private static final String POD_YAML = """
            metadata:
              labels: {app.kubernetes.io/name: service}
            spec:
              serviceAccountName: service
              automountServiceAccountToken: false
              hostNetwork: false
              hostPID: false
              hostIPC: false
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                runAsGroup: 1000
                fsGroup: 1000
                seccompProfile: {type: RuntimeDefault}
              terminationGracePeriodSeconds: 45
              topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
                maxSkew: 1
                whenUnsatisfiable: ScheduleAnyway
                labelSelector: {matchLabels: {app.kubernetes.io/name: service}}
              - topologyKey: kubernetes.io/hostname
                maxSkew: 1
                whenUnsatisfiable: ScheduleAnyway
                labelSelector: {matchLabels: {app.kubernetes.io/name: service}}
              containers:
              - name: service
                image: IMAGE
                imagePullPolicy: Always
                ports: [{name: http, containerPort: 5000, protocol: TCP}]
                env:
                - {name: AUTH_AUDIENCE, value: palisade}
                - {name: AUTH_ISSUER, value: "https://login.example.com/"}
                - {name: AUTH_JWKS_URL, value: "https://login.example.com/keys"}
                - {name: PORT, value: "5000"}
                - {name: RATE_LIMIT, value: 100/hour}
                - {name: TRUSTED_PROXY_HOPS, value: "1"}
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 1000
                  runAsGroup: 1000
                  privileged: false
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities: {drop: [ALL]}
                  seccompProfile: {type: RuntimeDefault}
                resources:
                  requests: {cpu: 250m, memory: 384Mi, ephemeral-storage: 64Mi}
                  limits: {cpu: "1", memory: 512Mi, ephemeral-storage: 256Mi}
                startupProbe:
                  httpGet: {path: /health/live, port: 5000, scheme: HTTP}
                  periodSeconds: 2
                  timeoutSeconds: 2
                  failureThreshold: 30
                livenessProbe:
                  httpGet: {path: /health/live, port: 5000, scheme: HTTP}
                  periodSeconds: 10
                  timeoutSeconds: 2
                  failureThreshold: 3
                readinessProbe:
                  httpGet: {path: /health/ready, port: 5000, scheme: HTTP}
                  periodSeconds: 5
                  timeoutSeconds: 2
                  failureThreshold: 2
                volumeMounts: [{name: tmp, mountPath: /tmp}]
              volumes:
              - name: tmp
                emptyDir: {sizeLimit: 64Mi}
            """.replace("IMAGE", IMAGE);

    private Compliant() {}

    static Manifest deployment() {
        return Manifest.of(Workloads.DEPLOYMENT, "service", """
                metadata:
                  name: service
                  namespace: palisade
                spec:
                  replicas: 2
                  minReadySeconds: 5
                  selector: {matchLabels: {app.kubernetes.io/name: service}}
                  strategy:
                    type: RollingUpdate
                    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
                  template:
                """ + POD_YAML.indent(4));
    }

    /** The same pod in a workload of another kind. */
    static Manifest workload(String type) {
        String metadata = "metadata: {name: service, namespace: palisade}\n";
        return Manifest.of(
                type,
                "service",
                switch (type) {
                    case Workloads.POD ->
                        metadata.replace("}", ", labels: {app.kubernetes.io/name: service}}")
                                + POD_YAML.substring(POD_YAML.indexOf("spec:"));
                    case Workloads.POD_TEMPLATE -> metadata + "template:\n" + POD_YAML.indent(2);
                    case Workloads.CRON_JOB ->
                        metadata + "spec:\n  jobTemplate:\n    spec:\n      template:\n" + POD_YAML.indent(8);
                    default -> metadata + "spec:\n  template:\n" + POD_YAML.indent(4);
                });
    }

    static Manifest service() {
        return Manifest.of("kubernetes:core/v1:Service", "service", """
                metadata: {name: service, namespace: palisade}
                spec:
                  type: ClusterIP
                  selector: {app.kubernetes.io/name: service}
                  ports: [{name: http, port: 80, targetPort: 5000, protocol: TCP}]
                """);
    }

    static Manifest namespace() {
        return Manifest.of("kubernetes:core/v1:Namespace", "service", """
                metadata:
                  name: palisade
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/enforce-version: v1.35
                    pod-security.kubernetes.io/audit: restricted
                    pod-security.kubernetes.io/audit-version: v1.35
                    pod-security.kubernetes.io/warn: restricted
                    pod-security.kubernetes.io/warn-version: v1.35
                """);
    }

    /** What is checked before a pod is admitted. */
    static Manifest imagePolicy() {
        return Manifest.of(ImagePolicies.POLICY, "service", """
                spec:
                  mode: enforce
                  images: [{glob: "REPOSITORY@sha256:*"}]
                  authorities:
                  - name: workflow
                    keyless:
                      url: https://fulcio.sigstore.dev
                      identities:
                      - issuer: https://token.actions.githubusercontent.com
                        subject: https://github.com/example/palisade/.github/workflows/deploy-stack.yml@refs/heads/main
                    ctlog: {url: https://rekor.sigstore.dev}
                """.replace("REPOSITORY", IMAGE.replaceFirst("@.*", "")));
    }

    static Manifest policyController() {
        return Manifest.of("kubernetes:helm.sh/v3:Release", "policy-controller", """
                chart: policy-controller
                namespace: cosign-system
                values:
                  webhook:
                    replicaCount: 2
                    failurePolicy: Fail
                    configData: {no-match-policy: deny}
                    image: {version: "DIGEST"}
                    podSecurityContext:
                      enabled: true
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                      runAsNonRoot: true
                      runAsUser: 1000
                      capabilities: {drop: [ALL]}
                      seccompProfile: {type: RuntimeDefault}
                    serviceAccount: {name: policy-controller}
                    resources: {limits: {cpu: 500m, memory: 512Mi}, requests: {cpu: 100m, memory: 128Mi}}
                  leasescleanup:
                    image: {version: "latest-dev@DIGEST"}
                    resources: {limits: {cpu: 500m, memory: 512Mi}, requests: {cpu: 100m, memory: 128Mi}}
                """.replace(
                        "DIGEST", IMAGE.replaceFirst(".*@", "")));
    }

    static Manifest defaultDeny() {
        return Manifest.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "default-deny", """
                metadata: {name: default-deny, namespace: palisade}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                """);
    }

    static Manifest networkPolicy() {
        return Manifest.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "service", """
                metadata: {name: service, namespace: palisade}
                spec:
                  podSelector: {matchLabels: {app.kubernetes.io/name: service}}
                  policyTypes: [Ingress, Egress]
                  ingress:
                  - from: [{ipBlock: {cidr: 10.20.0.0/24}}]
                    ports: [{protocol: TCP, port: 5000}]
                  egress:
                  - to:
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: kube-dns}}
                    ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]
                  - to: [{ipBlock: {cidr: 10.20.64.0/24}}]
                    ports: [{protocol: TCP, port: 5432}]
                """);
    }
}
