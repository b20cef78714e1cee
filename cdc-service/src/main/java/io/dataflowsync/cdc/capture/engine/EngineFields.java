package io.dataflowsync.cdc.capture.engine;

import java.lang.reflect.Field;

/** Fields of the engine that it hands to nobody. */
final class EngineFields {
    private EngineFields() {}

    /** @throws ReflectiveOperationException where an engine of another version keeps it elsewhere */
    static Object read(Class<?> owner, String name, Object object) throws ReflectiveOperationException {
        return find(owner, name).get(object);
    }

    static Field find(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
