package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts dates and times that the target's column holds exactly. Otherwise the server would round fractions of a second, drop a date or a
 * time of day, or take the one for the other.
 */
record MomentFit(ColumnType from, ColumnType to, ColumnFit.Misfit misfit) implements ColumnFit {
    private static final Pattern FRACTION = Pattern.compile("(?:.*:[0-9]{1,2}|[+-]?[0-9]+)\\.([0-9]*?)0*(?:[^0-9].*)?");
    private static final Pattern DAY = Pattern.compile(
            "[0-9]{1,4}[^0-9:][0-9]{1,2}[^0-9:][0-9]{1,2}(?:[ T]+[0:.]*)?|[0-9]{5,8}|0+(?:\\.0*)?|[0-9]{8}0{6}(?:\\.0*)?");
    private static final Pattern TIME = Pattern.compile("[+-]?(?:[0-9]+ +)?[0-9]+:.*");
    /** A year of less than four digits. The server adds the century by itself: 31/12/25 is a day of 2031. */
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "[0-9]{1,3}[^0-9:.].*[1-9].*|(?![0]+(?:\\.|$))(?![0-9]{8}(?:$|[^0-9]))(?![0-9]{14}(?:$|[^0-9]))[0-9]+(?:[.T ].*)?");
    /** A moment with an offset. From 8.0.19 on the server converts it to the session's time zone; earlier versions do not accept it. */
    private static final Pattern WITH_OFFSET =
            Pattern.compile(".*[0-9]:[0-9]{1,2}(?:\\.[0-9]*)? *[+-][0-9]{1,2}:[0-9]{2}");

    private static final Pattern WITH_DAY =
            Pattern.compile("[0-9]{2,4}[^0-9:.][0-9]{1,2}[^0-9:.][0-9]{1,2}.*|[0-9]{12,}.*");

    @Override
    public Object of(Object value) {
        if (isOfAnotherKind()) {
            throw misfit.misread(value);
        }
        String text = ColumnFit.text(value).strip();
        boolean isTime = to.name().equals("time");
        boolean isMoment = to.name().equals("datetime");
        if (!isTime && SHORT_YEAR.matcher(text).matches()
                || isMoment && WITH_OFFSET.matcher(text).matches()) {
            throw misfit.misread(value);
        }
        if (to.name().equals("date")) {
            if (TIME.matcher(text).matches()) {
                throw misfit.misread(value);
            }
            if (!DAY.matcher(text).matches()) {
                throw misfit.cut(value);
            }
            return value;
        }
        if (isTime && WITH_DAY.matcher(text).matches()) {
            throw misfit.cut(value);
        }
        if (!isTime && TIME.matcher(text).matches()) {
            throw misfit.misread(value);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches() && fraction.group(1).length() > to.size()) {
            throw misfit.cut(value);
        }
        return value;
    }

    /** Whether the source's type is of another kind: a time of day is not a date, a date is not a time, and a year is neither. */
    private boolean isOfAnotherKind() {
        return switch (from.name()) {
            case "year" -> true;
            case "time" -> !to.name().equals("time");
            case "date" -> to.name().equals("time");
            default -> false;
        };
    }
}
