package dev.palisade.app.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.palisade.app.settings.AuthSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to check a token whose key is known already, beside the signature alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Token {
    private static final String ISSUER = "https://issuer.example/";
    private static final String AUDIENCE = "palisade";

    /** Each algorithm that the service takes. */
    @Param({"RS256", "PS256", "ES256"})
    public String algorithm;

    private HttpServer keys;
    private TokenVerifier verifier;
    private String token;
    private AsymmetricJWK key;
    private byte[] signed;
    private byte[] signature;

    /** An issuer, whose keys are fetched once, and a token. */
    @Setup
    public void issue() throws Exception {
        var elliptic = algorithm.startsWith("E");
        var made = elliptic
                ? new ECKeyGenerator(Curve.P_256).keyID("key").generate()
                : new RSAKeyGenerator(2048).keyID("key").generate();
        key = (AsymmetricJWK) made;
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var published = new JWKSet(((JWK) made).toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        keys.start();

        var now = Instant.now();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("key")
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject("somebody")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3600)))
                        .claim("roles", List.of("reader"))
                        .build());
        JWSSigner signer = elliptic ? new ECDSASigner(made.toECKey()) : new RSASSASigner(made.toRSAKey());
        jwt.sign(signer);
        token = jwt.serialize();
        signed = jwt.getSigningInput();
        signature = jwt.getSignature().decode();
        var url = URI.create("http://localhost:" + keys.getAddress().getPort() + "/keys");
        verifier = new TokenVerifier(new AuthSettings.Token(url, ISSUER, AUDIENCE), KeySet.at(url));
        if (!verifier.verify(token).roles().contains(Role.READER) || !signature()) {
            throw new IllegalStateException("the token is refused");
        }
    }

    /** No one asks for keys any more. */
    @TearDown
    public void stop() {
        keys.stop(0);
    }

    /** The service's: algorithm, key, signature, type, issuer, audience, time and roles. */
    @Benchmark
    public Object check() throws Exception {
        return verifier.verify(token);
    }

    /** The JDK's check of the signature, without which no token can be believed. */
    @Benchmark
    public boolean signature() throws Exception {
        var check = Signature.getInstance(
                switch (algorithm) {
                    case "RS256" -> "SHA256withRSA";
                    case "PS256" -> "RSASSA-PSS";
                    default -> "SHA256withECDSAinP1363Format";
                });
        if ("PS256".equals(algorithm)) {
            check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        check.initVerify(key.toPublicKey());
        check.update(signed);
        return check.verify(signature);
    }
}
