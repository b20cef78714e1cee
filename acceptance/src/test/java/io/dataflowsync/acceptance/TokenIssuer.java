package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** An issuer of OpenID Connect: its description, its key, and tokens that it signs. */
final class TokenIssuer implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** The name of its one key. */
    private static final String KEY = "one";

    private final HttpServer server;
    private final KeyPair keys = newKeys();

    TokenIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/authorize"}
                """.formatted(url()));
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        serve("/keys", """
                {"keys":[{"kty":"RSA","kid":"%s","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}
                """.formatted(
                        KEY,
                        BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                        BASE64.encodeToString(key.getPublicExponent().toByteArray())));
        server.start();
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] bytes = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param expiry when it ends */
    String token(String user, String role, String audience, Instant expiry) {
        return signed(KEY, claims(url(), user, role, audience, expiry), keys);
    }

    /** An operator's with the issuer's key, of which the claims name another issuer. */
    String tokenOf(String issuer, String user, String audience, Instant expiry) {
        return signed(KEY, claims(issuer, user, "operator", audience, expiry), keys);
    }

    /** The same as {@link #token} of one who has not the issuer's key, and says that it is that one. */
    String forged(String user, String role, String audience, Instant expiry) {
        return signed(KEY, claims(url(), user, role, audience, expiry), newKeys());
    }

    /** The same with a key that the issuer does not name. */
    String unknown(String user, String role, String audience, Instant expiry) {
        return signed("two", claims(url(), user, role, audience, expiry), newKeys());
    }

    /** The same with no signature at all. */
    String withoutSignature(String user, String role, String audience, Instant expiry) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(claims(url(), user, role, audience, expiry)) + ".";
    }

    private static String claims(String issuer, String user, String role, String audience, Instant expiry) {
        return """
                {"iss":"%s","sub":"%s","preferred_username":"%s","aud":"%s","groups":["%s"],"iat":%d,"exp":%d}""".formatted(
                issuer, user, user, audience, role, Instant.now().getEpochSecond() - 600, expiry.getEpochSecond());
    }

    private static String signed(String key, String claims, KeyPair by) {
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + key + "\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
