package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;

/**
 * Groups what is known of the source: its tables and its binlog.
 *
 * @param tables the captured tables
 * @param tracker the tracker of the tables' definitions
 * @param files the known files of the source's binlog
 * @param binlog the source's binlog as it is now
 */
public record KnownSource(CapturedTables tables, SchemaTracker tracker, BinlogFiles files, SourceBinlog binlog) {}
