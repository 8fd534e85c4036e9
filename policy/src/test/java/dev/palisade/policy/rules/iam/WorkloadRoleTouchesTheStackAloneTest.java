package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class WorkloadRoleTouchesTheStackAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WorkloadRoleTouchesTheStackAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its secret", stack(ROLE, ACCOUNT, SECRET, rights("secretsmanager:GetSecretValue", ARN))),
                fails(
                        "a secret from elsewhere",
                        stack(
                                ROLE,
                                ACCOUNT,
                                SECRET,
                                rights("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:::secret:other")),
                        "not of this stack"),
                fails(
                        "a secret that it changes",
                        stack(ROLE, ACCOUNT, SECRET, rights("secretsmanager:UpdateSecret", ARN)),
                        "does not need"),
                fails("the platform", stack(ROLE, ACCOUNT, rights("eks:DescribeCluster", "*")), "eks:DescribeCluster"),
                fails(
                        "what it does not write",
                        stack(ROLE, ACCOUNT, rights("kms:GenerateDataKey", "*")),
                        "does not need"),
                unknown(
                        "rights from outputs",
                        stack(
                                ROLE,
                                ACCOUNT,
                                resource(IdentityPolicies.INLINE, "i")
                                        .refer("role", ROLE)
                                        .unknown("policy"))),
                notApplicable("a role of no workload", stack(ROLE, rights("eks:DescribeCluster", "*"))));
    }

    private static final String ARN = "arn:aws:secretsmanager:::secret:ours";
    private static final ResourceBuilder SECRET =
            resource("aws:secretsmanager/secret:Secret", "s").output("arn", ARN);
    private static final ResourceBuilder ACCOUNT = resource(ServiceAccounts.ACCOUNT, "service")
            .set("metadata.namespace", "app")
            .set("metadata.name", "service");
    private static final ResourceBuilder ROLE = resource(Roles.ROLE, "r")
            .set(
                    "assumeRolePolicy",
                    document(
                            "{'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/oidc.example'},'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringEquals':{'oidc.example:sub':'system:serviceaccount:app:service'}}}"));

    private static ResourceBuilder rights(String action, String resource) {
        return resource(IdentityPolicies.INLINE, "i").refer("role", ROLE).set("policy", allow(action, resource));
    }
}
