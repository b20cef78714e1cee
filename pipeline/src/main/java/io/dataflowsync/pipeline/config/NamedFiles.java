package io.dataflowsync.pipeline.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the files that the settings of a server name.
 *
 * @param directory the directory of the pipeline file; relative paths start there
 * @param areRead whether this process connects to the server; if not, no file is opened and no password is kept
 */
record NamedFiles(Path directory, boolean areRead) {

    /** Returns the path that a key names; empty if it names none. It does not check that the file exists. */
    Optional<Path> path(SectionReader section, String key) {
        return section.name(key).map(name -> directory.resolve(name).normalize());
    }

    /**
     * Returns the text of the file that a key names, without the line break at its end. If the file cannot be used, reports a problem
     * and returns an empty text.
     */
    String text(SectionReader section, String key) {
        Optional<Path> path = path(section, key);
        if (path.isEmpty()) {
            return "";
        }
        try {
            String text = Files.readString(path.get()).replaceFirst("\\r?\\n\\z", "");
            if (text.isEmpty()) {
                section.problem(key, "the file " + path.get() + " is empty", "write the password into it");
            }
            return text;
        } catch (NoSuchFileException e) {
            section.problem(key, "no such file: " + path.get(), "write the path of a file with the password alone");
        } catch (CharacterCodingException e) {
            section.problem(key, "the file " + path.get() + " is not UTF-8 text", "write the password into it as text");
        } catch (IOException e) {
            section.problem(key, "the file " + path.get() + " cannot be read", "let the service's user read it");
        }
        return "";
    }
}
