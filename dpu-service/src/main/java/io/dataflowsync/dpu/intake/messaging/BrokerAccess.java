package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.contract.broker.BrokerClients;
import io.dataflowsync.contract.config.PipelineConfig;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Gives the channel's client what every client of the broker needs. The framework's own settings hold no secret, and none that is an empty
 * text, which switches off the check of the host name.
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
        pipeline.broker().ifPresent(broker -> all.putAll(BrokerClients.settings(broker)));
        return all;
    }
}
