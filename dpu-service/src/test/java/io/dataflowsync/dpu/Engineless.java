package io.dataflowsync.dpu;

import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** For tests that must not reach a server. */
final class Engineless {
    static final DataSource DATA_SOURCE = (DataSource) Proxy.newProxyInstance(
            Engineless.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("there is no server here");
            });

    private Engineless() {}
}
