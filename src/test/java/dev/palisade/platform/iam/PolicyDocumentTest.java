package dev.palisade.platform.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void aDocumentIsWrittenInOrder() {
        var document = PolicyDocument.of(Statement.deny("NoPlaintext")
                .toAws("*")
                .actions("s3:*")
                .on(List.of(Output.of("arn:aws:s3:::bucket")))
                .when("Bool", "aws:SecureTransport", "false"));

        assertThat(PulumiTest.extractValue(document))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"NoPlaintext\",\"Effect\":\"Deny\","
                        + "\"Principal\":{\"AWS\":[\"*\"]},\"Action\":[\"s3:*\"],"
                        + "\"Resource\":[\"arn:aws:s3:::bucket\"],"
                        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":[\"false\"]}}}]}");
    }

    @Test
    void conditionsOfOneOperatorStandTogether() {
        var document = PolicyDocument.of(Statement.allow("A")
                .actions("kms:Decrypt")
                .on("*")
                .when("StringEquals", "a", "1")
                .when("StringEquals", "b", "2", "3"));

        assertThat(PulumiTest.extractValue(document))
                .contains("\"Condition\":{\"StringEquals\":{\"a\":[\"1\"],\"b\":[\"2\",\"3\"]}}");
    }

    @Test
    void whatWouldBreakOutOfAStringIsEscaped() {
        var document = PolicyDocument.of(Statement.allow("A").actions("x:Y").on("arn:\"}]}"));

        assertThat(PulumiTest.extractValue(document)).contains("[\"arn:\\\"}]}\"]");
    }

    @Test
    void aServiceAccountIsTrustedByItsExactNameAndAudience() {
        var trust = TrustPolicy.serviceAccount(
                Output.of("arn:aws:iam::1:oidc-provider/oidc.example.com/id/1"),
                Output.of("https://oidc.example.com/id/1"),
                "kube-system",
                "aws-node");

        assertThat(PulumiTest.extractValue(trust))
                .contains("\"Federated\":[\"arn:aws:iam::1:oidc-provider/oidc.example.com/id/1\"]")
                .contains("\"StringEquals\":{\"oidc.example.com/id/1:aud\":[\"sts.amazonaws.com\"],"
                        + "\"oidc.example.com/id/1:sub\":[\"system:serviceaccount:kube-system:aws-node\"]}")
                .doesNotContain("StringLike");
    }

    @Test
    void aWorkflowIsTrustedByItsRepositoryAndEnvironment() {
        var trust = TrustPolicy.githubEnvironment("111122223333", "acme/shop", "prod-publish");

        assertThat(PulumiTest.extractValue(trust))
                .contains("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com")
                .contains("\"token.actions.githubusercontent.com:sub\":[\"repo:acme/shop:environment:prod-publish\"]")
                .doesNotContain("StringLike");
    }
}
