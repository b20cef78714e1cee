package io.dataflowsync.pipeline.expression;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** Gives an expression access only to its functions and its row, and to no other part of Java. */
final class SandboxPermissions implements JexlPermissions {
    private static final Set<Class<?>> OPEN = Set.of(ExpressionFunctions.class, RowContext.class);

    @Override
    public boolean allow(Package pack) {
        return pack.equals(SandboxPermissions.class.getPackage());
    }

    @Override
    public boolean allow(Class<?> type) {
        return OPEN.contains(type);
    }

    @Override
    public boolean allow(Constructor<?> constructor) {
        return false;
    }

    @Override
    public boolean allow(Field field) {
        return false;
    }

    @Override
    public boolean allow(Method method) {
        Class<?> type = method.getDeclaringClass();
        return type == ExpressionFunctions.class
                || (type == RowContext.class && method.getName().equals("column"));
    }

    @Override
    public JexlPermissions compose(String... more) {
        throw new UnsupportedOperationException("no further access is possible");
    }
}
