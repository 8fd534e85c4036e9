package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Rights go to roles; there are no IAM users, groups or access keys",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13, Row.C5},
        controls = {
            "CIS AWS 1.14",
            "NIST 800-53 AC-2",
            "NIST 800-53 IA-5",
            "PCI DSS 8.6.3",
            "HIPAA 164.312(d)",
            "SOC 2 CC6.1",
            "Security Hub IAM.2",
            "Security Hub IAM.3"
        },
        why = "An access key does not expire: one leak years later still opens the account.",
        remedy = "Let people in through IAM Identity Center and workloads through roles.",
        snippet = "new Role(\"operators\", RoleArgs.builder().assumeRolePolicy(trust).build())")
public final class IamRightsGoToRoles implements ResourcePolicy {

    private static final String ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
    private static final Property USERS = Property.of(ATTACHMENT, "users");
    private static final Property GROUPS = Property.of(ATTACHMENT, "groups");
    private static final Set<String> KINDS = Set.of(
            "aws:iam/accessKey:AccessKey",
            "aws:iam/group:Group",
            "aws:iam/groupMembership:GroupMembership",
            "aws:iam/groupPolicy:GroupPolicy",
            "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
            "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
            "aws:iam/sshKey:SshKey",
            "aws:iam/user:User",
            "aws:iam/userGroupMembership:UserGroupMembership",
            "aws:iam/userLoginProfile:UserLoginProfile",
            "aws:iam/userPolicy:UserPolicy",
            "aws:iam/userPolicyAttachment:UserPolicyAttachment");

    @Override
    public Set<String> types() {
        return Stream.concat(KINDS.stream(), Stream.of(ATTACHMENT)).collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource resource) {
        if (!resource.is(ATTACHMENT)) {
            return Verdict.fail("is a standing identity beside the roles: " + resource.type());
        }
        return Verdict.require(
                resource.get(USERS)
                        .any(Value::isPresent)
                        .or(() -> resource.get(GROUPS).any(Value::isPresent))
                        .not(),
                "attaches a policy to users or groups");
    }
}
