package io.dataflowsync.pipeline.config;

/** Reads a password: the value of {@code password}, or the file that {@code password-file} names. */
final class PasswordBinder {
    private static final String VALUE = "password";
    private static final String FILE = "password-file";

    private PasswordBinder() {}

    /** @param variable the variable that the message suggests if both keys are missing */
    static Secret password(SectionReader section, NamedFiles files, String variable) {
        if (!files.areRead()) {
            section.get(VALUE);
            section.get(FILE);
            return Secret.NONE;
        }
        if (!section.has(FILE)) {
            return new Secret(section.needText(VALUE, "\"${" + variable + "}\""));
        }
        if (section.has(VALUE)) {
            section.problem(FILE, "a password-file together with a password", "write one of the two");
        }
        return new Secret(files.text(section, FILE));
    }
}
