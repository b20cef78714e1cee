package io.dataflowsync.servicekit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;

/** Connects the framework's sign-in with name and password to the {@link SignInGate}. */
@Singleton
public final class SignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final SignInGate gate;

    SignIn(SignInGate gate) {
        this.gate = gate;
    }

    /** The password is not checked, because there were too many wrong ones before. */
    static final class SlowedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Duration pause;

        SlowedException(Duration pause) {
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext call = HttpSecurityUtils.getRoutingContextAttribute(request);
        InetAddress address = call == null
                ? InetAddress.getLoopbackAddress()
                : RequestFacts.of(call).sender().peer();
        String password = new String(request.getPassword().getPassword());
        return Uni.createFrom()
                .completionStage(() -> gate.enter(address, request.getUsername(), password))
                .map(SignIn::identity);
    }

    private static SecurityIdentity identity(SignInGate.Outcome outcome) {
        if (outcome instanceof SignInGate.Outcome.Admitted admitted) {
            return identity(admitted.user());
        }
        if (outcome instanceof SignInGate.Outcome.Slowed slowed) {
            throw new AuthenticationFailedException(new SlowedException(slowed.pause()));
        }
        throw new AuthenticationFailedException("no such user with this password");
    }

    private static SecurityIdentity identity(User user) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.name()))
                .addRole(user.role().word())
                .build();
    }
}
