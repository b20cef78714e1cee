package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LogState;
import java.util.List;

/** Whether everything that the monitor looks at is there. */
public record Status(String project, LogState log, List<ServiceState> services) {}
