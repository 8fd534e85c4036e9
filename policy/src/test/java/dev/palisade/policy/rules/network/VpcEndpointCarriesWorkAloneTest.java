package dev.palisade.policy.rules.network;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class VpcEndpointCarriesWorkAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VpcEndpointCarriesWorkAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a secret that is read", stack(endpoint("secretsmanager:GetSecretValue", "*"))),
                passes("a service that is not known", stack(endpoint("sqs:SendMessage", "*"))),
                passes(
                        "image layers",
                        stack(endpoint("s3:GetObject", "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*"))),
                passes(
                        "a bucket of the stack",
                        stack(
                                resource("aws:s3/bucketV2:BucketV2", "b").set("bucket", "ours"),
                                endpoint("s3:PutObject", "arn:aws:s3:::ours/*"))),
                fails("a wildcard", stack(endpoint("ecr:*", "*")), "ecr:*"),
                fails("a push", stack(endpoint("ecr:PutImage", "*")), "no node or pod"),
                fails("a key's end", stack(endpoint("kms:ScheduleKeyDeletion", "*")), "no node or pod"),
                fails(
                        "another's bucket",
                        stack(endpoint("s3:GetObject", "arn:aws:s3:::theirs/*")),
                        "neither the stack's"),
                fails(
                        "writing among image layers",
                        stack(endpoint("s3:PutObject", "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*")),
                        "neither the stack's"),
                unknown("a policy from outputs", stack(resource(ENDPOINT, "e").unknown("policy"))),
                notApplicable("no policy at all", stack(resource(ENDPOINT, "e"))));
    }

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static ResourceBuilder endpoint(String action, String resource) {
        return resource(ENDPOINT, "e")
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':'*','Action':'" + action + "','Resource':'" + resource
                                + "'}"));
    }
}
