package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import java.util.List;

/** The events that a lane has had before, for whoever must look at one again. */
public interface EarlierEvents {

    /**
     * The events at these offsets of a lane, in their order.
     *
     * @param offsets ascending
     * @throws IllegalStateException where the topic does not have one any more
     */
    List<ChangeEvent> at(int lane, List<Long> offsets);
}
