package io.dataflowsync.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes and reads figures as JSON: an array of objects with the fields of {@link Figure}. */
public final class FigureFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FigureFile() {}

    public static void write(Path file, List<Figure> figures) throws IOException {
        JSON.writeValue(file.toFile(), figures);
    }

    public static List<Figure> read(Path file) throws IOException {
        return List.of(JSON.readValue(file.toFile(), Figure[].class));
    }
}
