package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Gives each channel's client the settings that every client of the broker needs.
 *
 * <p>The framework's own settings must hold no secret. And they cannot hold an empty text, which is the value that switches off the check
 * of the host name. A channel's setting {@code retries} is about the framework's own retries, and must not reach Kafka's producer, which
 * tries again until its delivery timeout.
 */
@ApplicationScoped
public class BrokerAccess implements ClientCustomizer<Map<String, Object>> {
    private final PipelineConfig pipeline;

    BrokerAccess(PipelineConfig pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.remove("retries");
        pipeline.broker().ifPresent(broker -> all.putAll(BrokerClients.settings(broker)));
        return all;
    }
}
