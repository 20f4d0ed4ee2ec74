package org.reps.mentoring.engine.signin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.reps.mentoring.engine.login.SignIn;
import org.reps.mentoring.engine.login.SignInSettings;

/** A provider at which nobody can sign in, but which says what it offers. */
final class OfferingProvider implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private String name;
    private String more = "";

    OfferingProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        name = address();
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            var answer = """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
                     "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"] %2$s}
                    """.formatted(name, more).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/token", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SignInSettings settings() {
        return SignIn.with(Map.of("issuer", address(), "client-id", "mentoring"));
    }

    /** From now on it calls itself so. */
    OfferingProvider called(String name) {
        this.name = name;
        return this;
    }

    /** From now on people can log out there. */
    OfferingProvider withLogout() {
        more = ", \"end_session_endpoint\": \"" + address() + "/logout\"";
        return this;
    }

    int timesAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
