package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.function.Function;

/** Settings of the account in the region; who may change them by hand can do so only until the next update. */
@PolicyInfo(
        title = "The account demands IMDSv2, closes the serial console and keeps images and buckets private",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.X3, Row.A2},
        controls = {
            "CIS AWS 2.1.4",
            "CIS AWS 5.7",
            "NIST 800-53 CM-6",
            "NIST 800-53 AC-3",
            "PCI DSS 2.2.6",
            "SOC 2 CC6.6",
            "Security Hub S3.1",
            "Security Hub EC2.8"
        },
        why = "What is made beside the stack gets the account's defaults, and those of AWS are open.",
        remedy = "Set the defaults of the account beside those for the encryption of volumes.",
        snippet =
                "new AccountPublicAccessBlock(\"buckets\", AccountPublicAccessBlockArgs.builder().blockPublicAcls(true))")
public final class AccountClosesWhatNobodyNeeds implements StackPolicy {
    private static final String METADATA = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
    private static final Property TOKENS = Property.of(METADATA, "httpTokens");
    private static final Property HOPS = Property.of(METADATA, "httpPutResponseHopLimit");
    private static final Property CONSOLE = Property.of("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "enabled");
    private static final Property IMAGES =
            Property.of("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "state");
    private static final String BUCKETS = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
    private static final List<Property> BLOCKS = List.of(
            Property.of(BUCKETS, "blockPublicAcls"),
            Property.of(BUCKETS, "blockPublicPolicy"),
            Property.of(BUCKETS, "ignorePublicAcls"),
            Property.of(BUCKETS, "restrictPublicBuckets"));

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        if (!graph.ofType("aws:eks/nodeGroup:NodeGroup", "aws:ec2/launchTemplate:LaunchTemplate", METADATA)
                .isEmpty()) {
            verdict = verdict.and(Verdict.require(
                            all(graph, METADATA, one -> one.get(TOKENS)
                                    .is("required")
                                    .and(one.get(HOPS).isPresent().not().or(() -> one.get(HOPS)
                                            .is("1")))),
                            "does not demand IMDSv2, one hop away, of new instances"))
                    .and(Verdict.require(
                            all(graph, CONSOLE.type(), one -> one.get(CONSOLE).is("false")),
                            "lets people log in through the serial console"))
                    .and(Verdict.require(
                            all(graph, IMAGES.type(), one -> one.get(IMAGES).is("block-new-sharing")),
                            "lets images be made public"));
        }
        if (!graph.ofType("aws:s3/bucketV2:BucketV2", BUCKETS).isEmpty()) {
            for (Property block : BLOCKS) {
                verdict = verdict.and(Verdict.require(
                        all(graph, BUCKETS, one -> one.get(block).isTrue()),
                        "lets buckets be made public: no " + block));
            }
        }
        return verdict;
    }

    private static Truth all(Graph graph, String type, Function<Resource, Truth> test) {
        return graph.ofType(type).stream()
                .map(test)
                .reduce(Truth.of(!graph.ofType(type).isEmpty()), Truth::and);
    }
}
