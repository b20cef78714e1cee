package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnType;
import java.math.BigDecimal;

/**
 * Accepts texts as keys of a number, a date or a time only if they are written as the target prints them. '7' and '07' are two keys as
 * texts, but one number.
 */
final class KeyFit implements ColumnFit {
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}";

    private final ColumnFit values;
    private final ColumnType to;
    private final Misfit misfit;

    KeyFit(ColumnFit values, ColumnType to, Misfit misfit) {
        this.values = values;
        this.to = to;
        this.misfit = misfit;
    }

    @Override
    public Object of(Object value) {
        Object written = values.of(value);
        if (!isAsPrinted(ColumnFit.text(value), written)) {
            throw misfit.misread(value);
        }
        return written;
    }

    @Override
    public void requireNull() {
        values.requireNull();
    }

    private boolean isAsPrinted(String text, Object written) {
        if (to.isInteger()) {
            return text.equals(String.valueOf(written));
        }
        return switch (to.name()) {
            case "bit" -> text.equals(String.valueOf(written));
            case "year" -> text.matches("[0-9]{4}");
            case "decimal" ->
                text.equals(new BigDecimal(text.strip()).setScale(to.scale()).toPlainString());
            case "double" -> text.equals(NumberText.of(Double.parseDouble(text)));
            case "float" -> text.equals(NumberText.ofFloat(Double.parseDouble(text)));
            case "date" -> text.matches(DAY);
            case "datetime", "timestamp" -> text.matches(DAY + " " + TIME + fraction());
            case "time" -> text.matches("-?[0-9]?" + TIME + fraction());
            default -> true;
        };
    }

    private String fraction() {
        return to.size() > 0 ? "\\.[0-9]{" + to.size() + "}" : "";
    }
}
