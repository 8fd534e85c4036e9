package dev.palisade.platform;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a program under the SDK's mocks and keeps what it registers. */
public final class Mocked implements Mocks {

    /** One registered resource with its inputs as they reach the engine. */
    public record Registered(String type, String name, Map<String, Object> inputs) {

        /** An input by its name; an absent one is an error of the test. */
        public Object input(String key) {
            if (!inputs.containsKey(key)) {
                throw new AssertionError("%s %s has no input %s, only %s".formatted(type, name, key, inputs.keySet()));
            }
            return inputs.get(key);
        }
    }

    private final ConcurrentLinkedQueue<Registered> registered = new ConcurrentLinkedQueue<>();

    static {
        ResourceTypes.forget();
    }

    private Mocked() {}

    /** Runs {@code program} as the stack {@code stack}; an exception in it fails the test. */
    public static Mocked run(String stack, Consumer<Context> program) {
        var mocks = new Mocked();
        try {
            PulumiTest.withMocks(mocks)
                    .withOptions(TestOptions.builder()
                            .projectName("palisade")
                            .stackName(stack)
                            .preview(false)
                            .build())
                    .runTest(program)
                    .throwOnError();
        } finally {
            PulumiTest.cleanup();
        }
        return mocks;
    }

    /** All resources in a fixed order. */
    public List<Registered> all() {
        var all = new ArrayList<>(registered);
        all.sort(java.util.Comparator.comparing(Registered::type).thenComparing(Registered::name));
        return all;
    }

    /** The resources of a type, e.g. {@code aws:ec2/vpc:Vpc}. */
    public List<Registered> ofType(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** The one resource of that type and name. */
    public Registered one(String type, String name) {
        return ofType(type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s named %s among %s"
                        .formatted(
                                type,
                                name,
                                ofType(type).stream().map(Registered::name).toList())));
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        registered.add(new Registered(args.type, args.name, args.inputs));
        var state = new HashMap<String, Object>(args.inputs);
        state.putIfAbsent("name", args.name);
        state.putIfAbsent("arn", "arn:aws:mock:eu-central-1:111122223333:" + args.name);
        switch (args.type) {
            case "aws:kms/key:Key" -> state.put("keyId", "key-" + args.name);
            case "aws:s3/bucketV2:BucketV2" -> state.putIfAbsent("bucket", args.name);
            case "aws:ec2/launchTemplate:LaunchTemplate" -> state.put("latestVersion", 1);
            case "aws:ec2/vpc:Vpc" ->
                state.putAll(Map.of("defaultNetworkAclId", "acl-0", "defaultRouteTableId", "rtb-0"));
            case "aws:ec2/eip:Eip" -> state.put("allocationId", "eipalloc-" + args.name);
            case "aws:lb/loadBalancer:LoadBalancer" ->
                state.putAll(Map.of("dnsName", "lb.example.com", "zoneId", "Z1", "arnSuffix", "app/lb/1"));
            case "aws:lb/targetGroup:TargetGroup" -> state.put("arnSuffix", "targetgroup/tg/1");
            case "aws:ecr/repository:Repository" -> state.put("repositoryUrl", "registry.example.com/service");
            case "docker:index/image:Image" -> state.put("repoDigest", "registry.example.com/service@sha256:0");
            case "aws:route53/record:Record" -> state.put("fqdn", args.name + ".example.com");
            case "aws:acm/certificate:Certificate" ->
                state.put(
                        "domainValidationOptions",
                        List.of(Map.of(
                                "domainName",
                                "d",
                                "resourceRecordName",
                                "n",
                                "resourceRecordType",
                                "CNAME",
                                "resourceRecordValue",
                                "v")));
            case "eks:index:Cluster" ->
                state.putAll(Map.of(
                        "kubeconfigJson", "{}",
                        "clusterSecurityGroupId", "sg-cluster",
                        "oidcProviderUrl", "https://oidc.example.com/id/1"));
            default -> {}
        }
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("id-" + args.name), state));
    }

    /** All texts that the resources' inputs hold, at any depth. */
    public Stream<String> texts() {
        return all().stream().flatMap(resource -> texts(resource.inputs()));
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(Mocked::texts);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Mocked::texts);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }
}
