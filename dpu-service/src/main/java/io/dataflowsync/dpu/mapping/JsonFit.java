package io.dataflowsync.dpu.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.dataflowsync.contract.event.Binary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses texts that would become other JSON documents: the server keeps only one of two members with the same name, and it keeps a number
 * only as exactly as a DOUBLE holds it.
 */
final class JsonFit implements ColumnFit {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final int MOST_DIGITS = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Misfit misfit;

    JsonFit(Misfit misfit) {
        this.misfit = misfit;
    }

    @Override
    public Object of(Object value) {
        if (value instanceof String || value instanceof Binary) {
            requireHeld(value);
        }
        return value;
    }

    /** Checks a document. A text that is not JSON is left to the server, which refuses it. */
    private void requireHeld(Object value) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser document = FACTORY.createParser(ColumnFit.text(value))) {
            for (JsonToken token = document.nextToken(); token != null; token = document.nextToken()) {
                switch (token) {
                    case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
                    case END_OBJECT, END_ARRAY -> open.pop();
                    case FIELD_NAME -> {
                        if (!open.element().add(document.currentName())) {
                            throw misfit.misread(value);
                        }
                    }
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> requireHeld(document.getText(), value);
                    default -> {}
                }
            }
        } catch (JsonProcessingException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireHeld(String digits, Object value) {
        if (digits.length() > MOST_DIGITS || !isHeld(new BigDecimal(digits))) {
            throw misfit.cut(value);
        }
    }

    private static boolean isHeld(BigDecimal number) {
        if (number.scale() == 0) {
            BigInteger whole = number.toBigInteger();
            return whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0 || isDouble(number);
        }
        return isDouble(number);
    }

    /** Whether a DOUBLE equals the number, or is printed with the same digits. */
    private static boolean isDouble(BigDecimal number) {
        double held = number.doubleValue();
        return !Double.isInfinite(held)
                && (new BigDecimal(Double.toString(held)).compareTo(number) == 0
                        || new BigDecimal(held).compareTo(number) == 0);
    }
}
