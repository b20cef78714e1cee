package io.dataflowsync.servicekit.access;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Creates the objects that the access rules need from the environment. */
@Singleton
public final class AccessBeans {
    AccessBeans() {}

    @Produces
    @Singleton
    AccessSettings settings() {
        return AccessSettings.of(System.getenv());
    }

    @Produces
    @Singleton
    Accounts accounts(AccessSettings settings) {
        return new Accounts(settings);
    }

    @Produces
    @Singleton
    SignInGate gate(Accounts accounts) {
        return new SignInGate(accounts, Clock.systemUTC());
    }

    void close(@Disposes SignInGate gate) {
        gate.close();
    }
}
