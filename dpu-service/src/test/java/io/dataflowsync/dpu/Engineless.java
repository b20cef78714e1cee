package io.dataflowsync.dpu;

import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** For tests that must not reach a server. */
final class Engineless {
    static final DataSource DATA_SOURCE = of(DataSource.class);

    private Engineless() {}

    /** An answer to no question. */
    static <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Engineless.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("there is no server here");
                }));
    }
}
