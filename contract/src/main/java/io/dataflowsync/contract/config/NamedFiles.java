package io.dataflowsync.contract.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that the settings of a server name.
 *
 * @param directory the pipeline file's, where a path begins that is not absolute
 * @param areRead whether this process connects to the server; where it does not, it opens none of them and keeps no password
 */
record NamedFiles(Path directory, boolean areRead) {

    /** The path that a key names; empty where it names none. Whether there is such a file is not looked at. */
    Optional<Path> path(SectionReader section, String key) {
        return section.name(key).map(name -> directory.resolve(name).normalize());
    }

    /** The text of the file that a key names, without the line break at its end; empty, and a problem, where there is none. */
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
