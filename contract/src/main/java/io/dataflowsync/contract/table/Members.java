package io.dataflowsync.contract.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the members of an ENUM or SET column from its type: {@code enum('a','it''s')}. */
public final class Members {
    private Members() {}

    /** Returns an empty list for another type. */
    public static List<String> of(ColumnDefinition column) {
        List<String> members = new ArrayList<>();
        if (column.baseType().equals("enum") || column.baseType().equals("set")) {
            String type = column.type();
            for (int open = type.indexOf('\''); open >= 0; ) {
                int end = end(type, open + 1);
                members.add(type.substring(open + 1, end).replace("''", "'"));
                open = type.indexOf('\'', end + 1);
            }
        }
        return members;
    }

    /**
     * Returns the text that MySQL prints for a number. For an ENUM it is the index of a member from 1, for a SET one bit for each member.
     * An empty member has no comma before or after it.
     */
    public static String text(ColumnDefinition column, BigInteger number) {
        List<String> members = of(column);
        if (column.baseType().equals("enum")) {
            return number.signum() == 0 ? "" : members.get(number.intValueExact() - 1);
        }
        return IntStream.range(0, members.size())
                .filter(number::testBit)
                .mapToObj(members::get)
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static int end(String type, int from) {
        int quote = type.indexOf('\'', from);
        while (quote >= 0 && quote + 1 < type.length() && type.charAt(quote + 1) == '\'') {
            quote = type.indexOf('\'', quote + 2);
        }
        if (quote < 0) {
            throw new IllegalStateException("no list of members: " + type);
        }
        return quote;
    }
}
