package io.dataflowsync.acceptance;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Removes a killed dpu-service from its consumer group, as the broker does when the session timeout of ten seconds has passed. The next one
 * gets the lanes at once then.
 */
final class KilledMembers {
    private KilledMembers() {}

    /** Removes all members of a project's group. Its services must have ended. */
    static void remove(String bootstrapServers, String project) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.removeMembersFromConsumerGroup("dfs-" + project + "-dpu", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException("the members of the group of " + project, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
