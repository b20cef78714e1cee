/**
 * A small order business after the rules of TPC-C: warehouses, districts, customers, orders, stock, and its five transactions.
 *
 * <p>Its tables have keys of up to four columns of which some are references themselves, a table without a key, and rows that many
 * transactions change. Warehouses and items alone get new keys on a target; everything else refers to them.
 */
@NullMarked
package io.dataflowsync.acceptance.tpcc;

import org.jspecify.annotations.NullMarked;
