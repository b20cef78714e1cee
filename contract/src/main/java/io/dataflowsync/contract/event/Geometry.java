package io.dataflowsync.contract.event;

/**
 * The value of a spatial column.
 *
 * @param srid the spatial reference system, 0 for none
 * @param wkb the shape as well-known binary, x before y
 */
public record Geometry(int srid, Binary wkb) {}
