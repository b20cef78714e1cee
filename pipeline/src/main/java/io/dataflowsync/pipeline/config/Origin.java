package io.dataflowsync.pipeline.config;

/**
 * The place where a setting was written.
 *
 * @param name the pipeline file's name, or that of an environment variable
 * @param line from 1; 0 for a variable
 */
record Origin(String name, int line) {

    static Origin ofVariable(String name) {
        return new Origin(name, 0);
    }

    boolean isVariable() {
        return line == 0;
    }

    /** Returns the place for a problem's text; a variable needs no path. */
    String at(String path) {
        return isVariable() ? name : (name + ":" + line + " " + path).strip();
    }
}
