package io.dataflowsync.acceptance.tpcc;

/**
 * How large the business is; much smaller than the rules say, so that the transactions meet at the same rows.
 *
 * @param districts of each warehouse
 * @param customers of each district, each of whom has an order at the beginning
 * @param items of which each warehouse has a stock
 */
public record TpccSize(int warehouses, int districts, int customers, int items) {
    public static final TpccSize SMALL = new TpccSize(2, 4, 30, 100);
}
