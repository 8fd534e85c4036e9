package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class EveryResourceIsJudgedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EveryResourceIsJudged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "what the platform is made of",
                        stack(
                                resource("aws:kms/key:Key", "k"),
                                resource("pulumi:providers:aws", "p"),
                                resource("kubernetes:apps/v1:Deployment", "d"),
                                resource("palisade:network:Network", "n"),
                                resource("docker:index/image:Image", "i"),
                                resource("random:index/randomId:RandomId", "r"))),
                fails(
                        "a service of AWS that nobody looks into",
                        stack(resource("aws:sagemaker/notebookInstance:NotebookInstance", "n")),
                        "sagemaker"),
                fails(
                        "a kind that nobody looks into, of a service with others",
                        stack(resource("aws:ssm/document:Document", "d")),
                        "Document"),
                passes("what only counts", stack(resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", "c"))),
                fails(
                        "a command on the machine that deploys",
                        stack(resource("command:local:Command", "c")),
                        "command:local:Command"),
                fails("a provider without policies", stack(resource("aws-native:s3:Bucket", "b")), "aws-native"),
                fails(
                        "a template",
                        stack(resource("aws:cloudformation/stack:Stack", "s").set("templateBody", "{}")),
                        "makes resources"),
                unknown(
                        "a template that is not known yet",
                        stack(resource("aws:cloudformation/stack:Stack", "s").unknown("templateBody"))),
                notApplicable("an empty stack", stack()));
    }
}
