package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import java.util.List;

/** Reads events again that a lane has had before. */
public interface EarlierEvents {

    /**
     * Returns the events at these offsets of a lane, in order.
     *
     * @param offsets ascending
     * @throws IllegalStateException if the topic does not have one of them any more
     */
    List<ChangeEvent> at(int lane, List<Long> offsets);
}
