package dev.palisade.policy.rules;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.eks.EksAuthenticatesByAccessEntries;
import dev.palisade.policy.rules.eks.EksLogsTheControlPlane;
import dev.palisade.policy.rules.eks.EksSecretsAreEncrypted;
import dev.palisade.policy.rules.iam.DeliveryRoleHasABoundary;
import dev.palisade.policy.rules.iam.GithubTrustNamesRepositoryAndEnvironment;
import dev.palisade.policy.rules.iam.IamPolicyNamesItsActions;
import dev.palisade.policy.rules.iam.IamPolicyNamesItsResources;
import dev.palisade.policy.rules.iam.IamRightsGoToRoles;
import dev.palisade.policy.rules.iam.IamRoleCannotEscalate;
import dev.palisade.policy.rules.iam.IamRoleIsNoAdministrator;
import dev.palisade.policy.rules.iam.IamRoleSessionIsShort;
import dev.palisade.policy.rules.iam.IamTrustNamesItsPrincipals;
import dev.palisade.policy.rules.iam.IrsaTrustNamesWhatExists;
import dev.palisade.policy.rules.iam.IrsaTrustPinsSubjectAndAudience;
import dev.palisade.policy.rules.iam.OidcProviderServesStsAlone;
import dev.palisade.policy.rules.iam.PodIdentityNamesWhatExists;
import dev.palisade.policy.rules.iam.ResourcePolicyStaysInTheAccount;
import dev.palisade.policy.rules.iam.ServiceAccountRoleTrustsIt;
import dev.palisade.policy.rules.iam.ServiceTrustNamesItsSource;
import dev.palisade.policy.rules.kms.KmsKeyHasAnAlias;
import dev.palisade.policy.rules.kms.KmsKeyOutlivesMistakes;
import dev.palisade.policy.rules.kms.KmsKeyPolicyIsNarrow;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import dev.palisade.policy.rules.kms.KmsKeySeparatesUseFromAdministration;
import dev.palisade.policy.rules.observability.LogGroupIsEncrypted;
import dev.palisade.policy.rules.observability.LogGroupIsKeptForAYear;
import dev.palisade.policy.rules.secrets.SecretIsEncrypted;
import dev.palisade.policy.rules.secrets.SecretValueIsMarked;
import java.util.List;

/** Every policy, one line each, by area. A test fails for a policy class that is not here. */
public final class Catalogue {
    private static final List<Policy> POLICIES = List.of(
            // eks
            new EksAuthenticatesByAccessEntries(),
            new EksLogsTheControlPlane(),
            new EksSecretsAreEncrypted(),
            // iam
            new DeliveryRoleHasABoundary(),
            new GithubTrustNamesRepositoryAndEnvironment(),
            new IamPolicyNamesItsActions(),
            new IamPolicyNamesItsResources(),
            new IamRightsGoToRoles(),
            new IamRoleCannotEscalate(),
            new IamRoleIsNoAdministrator(),
            new IamRoleSessionIsShort(),
            new IamTrustNamesItsPrincipals(),
            new IrsaTrustNamesWhatExists(),
            new IrsaTrustPinsSubjectAndAudience(),
            new OidcProviderServesStsAlone(),
            new PodIdentityNamesWhatExists(),
            new ResourcePolicyStaysInTheAccount(),
            new ServiceAccountRoleTrustsIt(),
            new ServiceTrustNamesItsSource(),
            // kms
            new KmsKeyHasAnAlias(),
            new KmsKeyOutlivesMistakes(),
            new KmsKeyPolicyIsNarrow(),
            new KmsKeyRotates(),
            new KmsKeySeparatesUseFromAdministration(),
            // observability
            new LogGroupIsEncrypted(),
            new LogGroupIsKeptForAYear(),
            // secrets
            new SecretIsEncrypted(),
            new SecretValueIsMarked());

    private Catalogue() {}

    public static List<Policy> policies() {
        return POLICIES;
    }
}
