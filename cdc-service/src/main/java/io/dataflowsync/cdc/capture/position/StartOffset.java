package io.dataflowsync.cdc.capture.position;

import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import java.util.Map;

/** Makes the offset of a place that the pipeline file names. */
public final class StartOffset {
    private StartOffset() {}

    public static SourceOffset of(StartFrom from) {
        return from instanceof StartFrom.BinlogPlace place
                ? new SourceOffset(Map.of("file", place.file(), "pos", place.position()))
                : new SourceOffset(Map.of("file", "", "pos", 0L, "gtids", ((StartFrom.GtidSet) from).gtids()));
    }
}
