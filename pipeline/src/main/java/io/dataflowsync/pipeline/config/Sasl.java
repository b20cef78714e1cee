package io.dataflowsync.pipeline.config;

/** The authentication of a client to the broker. */
public record Sasl(Mechanism mechanism, String user, Secret password) {

    /** The way in which the password is sent to the broker. */
    public enum Mechanism {
        SCRAM_SHA_256("SCRAM-SHA-256"),
        SCRAM_SHA_512("SCRAM-SHA-512"),
        /** In plain text: for encrypted connections. */
        PLAIN("PLAIN");

        private final String word;

        Mechanism(String word) {
            this.word = word;
        }

        /** Returns its registered name, which is also the word in the pipeline file. */
        public String word() {
            return word;
        }
    }
}
