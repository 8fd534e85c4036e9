package dev.palisade.policy.rules.pulumi;

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

class AwsProviderIsBoundTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AwsProviderIsBound();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "somebody's profile",
                        stack(resource("pulumi:providers:aws", "p")
                                .set("profile", "admin")
                                .set("allowedAccountIds", "[\"111122223333\"]")
                                .set("defaultTags", "{\"tags\":{\"a\":\"b\",\"c\":\"d\"}}")),
                        "profile"),
                fails(
                        "a proxy",
                        stack(resource("pulumi:providers:aws", "p")
                                .set("httpsProxy", "http://proxy.example.com")
                                .set("allowedAccountIds", "[\"111122223333\"]")
                                .set("defaultTags", "{\"tags\":{\"a\":\"b\",\"c\":\"d\"}}")),
                        "proxies"),
                passes("account and tags", stack(provider())),
                passes(
                        "the same as structures",
                        stack(provider()
                                .set("allowedAccountIds", List.of("111122223333"))
                                .set("defaultTags.tags", Map.of("Project", "p", "Stack", "s")))),
                fails("a key", stack(provider().set("accessKey", "AKIAABCDEFGHIJKLMNOP")), "accessKey"),
                fails("a secret key", stack(provider().secret("secretKey", "x")), "secretKey"),
                fails("a token that is not known yet", stack(provider().unknown("token")), "token"),
                fails(
                        "no checks",
                        stack(provider().set("skipCredentialsValidation", "true")),
                        "skipCredentialsValidation"),
                fails("no TLS checks", stack(provider().set("insecure", true)), "insecure"),
                fails(
                        "foreign endpoints",
                        stack(provider().set("endpoints", "[{\"s3\":\"http://localhost\"}]")),
                        "endpoints"),
                fails("any region", stack(provider().unset("region")), "region"),
                fails("no region of AWS", stack(provider().set("region", "*")), "region"),
                passes("a region of the government", stack(provider().set("region", "us-gov-west-1"))),
                fails("any account", stack(provider().unset("allowedAccountIds")), "allowedAccountIds"),
                fails("an empty text as accounts", stack(provider().set("allowedAccountIds", "")), "allowedAccountIds"),
                fails("an empty text as tags", stack(provider().set("defaultTags", "")), "defaultTags"),
                passes("an empty text as endpoints", stack(provider().set("endpoints", ""))),
                fails(
                        "credentials of another machine",
                        stack(provider().set("ec2MetadataServiceEndpoint", "http://metadata.example.com")),
                        "custom files"),
                fails("somebody's files", stack(provider().set("sharedConfigFiles", "[\"config\"]")), "custom files"),
                fails("no account", stack(provider().set("allowedAccountIds", "[]")), "allowedAccountIds"),
                fails("no tags", stack(provider().unset("defaultTags")), "defaultTags"),
                fails("empty tags", stack(provider().set("defaultTags", "{\"tags\":{}}")), "defaultTags"),
                fails(
                        "the default provider",
                        stack(resource("pulumi:providers:aws", "default_6_83_0")),
                        "allowedAccountIds"),
                unknown("tags are not known yet", stack(provider().unknown("defaultTags"))),
                fails("tags that cannot be read", stack(provider().set("defaultTags", "{tags")), "defaultTags"),
                fails(
                        "tags that say nothing",
                        stack(provider().set("defaultTags", "{\"tags\":{\"Project\":\"\",\"Stack\":null}}")),
                        "defaultTags"),
                fails("an account that is none", stack(provider().set("allowedAccountIds", "444")), "any account"),
                fails(
                        "one account, and any",
                        stack(provider().set("allowedAccountIds", "[\"111122223333\",\"*\"]")),
                        "any account"),
                fails("a short cut in another word", stack(provider().set("insecure", "1")), "insecure"),
                unknown("accounts are not known yet", stack(provider().unknown("allowedAccountIds"))),
                notApplicable("no provider", stack()));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws")
                .set("region", "eu-central-1")
                .set("allowedAccountIds", "[\"111122223333\"]")
                .set("defaultTags", "{\"tags\":{\"Project\":\"palisade\",\"Stack\":\"test\"}}");
    }
}
