package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class SecretProviderClassNamesItsSecretsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretProviderClassNamesItsSecrets();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a secret of the stack",
                        stack(SECRET, store("[{'objectName':'secret-id','objectAlias':'url'}]", "url"))),
                passes(
                        "a parameter of the stack",
                        stack(
                                resource("aws:ssm/parameter:Parameter", "p"),
                                store("[{'objectName':'p-id','objectType':'ssmparameter'}]", "p-id"))),
                fails(
                        "a parameter from elsewhere",
                        stack(store("[{'objectName':'/p','objectType':'ssmparameter'}]", "/p")),
                        "not of this stack"),
                fails(
                        "a secret from elsewhere",
                        stack(store("[{'objectName':'other','objectAlias':'url'}]", "url")),
                        "not of this stack"),
                fails("no secrets", stack(SECRET, store("", "url")), "names no secrets"),
                fails(
                        "another provider",
                        stack(
                                SECRET,
                                store("[{'objectName':'secret-id','objectAlias':'url'}]", "url")
                                        .set("spec.provider", "vault")),
                        "elsewhere than AWS"),
                fails("another object", stack(SECRET, store("[{'objectName':'secret-id'}]", "url")), "does not take"),
                unknown(
                        "objects from outputs",
                        stack(resource(SecretSources.CLASS, "s").unknown("spec.parameters.objects"))),
                notApplicable("none", stack(SECRET)));
    }

    private static final ResourceBuilder SECRET = resource("aws:secretsmanager/secret:Secret", "secret");

    private static ResourceBuilder store(String objects, String synced) {
        return resource(SecretSources.CLASS, "s")
                .set("spec.provider", "aws")
                .set("spec.parameters.objects", json(objects))
                .set(
                        "spec.secretObjects",
                        List.of(Map.of(
                                "secretName",
                                "s",
                                "type",
                                "Opaque",
                                "data",
                                List.of(Map.of("key", "k", "objectName", synced)))));
    }
}
