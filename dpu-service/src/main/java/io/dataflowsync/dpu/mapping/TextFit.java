package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnType;
import java.nio.charset.StandardCharsets;

/** Writes numbers into a text as MySQL prints them, and refuses texts whose trailing blanks the column would cut off. */
record TextFit(ColumnType from, ColumnType to, ColumnFit.Misfit misfit) implements ColumnFit {
    @Override
    public Object of(Object value) {
        if (value instanceof Double number) {
            return text(number);
        }
        if (value instanceof Long year && year == 0 && from.name().equals("year")) {
            return "0000";
        }
        if (value instanceof String || value instanceof Binary) {
            String text = ColumnFit.text(value);
            if (text.endsWith(" ") && isCut(text)) {
                throw misfit.cut(text);
            }
        }
        return value;
    }

    private String text(double number) {
        boolean isFloat = from.name().equals("float");
        if (from.isApproximate() && from.decimals() >= 0) {
            return NumberText.of(isFloat ? (double) (float) number : number, from.decimals());
        }
        return isFloat ? NumberText.ofFloat(number) : NumberText.of(number);
    }

    private boolean isCut(String text) {
        return switch (to.name()) {
            case "char" -> true;
            case "varchar" -> text.codePointCount(0, text.length()) > to.size();
            default -> text.getBytes(StandardCharsets.UTF_8).length > to.maxBytes();
        };
    }
}
