package io.dataflowsync.pipeline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads and changes the whole numbers (in any notation) and the texts at a path of a document. */
public final class JsonValues {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The most digits that a key has. */
    private static final int MOST_DIGITS = 20;

    private JsonValues() {}

    /**
     * @param value the text, or the whole number in its digits
     * @param ending the characters after the digits of a number that JSON does not take for an integer, so that its form stays the same
     */
    private record Place(int from, int to, boolean quoted, String value, String ending) {}

    /**
     * Returns the values at the path, in their order; none if the document has no such place.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public static List<String> at(JsonPath path, String document) {
        return places(path, document).stream().map(Place::value).toList();
    }

    /**
     * Returns the document with the values at the path changed. A text stays a text. The result {@code null} becomes JSON's null.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public static String changed(JsonPath path, String document, UnaryOperator<String> change) {
        List<Place> places = places(path, document);
        if (places.isEmpty()) {
            return document;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Place place : places) {
            String value = change.apply(place.value());
            text.append(document, at, place.from());
            if (value.equals(place.value())) {
                text.append(document, place.from(), place.to());
            } else if (value.equals("null")) {
                text.append(value);
            } else if (!place.quoted()) {
                text.append(value).append(place.ending());
            } else {
                text.append('"').append(value).append('"');
            }
            at = place.to();
        }
        return text.append(document, at, document.length()).toString();
    }

    private static List<Place> places(JsonPath path, String document) {
        List<Place> places = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(document)) {
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                if (token.isScalarValue() && path.matches(parser.getParsingContext())) {
                    place(parser, token).ifPresent(places::add);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
        return places;
    }

    private static Optional<Place> place(JsonParser parser, JsonToken token) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getText();
        return switch (token) {
            case VALUE_STRING ->
                Optional.of(new Place(from, (int) parser.currentLocation().getCharOffset(), true, value, ""));
            case VALUE_NUMBER_INT -> Optional.of(new Place(from, from + value.length(), false, value, ""));
            case VALUE_NUMBER_FLOAT -> {
                BigDecimal number = new BigDecimal(value).stripTrailingZeros();
                boolean isWhole = number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS;
                yield isWhole
                        ? Optional.of(new Place(from, from + value.length(), false, number.toPlainString(), ".0"))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
