package io.dataflowsync.sandbox.launch;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Runs the services of one pipeline. */
public final class ServiceSet {
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    /**
     * Starts the three services and returns when all are ready.
     *
     * @param settings values that override those of the pipeline file, as environment variables
     * @param monitorPort the monitor's port; absent: a free one
     * @param ending how they end when the launcher ends
     * @throws LaunchFailure if one does not become ready
     */
    public static ServiceSet start(
            RunDirectory run,
            Path pipeline,
            Map<String, String> settings,
            OptionalInt monitorPort,
            Child.Ending ending) {
        return start(run, pipeline, settings, monitorPort, HttpDoor::plain, ending);
    }

    /**
     * Starts the three services, each at a door of this kind.
     *
     * @param doors makes a door at a port
     */
    public static ServiceSet start(
            RunDirectory run,
            Path pipeline,
            Map<String, String> settings,
            OptionalInt monitorPort,
            IntFunction<HttpDoor> doors,
            Child.Ending ending) {
        ServiceSet set = new ServiceSet();
        for (Service service : Service.values()) {
            boolean given = service == Service.MONITOR && monitorPort.isPresent();
            HttpDoor door = doors.apply(given ? monitorPort.getAsInt() : FreePort.onLoopback());
            Map<String, String> own = service == Service.MONITOR ? set.addressesAnd(settings) : settings;
            set.processes.put(
                    service, ServiceProcess.start(service, service.module(), run, pipeline, own, door, ending));
        }
        set.all().forEach(ServiceProcess::awaitReady);
        return set;
    }

    private ServiceSet() {}

    /** Adds the addresses of the other two services, since the monitor asks them for their state. */
    private Map<String, String> addressesAnd(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("MONITOR_CDC_URL", get(Service.CDC).address());
        all.put("MONITOR_DPU_URL", get(Service.DPU).address());
        return all;
    }

    public ServiceProcess get(Service service) {
        ServiceProcess process = processes.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    public List<ServiceProcess> all() {
        return List.copyOf(processes.values());
    }

    /**
     * Throws if a service has died.
     *
     * @throws LaunchFailure if one has ended without being asked to
     */
    public void failIfDead() {
        all().forEach(ServiceProcess::failIfDead);
    }
}
