package dev.palisade.app.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.palisade.app.settings.AuthSettings;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verifies access tokens (RFC 9068): algorithm, type, signature, issuer, audience and time. */
final class TokenVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final JOSEObjectType[] TYPES = {
        new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")
    };

    private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");
    private static final int MAX_CLOCK_SKEW_SECONDS = 30;
    private static final int MAX_LENGTH = 4096;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(AuthSettings.Token settings, JWKSource<SecurityContext> keys) {
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                REQUIRED);
        claims.setMaxClockSkew(MAX_CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    }

    /**
     * The caller that the token speaks for.
     *
     * @throws InvalidTokenException if any check fails
     * @throws KeysUnavailableException if the issuer's keys were never fetched, or too long ago
     */
    Caller verify(String token) throws InvalidTokenException, KeysUnavailableException {
        try {
            if (token.length() > MAX_LENGTH) {
                throw new ParseException("too long", MAX_LENGTH);
            }
            // Signed ones alone: unsigned and encrypted tokens do not even parse.
            var claims = processor.process(SignedJWT.parse(token), null);
            requireValues(claims);
            return new Caller(claims.getSubject(), roles(claims));
        } catch (RateLimitReachedException e) {
            throw new InvalidTokenException("signed with an unknown key", e);
        } catch (JOSEException e) {
            throw new KeysUnavailableException(e);
        } catch (ParseException | BadJOSEException e) {
            throw new InvalidTokenException("not a valid token", e);
        }
    }

    /** The library takes a claim that is null for one that is there. */
    private static void requireValues(JWTClaimsSet claims) throws ParseException {
        if (REQUIRED.stream().anyMatch(name -> claims.getClaim(name) == null)) {
            throw new ParseException("a required claim is null", 0);
        }
    }

    private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
        List<String> names =
                claims.getClaim("roles") == null ? List.of() : new ArrayList<>(claims.getStringListClaim("roles"));
        return Stream.of(Role.READER, Role.WRITER)
                .filter(role -> names.contains(role.claim()))
                .collect(Collectors.toSet());
    }
}
