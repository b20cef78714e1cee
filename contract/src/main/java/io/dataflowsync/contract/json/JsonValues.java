package io.dataflowsync.contract.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The whole numbers and texts of a document that stand at a path. */
public final class JsonValues {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonValues() {}

    private record Place(int from, int to, boolean quoted, String value) {}

    /**
     * The values at the path, in their order; none where the document has no such place.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public static List<String> at(JsonPath path, String document) {
        return places(path, document).stream().map(Place::value).toList();
    }

    /**
     * The document with the values at the path changed; a text stays a text. A change to {@code null} is one to JSON's null.
     *
     * @throws IllegalArgumentException where the text is no JSON
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
            } else if (value.equals("null") || !place.quoted()) {
                text.append(value);
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
                boolean quoted = token == JsonToken.VALUE_STRING;
                if ((quoted || token == JsonToken.VALUE_NUMBER_INT) && path.matches(parser.getParsingContext())) {
                    int from = (int) parser.currentTokenLocation().getCharOffset();
                    String value = parser.getText();
                    int to = quoted ? (int) parser.currentLocation().getCharOffset() : from + value.length();
                    places.add(new Place(from, to, quoted, value));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
        return places;
    }
}
