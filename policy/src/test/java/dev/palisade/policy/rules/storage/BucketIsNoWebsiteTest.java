package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class BucketIsNoWebsiteTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketIsNoWebsite();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a site of its own",
                        stack(resource("aws:s3/bucketV2:BucketV2", "b")
                                .set("websites", List.of(Map.of("indexDocument", "index.html")))),
                        "websites"),
                passes("neither", stack(bucket())),
                passes("one origin", stack(bucket(), cors("https://www.example.com"))),
                fails(
                        "a website",
                        stack(
                                bucket(),
                                resource("aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2", "x")
                                        .refer("bucket", bucket())),
                        "website"),
                fails("every origin", stack(bucket(), cors("*")), "every origin"),
                unknown("origins not known yet", stack(bucket(), cors("").unknown("corsRules"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder cors(String origin) {
        return resource("aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2", "x")
                .refer("bucket", bucket())
                .set("corsRules", List.of(Map.of("allowedOrigins", List.of(origin))));
    }
}
