package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.json.JsonPath;
import java.util.Map;

/** Which rows the values of a column name. */
sealed interface Meaning {
    Meaning PLAIN = new Plain();
    Meaning UNCAPTURED = new Uncaptured();

    /** None: a value of its own, the same on both sides. */
    record Plain() implements Meaning {}

    /** The rows of a captured table that get other keys, by their old keys. */
    record KeyOf(TableDefinition table) implements Meaning {}

    /** Rows of a table that is not captured. */
    record Uncaptured() implements Meaning {}

    /** Rows of several tables, told apart by another column of the same row. */
    record Told(String by, Map<String, Meaning> byValue) implements Meaning {}

    /** Rows that are named at some places of a JSON document. */
    record InJson(Map<JsonPath, Meaning> places) implements Meaning {}

    /** It cannot be known any more. */
    record Unknown(String why) implements Meaning {}
}
